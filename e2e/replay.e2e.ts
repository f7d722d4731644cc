import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { decodeFlight } from '../projects/mediatel-lib/recorder/decode-flight';
import { readScenario } from '../projects/training-kit';
import { type Desk, expect, test } from './desk';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

const picker = 'Choose a support report, or drop it here';

/** Saves a report by the desk's menu. */
async function saveReport(desk: Desk): Promise<Download> {
  await desk.openMenu();
  const saving = desk.page.waitForEvent('download');
  await desk.menuItem('Save a report for support').click();
  return saving;
}

async function savedText(desk: Desk): Promise<{ path: string; text: string }> {
  const download = await saveReport(desk);
  const path = test.info().outputPath('call.mediatel-flight.json');
  await download.saveAs(path);
  return { path, text: await readFile(path, 'utf8') };
}

/** What the recorder stored in this browser, as text. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = indexedDB.open('mediatel.flight');
    const database = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const all = database.transaction('chunks').objectStore('chunks').getAll();
    const chunks = await new Promise<unknown>((resolve) => (all.onsuccess = () => resolve(all.result)));
    database.close();
    return JSON.stringify(chunks);
  });

/** The visible events, as one text. */
const listed = (page: Page): Promise<string> => page.getByRole('list', { name: 'Events' }).innerText();

test('a call saved at the desk is replayed, forwards and backwards', async ({ desk, page }) => {
  test.setTimeout(300_000);
  await desk.begin('agent7');
  await desk.talk();
  await expect(desk.timer).toHaveText(/00:(0[5-9]|[1-5]\d)/);
  await desk.finish();
  // The end of the report is time without a call.
  await expect(desk.timer).toHaveText(/00:(0[2-9]|[1-5]\d)/);
  const download = await saveReport(desk);
  expect(download.suggestedFilename()).toMatch(/^agent7-[\dT-]+\.mediatel-flight\.json$/);
  const path = test.info().outputPath('call.mediatel-flight.json');
  await download.saveAs(path);
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('0661234501');
  expect(text).not.toContain('Authorization');
  expect(text).not.toContain('a=rtpmap');
  expect(text).toContain('REGISTER sip:');

  const other = await page.context().newPage();
  const faults: string[] = [];
  other.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await other.goto('/replay');
  await other.getByLabel(picker).setInputFiles(path);
  const word = other.locator('mediatel-desk mediatel-agent-state-bar .word');
  const events = other.getByRole('list', { name: 'Events' });
  const protocol = other.getByRole('switch', { name: 'Show protocol' });
  await expect(other.getByRole('slider')).toBeVisible();
  await events.getByRole('button', { name: 'Connected with the customer' }).first().click();
  await expect(word).toHaveText(/^\s*In a call/);

  await test.step('no word of the protocol, until it is wanted', async () => {
    expect(await listed(other)).not.toMatch(/STATE_|makeCall|audioProved|SIP/);
    await expect(other.getByRole('img', { name: /^SIP/ })).toHaveCount(0);
    await protocol.click();
    await events
      .getByRole('button', { name: /STATE_CALL_ACTIVE/ })
      .first()
      .click();
    await expect(other.getByRole('img', { name: /^SIP: \d+/ })).toBeVisible();
    await expect(word).toHaveText(/^\s*In a call/);
  });

  await test.step('the call’s timer follows the slider', async () => {
    await other.getByRole('slider').focus();
    const timer = other.locator('mediatel-agent-state-bar').getByRole('timer');
    await expect(async () => {
      await other.keyboard.press('ArrowRight');
      await expect(timer).toHaveText(/00:03/, { timeout: 100 });
    }).toPass({ intervals: [10] });
    await expect(word).toHaveText(/^\s*In a call/);
  });

  await test.step('the lanes have the same axis as the slider', async () => {
    await expect(other.getByRole('img', { name: /^State: .*Dialling.*In a call.*After call/ })).toBeVisible();
    await expect(other.getByRole('img', { name: /^Customer: .*heard/ })).toBeVisible();
    const [head, thumb] = [other.locator('.playhead'), other.locator('mat-slider-visual-thumb')];
    for (const key of ['Home', 'End']) {
      await other.getByRole('slider').press(key);
      const middle = async (part: typeof head): Promise<number> => {
        const box = (await part.boundingBox())!;
        return box.x + box.width / 2;
      };
      await expect.poll(async () => Math.abs((await middle(head)) - (await middle(thumb)))).toBeLessThan(3);
    }
  });

  await test.step('a press on a lane seeks', async () => {
    const lane = (await other.getByRole('img', { name: /^State: / }).boundingBox())!;
    await other.mouse.click(lane.x + lane.width - 1, lane.y + lane.height / 2);
    await expect(word).toHaveText(/^\s*Available/);
  });

  await test.step('pressing a button does nothing, and the page says so', async () => {
    await events
      .getByRole('button', { name: /STATE_CALL_ACTIVE/ })
      .first()
      .click();
    await expect(word).toHaveText(/^\s*In a call/);
    await other.locator('mediatel-call-controls').getByRole('button', { name: 'Mute' }).click();
    await expect(other.getByText('This is a replay: what you press here is not done.')).toBeVisible();
    await expect(word).toHaveText(/^\s*In a call/);
  });

  await test.step('so does the main button, whose meaning the last seek has changed', async () => {
    const notice = other.getByText('This is a replay: what you press here is not done.');
    const hangUp = other.locator('mediatel-primary-action').getByRole('button', { name: 'Hang up' });
    await other.getByRole('slider').press('End');
    await expect(hangUp).toBeHidden();
    await expect(notice).toBeHidden();
    await events
      .getByRole('button', { name: /STATE_CALL_ACTIVE/ })
      .first()
      .click();
    await expect(hangUp).toBeVisible();
    // A press within half a second counts as one of the button shown before. The replay's clock stands still meanwhile.
    await expect(async () => {
      await hangUp.click();
      await expect(notice).toBeVisible({ timeout: 300 });
    }).toPass({ timeout: 5000 });
    await expect(word).toHaveText(/^\s*In a call/);
  });

  await test.step('a scenario is made of it, without the customer', async () => {
    const making = other.waitForEvent('download');
    await other.getByRole('button', { name: 'Make a scenario of it' }).click();
    const made = await making;
    expect(made.suggestedFilename()).toMatch(/^incident-[\d-]+\.yaml$/);
    const file = test.info().outputPath('incident.yaml');
    await made.saveAs(file);
    const scenario = readScenario(await readFile(file, 'utf8'));
    expect(scenario).toMatchObject({
      ok: true,
      scenario: { calls: [{ direction: 'outgoing', customer: { number: '+380660000001' } }] },
    });
    await expect(other.getByText('has the calls and faults of this report')).toBeVisible();
    expect(faults).toEqual([]);
  });

  await test.step('no violation, wide and narrow; the desk comes first where there is one column', async () => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await other.setViewportSize({ width, height: 800 });
      await other.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page: other }).analyze();
      expect
        .soft(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)))
        .toEqual([]);
      await expect
        .poll(() => other.evaluate(() => document.documentElement.scrollWidth), { timeout: 5000 })
        .toBeLessThanOrEqual(width);
    }
    await other.evaluate(() => scrollTo(0, 0));
    const boxOf = async (selector: string) => (await other.locator(selector).boundingBox())!;
    const [shown, lanes, transport] = [
      await boxOf('mediatel-desk'),
      await boxOf('app-replay-lanes'),
      await boxOf('.transport'),
    ];
    expect(lanes.y).toBeGreaterThanOrEqual(shown.y + shown.height);
    // The controls stay in sight while the desk is looked at.
    expect(transport.y + transport.height).toBeLessThanOrEqual(800);
    await other.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('back in time', async () => {
    await events.getByRole('button', { name: /makeCall/ }).click();
    await other.getByRole('button', { name: 'Previous event' }).click();
    await expect(word).toHaveText(/^\s*Available/);
  });

  await test.step('by keys', async () => {
    await other.getByRole('heading', { name: 'What happened' }).click();
    await other.keyboard.press(' ');
    const controls = other.getByRole('region', { name: 'Time' });
    await expect(controls.getByRole('button', { name: 'Pause' })).toBeVisible();
    await other.keyboard.press(' ');
    await expect(controls.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    const position = other.locator('.position');
    await other.getByRole('slider').press('End');
    const end = await position.innerText();
    await other.getByRole('heading', { name: 'What happened' }).click();
    await other.keyboard.press('ArrowLeft');
    await expect(events.locator('[aria-current=step]')).toBeVisible();
    expect(end).toMatch(/^\d\d:\d\d$/);
  });
});

test(
  'a report after a reload holds the call before it; the sign-out deletes what is stored',
  full,
  async ({ desk, page }) => {
    test.setTimeout(300_000);
    await desk.begin('agent10');
    await desk.talk();
    await desk.finish();
    await page.reload();
    await desk.ready();
    const { path, text } = await savedText(desk);
    const report = decodeFlight(text);
    if (!report.ok) throw new Error(JSON.stringify(report.fault));
    const { entries, storage } = report.file;
    expect(storage).toBe('browser');
    const reloaded = entries.findLastIndex((entry) => entry.type === 'page' && entry.event === 'loaded');
    const before = JSON.stringify(entries.slice(0, reloaded));
    expect(before).toContain('STATE_CALL_ACTIVE');
    expect(before).toContain('STATE_CLERICAL');
    expect(JSON.stringify(entries.slice(reloaded))).not.toContain('STATE_CALL_ACTIVE');

    const other = await page.context().newPage();
    await other.goto('/replay');
    await other.getByLabel(picker).setInputFiles(path);
    const events = other.getByRole('list', { name: 'Events' });
    const word = other.locator('mediatel-desk mediatel-agent-state-bar .word');
    await events.getByRole('button', { name: 'Connected with the customer' }).click();
    await expect(word).toHaveText(/^\s*In a call/);
    await events.getByRole('button', { name: 'The page was loaded again' }).click();
    await other.getByRole('slider').press('End');
    await expect(word).toHaveText(/^\s*Available/);
    await other.close();

    expect(await stored(page)).toContain('STATE_CALL_ACTIVE');
    expect(await stored(page)).not.toContain('0661234501');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByLabel('Password')).toBeVisible();
    await expect.poll(() => stored(page), { intervals: [1000], timeout: 15_000 }).toBe('[]');
  },
);

test('the sample is shown in each language', full, async ({ page }) => {
  await page.goto('/replay');
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await expect(page.getByRole('slider')).toBeVisible();
  await expect(page.locator('mediatel-desk mediatel-agent-state-bar .word')).toBeVisible();
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: 'Українська' }).click();
  await expect(page.getByRole('heading', { name: 'Звіт для підтримки' })).toBeVisible();
  const events = page.getByRole('list', { name: 'Події' });
  await events.getByRole('button', { name: 'Розмова з клієнтом' }).first().click();
  await expect(page.locator('mediatel-desk mediatel-agent-state-bar .word')).toHaveText(/^\s*Розмова/);
  await page.getByRole('button', { name: 'Мова: Українська' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Back to the app' }).click();
  await expect(page.getByLabel('Password')).toBeVisible();
});

test('a file that is not a recording is reported, chosen or dropped', async ({ page }) => {
  await page.goto('/sign-in');
  await page.locator('a[href="/replay"]').click();
  await page
    .getByLabel(picker)
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1}') });
  await expect(page.getByRole('alert')).toContainText('This file is no support report');
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['no'], 'x.txt'));
    return transfer;
  });
  await page.dispatchEvent('app-replay', 'dragover', { dataTransfer: files });
  await expect(page.getByText('Drop the report here')).toBeVisible();
  await page.dispatchEvent('app-replay', 'drop', { dataTransfer: files });
  await expect(page.getByText('Drop the report here')).toHaveCount(0);
  await expect(page.getByRole('alert')).toContainText('it is not even JSON');
});
