import type { Page } from '@playwright/test';
import { openBoard } from './board';
import { type Desk, expect, test } from './desk';
import { echo, heardBothWays, heardEnergy } from './heard';
import { reload } from './reload';

const headset = 'Fake Audio Input 1';
const loudspeaker = 'Fake Audio Output 2';
const note = 'pays on Friday';
const secondCode = '11. Часткова оплата';

async function chooseDevices(desk: Desk): Promise<void> {
  await desk.openMenu();
  await desk.menuItem('Sound and line check').click();
  await desk.root.getByRole('combobox', { name: 'Microphone' }).selectOption({ label: headset });
  await desk.root.getByRole('combobox', { name: 'Headset or speaker' }).selectOption({ label: loudspeaker });
  await desk.button('Back').click();
}

const sentMicrophone = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.heardConnections.at(-1)?.getSenders()[0]?.track?.label);

/** Where the customer is heard. */
const usedOutput = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const sinks = (window as unknown as { sinks: string[] }).sinks;
    return devices.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === sinks.at(-1))?.label;
  });

/** The seconds on the desk's timer. */
async function seconds(desk: Desk): Promise<number> {
  const [minutes, rest] = /(\d+):(\d+)/
    .exec(await desk.timer.innerText())!
    .slice(1)
    .map(Number);
  return minutes! * 60 + rest!;
}

/** Nothing of the operator comes back, while two more seconds of sound arrive. */
async function nobodyHearsTheOperator(page: Page): Promise<void> {
  const packets = (): Promise<number> =>
    page.evaluate(async () => {
      let sum = 0;
      (await window.heardConnections.at(-1)?.getStats())?.forEach((stats: { packetsReceived?: number }) => {
        sum += stats.packetsReceived ?? 0;
      });
      return sum;
    });
  // What was on its way arrives first.
  for (const last of [false, true]) {
    const [from, before] = [await packets(), await heardEnergy(page)];
    await expect.poll(packets).toBeGreaterThan(from + 100);
    if (last) expect((await heardEnergy(page)) - before).toBeLessThan(0.0005);
  }
}

test('a reload in a call: each thing is as it was, and nothing is announced twice', async ({ desk, page, browser }) => {
  test.setTimeout(150_000);
  await page.addInitScript(() => {
    const sinks: string[] = [];
    Object.assign(window, { sinks });
    const setSinkId = HTMLMediaElement.prototype.setSinkId;
    HTMLMediaElement.prototype.setSinkId = function (this: HTMLMediaElement, sinkId: string): Promise<void> {
      sinks.push(sinkId);
      return setSinkId.call(this, sinkId);
    };
  });
  const pages: string[] = [];
  page.context().on('page', (other) => pages.push(other.url()));
  const watching = await browser.newContext();
  const board = await openBoard(await watching.newPage());
  const row = board.locator('mediatel-operator-row', { hasText: 'Pavlo Levchenko' });

  await desk.begin('agent18');
  await chooseDevices(desk);
  await desk.talk(echo);
  await heardBothWays(page);
  await expect(row.locator('.word')).toHaveText('In a call');
  await row.evaluate((root) => {
    const words = new Set<string>();
    Object.assign(window, { rowWords: words });
    const look = (): void => void words.add(root.querySelector('.word')?.textContent?.trim() ?? '');
    look();
    new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
  });
  const trace = await desk.traceId();
  await desk.root.getByLabel('Note').fill(note);
  const card = page.url();

  /** Reloads; the call is back as it was before. */
  const comesBack = async (word: string): Promise<void> => {
    const [before, leftAt] = [await seconds(desk), Date.now()];
    await reload(page);
    await desk.shows(word);
    const differs = (await seconds(desk)) - before - (Date.now() - leftAt) / 1000;
    expect(Math.abs(differs), 'the timer goes on').toBeLessThanOrEqual(2);
    expect(await desk.traceId()).toBe(trace);
    await expect(desk.root.getByLabel('Note')).toHaveValue(note);
    await expect(desk.notice).toBeHidden();
  };

  await test.step('in a conversation: heard, with the chosen devices, and proved anew', async () => {
    await comesBack('In a call');
    await heardBothWays(page);
    expect(await sentMicrophone(page)).toBe(headset);
    expect(await usedOutput(page)).toBe(loudspeaker);
    await expect(desk.root.locator('mediatel-heard-meter .proof')).toHaveText(['heard', 'heard']);
    await expect(desk.root.locator('mediatel-quality-badge')).toBeVisible();
  });
  await test.step('muted: nobody hears the operator until they unmute', async () => {
    await desk.button('Mute').click();
    await desk.shows('Muted');
    await comesBack('Muted');
    await nobodyHearsTheOperator(page);
    await desk.button('Unmute').click();
    await desk.shows('In a call');
    await heardBothWays(page);
  });
  await test.step('on hold: the customer waits, and is heard after Resume', async () => {
    await desk.button('Hold').click();
    await desk.shows('On hold');
    desk.wire.forget();
    await reload(page);
    await desk.shows('On hold');
    await expect(desk.root.getByText(/On hold for 00:\d\d/)).toBeVisible();
    await nobodyHearsTheOperator(page);
    expect([desk.wire.asked('holdCall'), desk.wire.asked('retrieveCall')]).toEqual([[], []]);
    await desk.button('Resume').click();
    await desk.shows('In a call');
    await heardBothWays(page);
  });
  await test.step('after the call: code and note', async () => {
    await desk.hangUp();
    await expect(desk.clerical).toBeVisible();
    await page.keyboard.press('2');
    await reload(page);
    await desk.shows('After call');
    await expect(desk.clerical.getByRole('option', { selected: true })).toHaveAccessibleName(secondCode);
    await expect(desk.clerical.getByLabel('Note')).toHaveValue(note);
    desk.wire.forget();
    await desk.pressSave();
    await desk.shows('Available');
    expect(desk.wire.asked('resolutionSet')).toHaveLength(1);
  });
  await test.step('one contact, one page, one call; the board saw no gap', async () => {
    await page.goto(card);
    const contacts = page
      .locator('app-contact-card')
      .getByRole('listitem')
      .filter({ hasText: `after call ${trace}` });
    await expect(contacts).toHaveCount(1);
    expect(pages).toEqual([]);
    const words = await row.evaluate(() => [...(window as unknown as { rowWords: Set<string> }).rowWords]);
    // While the page is loaded again, the board knows nothing, and says so.
    expect(words.filter((word) => word !== 'Unconfirmed' && word !== 'Not ready')).toEqual([
      ...['In a call', 'On hold', 'After call', 'Available'],
    ]);
  });
  await watching.close();
});
