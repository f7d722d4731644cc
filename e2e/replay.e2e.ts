import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { readScenario } from '../projects/training-kit';
import { expect, test } from './desk';

test('a call saved at the desk is replayed, forwards and backwards', async ({ desk, page }) => {
  test.setTimeout(120_000);
  await desk.begin('agent7');
  await desk.talk();
  await expect(desk.timer).toHaveText(/00:05/);
  await desk.finish();
  await desk.openMenu();
  const saving = page.waitForEvent('download');
  await desk.menuItem('Save a report for support').click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^agent7-[\dT-]+\.mediatel-flight\.json$/);
  const path = test.info().outputPath('call.mediatel-flight.json');
  await download.saveAs(path);
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('0661234501');
  expect(text).not.toContain('Authorization');
  expect(text).not.toContain('a=rtpmap');
  expect(text).toContain('REGISTER sip:');

  const other = await page.context().newPage();
  await other.goto('/replay');
  await other.getByLabel('Choose a report, or drop it here').setInputFiles(path);
  const word = other.locator('mediatel-desk mediatel-agent-state-bar .word');
  const events = other.getByRole('list', { name: 'Events' });
  await expect(other.getByRole('slider')).toBeVisible();
  await events
    .getByRole('button', { name: /STATE_CALL_ACTIVE/ })
    .first()
    .click();
  await expect(word).toHaveText(/^\s*In a call/);

  await test.step('the call’s timer follows the slider', async () => {
    await other.getByRole('slider').focus();
    const timer = other.locator('mediatel-agent-state-bar').getByRole('timer');
    await expect(async () => {
      await other.keyboard.press('ArrowRight');
      await expect(timer).toHaveText(/00:03/, { timeout: 100 });
    }).toPass({ intervals: [10] });
    await expect(word).toHaveText(/^\s*In a call/);
  });

  await test.step('pressing a button does nothing, and the page says so', async () => {
    await other.locator('mediatel-primary-action button').click();
    await expect(other.getByText('This is a replay: what you press here is not done.')).toBeVisible();
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
  });

  await test.step('no violation, wide and narrow', async () => {
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

test('a file that is not a recording is reported', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Replay a report' }).click();
  const picker = page.getByLabel('Choose a report, or drop it here');
  await picker.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1}') });
  await expect(page.getByRole('alert')).toContainText('This file is no report');
});
