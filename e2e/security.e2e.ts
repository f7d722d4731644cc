import { readdirSync, readFileSync } from 'node:fs';
import { type Desk, expect, test } from './desk';
import { flightOf } from './keep-flight';
import { ServerProcess } from './faults/server-process';
import { PageWatch } from './page-watch';

const password = 'Zx7-unheard-of-Password-91';
const sipPassword = 'Qv3-unheard-of-Sip-Password-64';

/** A server whose passwords occur nowhere by chance, and which logs everything. */
const server = new ServerProcess(Number(process.env['E2E_PORT'] ?? 4310) + 5, {
  ACCOUNT_PASSWORD: password,
  SIP_PASSWORD: sipPassword,
  LOG_LEVEL: 'trace',
});

test.beforeAll(() => server.start());
test.afterAll(() => server.close());
// Browsers give a microphone to the name `localhost`.
test.use({ baseURL: server.url.replace('127.0.0.1', 'localhost') });

/** A sign-in with a typing error, a call with its result, a pause, the pages, a reload, and a call from a customer. */
async function wholeShift(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.signIn('agent1', `${password}x`);
  await expect(page.getByRole('alert')).toContainText(/password/i);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await desk.ready();
  await desk.talk();
  await desk.button('Pause').click();
  await page.getByRole('combobox', { name: /^Search/ }).fill('обід');
  await page.keyboard.press('Enter');
  await desk.hangUp();
  await desk.setCode();
  await desk.shows(/^\s*Pause/);
  await desk.press('End the pause', 'Pause');
  await desk.shows('Available');
  await page.getByRole('link', { name: 'Training' }).first().click();
  await expect(page).toHaveURL(/training/);
  await page.getByRole('link', { name: 'Customers' }).first().click();
  await expect(page).toHaveURL(/customers/);
  await page.reload();
  await desk.ready();
  await desk.customerCalls('agent1', '+380501112233');
  await desk.shows('In a call');
  await desk.finish();
}

test('a whole shift under the strict policy violates nothing of it', async ({ desk, page }) => {
  test.setTimeout(420_000);
  const watch = await PageWatch.of(page);
  await wholeShift(desk);
  await page.goto('/gallery');
  await expect(page.locator('mediatel-desk, mediatel-agent-state-bar').first()).toBeVisible();
  expect(watch.violations).toEqual([]);
  expect(watch.console.filter((line) => /Content.Security.Policy|TrustedHTML|Trusted ?Type/i.test(line))).toEqual([]);
});

test('the policy is in force: planted scripts and texts are refused, and seen', async ({ page, faults }) => {
  const watch = await PageWatch.of(page);
  const response = await page.goto('/');
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toContain('microphone=(self)');
  await expect(page.getByLabel('Login')).toBeVisible();
  const outcomes = await page.evaluate(async () => {
    const tried: Record<string, string> = {};
    const attempt = (name: string, run: () => unknown): void => {
      try {
        run();
        tried[name] = 'done';
      } catch (error) {
        tried[name] = error instanceof Error ? error.name : 'thrown';
      }
    };
    const script = document.createElement('script');
    attempt('text as a script', () => (script.text = 'window.ran = true'));
    attempt('text as HTML', () => (document.body.innerHTML = '<img src=x onerror="window.ran = true">'));
    attempt('a policy of one’s own', () =>
      (
        window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
      ).trustedTypes.createPolicy('evil', {}),
    );
    // In what a debugger evaluates, `eval` is allowed.
    await new Promise((resolve) => setTimeout(resolve));
    attempt('evaluated text', () => globalThis.eval('window.ran = true'));
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    return { ...tried, ran: String('ran' in window) };
  });
  expect(outcomes).toEqual({
    'text as a script': 'TypeError',
    'text as HTML': 'TypeError',
    'a policy of one’s own': 'TypeError',
    'evaluated text': 'EvalError',
    ran: 'false',
  });
  await expect
    .poll(() => watch.violations.map((line) => line.split(' ', 1)[0]).sort())
    .toEqual(expect.arrayContaining(['frame-src', 'require-trusted-types-for', 'style-src-elem', 'trusted-types']));
  // The browser's own messages about it; in every other test they are faults.
  expect(faults.splice(0).length).toBeGreaterThanOrEqual(4);
});

test('no password, and no cookie’s token, is found anywhere after a whole shift', async ({ desk, page, context }) => {
  test.setTimeout(420_000);
  const watch = await PageWatch.of(page);
  await wholeShift(desk);
  const token = (await context.cookies()).find(({ name }) => name === 'VouchCookie');
  expect(token).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  const places: Record<string, string> = {
    ...(await watch.kept()),
    console: watch.console.join('\n'),
    addresses: watch.addresses.join('\n'),
    broadcasts: watch.broadcasts.join('\n'),
    snapshots: JSON.stringify(desk.wire.received),
    'flight recording': (await flightOf(page)) ?? '',
    'server log': server.log.join(''),
    'server files': readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1'))
      .join('\n'),
  };
  // The search finds what is there.
  expect(places['server log']).toContain('sign-in refused');
  expect(places['sessionStorage']).not.toBe('{}');
  expect(places['document']).toContain('mediatel-desk');
  expect(places['flight recording']).toContain('STATE_CLERICAL');
  const found = Object.entries(places).flatMap(([place, text]) =>
    [password, sipPassword, token?.value ?? '?', encodeURIComponent(password), Buffer.from(password).toString('base64')]
      .filter((secret) => text.includes(secret))
      .map((secret) => `${secret} in ${place}`),
  );
  expect(found).toEqual([]);
});
