import type { Browser, Locator, Page } from '@playwright/test';
import { paleTexts, violations, wear } from './axe';
import { Desk, expect, test } from './desk';
import { watchConnections } from './heard';
import { chooseLanguage, languageNames, languages } from './languages';
import { heardTones, speakAs } from './tone-voice';
import { readWav, shareAt } from './wav';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

/** Everybody's voice, in Hz. */
const voices = { trainee: 600, other: 800, first: 1100, second: 1700 } as const;

/** How far a mirrored desk may be behind (ms). */
const mostBehind = 300;

async function newPage(browser: Browser, hz: number): Promise<Page> {
  const context = await browser.newContext({ permissions: ['microphone'] });
  const page = await context.newPage();
  await watchConnections(page);
  await speakAs(page, hz);
  return page;
}

async function trainee(browser: Browser, login: string, hz: number): Promise<Desk> {
  const desk = new Desk(await newPage(browser, hz));
  await desk.begin(login);
  return desk;
}

/** Signs a trainer in and opens a trainee. */
async function trainer(browser: Browser, login: string, hz: number, name: string): Promise<Page> {
  const page = await newPage(browser, hz);
  await page.goto('/');
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await openTrainee(page, name);
  return page;
}

async function openTrainee(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

const strip = (page: Page): Locator => page.locator('app-listeners-strip');

/** Records when each word of a desk's state bar first shows, by the machine's clock. */
const noteWords = (bar: Locator): Promise<void> =>
  bar.evaluate((root) => {
    const words: [string, number][] = [];
    const look = (): void => {
      const word = root.querySelector('.word')?.firstChild?.textContent?.trim() ?? '';
      if (words.at(-1)?.[0] !== word) words.push([word, Date.now()]);
    };
    look();
    new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { notedWords: words });
  });
const notedWords = (page: Page): Promise<[string, number][]> =>
  page.evaluate(() => (window as unknown as { notedWords: [string, number][] }).notedWords);

test('two trainers and two trainees: be the customer, listen, whisper, and a desk mirrored live', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const { trainee: own, first, second, other } = voices;
  const desk = await trainee(browser, 'agent16', own);
  const otherDesk = await trainee(browser, 'agent17', other);
  const one = await trainer(browser, 'trainer1', first, 'Vasylenko');
  const two = await trainer(browser, 'trainer2', second, 'Vasylenko');
  const mirror = one.locator('app-desk-mirror mediatel-agent-state-bar');
  await expect(mirror.locator('.word')).toHaveText(/^\s*Available/);

  await test.step('a mirror that opens late counts as the trainee’s desk does', async () => {
    const seconds = async (timer: Locator): Promise<number> => {
      const [, minutes = '', rest = ''] = /(\d+):(\d\d)/.exec(await timer.innerText()) ?? [];
      return Number(minutes) * 60 + Number(rest);
    };
    // The last snapshot gets old: a mirror that took it for new would count from there.
    const before = await seconds(desk.timer);
    await expect.poll(() => seconds(desk.timer)).toBeGreaterThan(before + 4);
    await one.reload();
    await expect(mirror.locator('.word')).toHaveText(/^\s*Available/);
    await expect
      .poll(async () => Math.abs((await seconds(desk.timer)) - (await seconds(mirror.getByRole('timer')))))
      .toBeLessThanOrEqual(1);
  });

  await test.step('the mirror is at most 300 ms behind', async () => {
    await noteWords(desk.bar);
    await noteWords(mirror);
    await desk.talk('0661234501');
    for (let round = 0; round < 10; round += 1) {
      await desk.button('Hold').click();
      await expect(mirror.locator('.word')).toHaveText(/^\s*On hold/);
      await desk.button('Resume').click();
      await expect(mirror.locator('.word')).toHaveText(/^\s*In a call/);
    }
    // A state that lasts for less than a frame may be skipped.
    const lasting = (words: [string, number][]) => words.filter(([word]) => word === 'On hold' || word === 'In a call');
    const there = lasting(await notedWords(desk.page));
    expect(there).toHaveLength(21);
    const here = lasting(await notedWords(one));
    expect(here.map(([word]) => word)).toEqual(there.map(([word]) => word));
    const lags = here.map(([, at], place) => at - there[place]![1]);
    const sorted = [...lags].sort((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1]!;
    process.stdout.write(`mirror: ${lags.length} states, median ${sorted[lags.length >> 1]} ms, p95 ${p95} ms\n`);
    expect(p95).toBeLessThanOrEqual(mostBehind);
  });

  const secondTab = await desk.page.context().newPage();
  await secondTab.goto('/');
  await expect(secondTab.locator('mediatel-agent-state-bar')).toBeVisible();

  await test.step('a trainer is the customer: both hear each other, and every tab says who it is', async () => {
    await one.getByRole('button', { name: 'Be the customer' }).click();
    await expect(strip(desk.page)).toContainText('Larysa Honchar is the customer');
    await expect(strip(secondTab)).toContainText('Larysa Honchar is the customer');
    await expect(one.getByText('You are the customer of Ihor Vasylenko. It is recorded.').first()).toBeVisible();
    await expect.poll(async () => (await heardTones(desk.page, [first]))[first]).toBeGreaterThan(0.8);
    await expect.poll(async () => (await heardTones(one, [own]))[own]).toBeGreaterThan(0.8);
  });

  await test.step('there is one customer: the second trainer learns who it is, and may listen to both', async () => {
    await two.getByRole('button', { name: 'Be the customer' }).click();
    await expect(two.getByRole('alert')).toContainText('Larysa Honchar is the customer already');
    await two.getByRole('button', { name: 'Listen' }).click();
    await expect(strip(desk.page)).toContainText('Taras Bilyk listens');
    await expect
      .poll(async () => Math.min(...Object.values(await heardTones(two, [own, first]))))
      .toBeGreaterThan(0.15);
  });

  await test.step('a whisper is for the trainee alone', async () => {
    await two.getByRole('button', { name: 'Whisper to the trainee' }).click();
    await expect(strip(desk.page)).toContainText('Taras Bilyk listens and speaks to you alone');
    await expect.poll(async () => (await heardTones(desk.page, [second]))[second]).toBeGreaterThan(0.15);
    const customer = await heardTones(one, [own, second]);
    expect(customer[own]).toBeGreaterThan(0.8);
    expect(customer[second]).toBeLessThan(0.02);
  });

  await test.step('after a reload the trainee still sees who listens; others see nothing', async () => {
    await secondTab.reload();
    await expect(strip(secondTab)).toContainText('Taras Bilyk listens and speaks to you alone');
    await expect(strip(secondTab)).toContainText('Larysa Honchar is the customer');
    await expect(strip(otherDesk.page)).toHaveText('');
    await secondTab.close();
    await desk.page.bringToFront();
  });

  await test.step('the recording has the trainee and the customer, and no whisper', async () => {
    const traceId = await desk.traceId();
    await two.locator('app-ear-controls').getByRole('button', { name: 'Whisper to the trainee' }).click();
    await one.locator('app-ear-controls').getByRole('button', { name: 'Be the customer' }).click();
    await expect(strip(desk.page)).toHaveText('');
    await desk.finish();
    const { rate, operator, customer } = readWav(await desk.recording(traceId));
    // What came before the trainer was the customer's own voice.
    const end = customer.subarray(Math.floor(customer.length / 2));
    expect(shareAt(operator, rate, own)).toBeGreaterThan(0.8);
    expect(shareAt(end, rate, first)).toBeGreaterThan(0.3);
    expect(shareAt(operator, rate, second)).toBeLessThan(0.02);
    expect(shareAt(end, rate, second)).toBeLessThan(0.02);
  });

  await test.step('one scenario for both trainees; an event now; a marked moment', async () => {
    await one.getByRole('checkbox', { name: 'Choose Ihor Vasylenko' }).check();
    await one.getByRole('checkbox', { name: 'Choose Svitlana Marchenko' }).check();
    const form = one.locator('.chosen app-start-form');
    await form.getByLabel('Scenario').selectOption('incoming');
    await form.getByRole('button', { name: 'Start for 2' }).click();
    await expect(form.getByRole('status')).toContainText('Started for 2.');
    await desk.shows('In a call');
    await otherDesk.shows('In a call');
    await openTrainee(two, 'Marchenko');
    await two.getByRole('button', { name: 'Be the customer' }).click();
    await expect.poll(async () => (await heardTones(otherDesk.page, [second]))[second]).toBeGreaterThan(0.8);
    const controls = one.locator('app-run-controls');
    await controls.getByLabel('Note for the mark').fill('a calm greeting');
    await controls.getByRole('button', { name: 'Mark this moment' }).click();
    await expect(controls).toContainText('Marked in the recording.');
    await controls.getByLabel('The customer says').fill('Who gave you my number?');
    await controls.getByRole('button', { name: 'Say it' }).click();
    await expect(controls).toContainText('The customer says it now.');
    await controls.getByLabel('Happens now').selectOption('hangUp');
    await controls.getByRole('button', { name: 'Let it happen' }).click();
    await desk.shows('After call');
  });

  for (const page of [desk.page, otherDesk.page, one, two]) await page.context().close();
});

test(
  'the trainer’s page in three languages, both themes, wide and narrow: no violations, nothing cut',
  full,
  async ({ browser, page }) => {
    test.setTimeout(420_000);
    const desk = await trainee(browser, 'agent18', voices.trainee);
    await page.goto('/');
    await page.getByLabel('Login').fill('trainer2');
    await page.getByLabel('Password').fill('training');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await openTrainee(page, 'Levchenko');
    await page.getByRole('button', { name: 'Listen' }).click();
    await expect(strip(desk.page)).toContainText('Taras Bilyk listens');
    const check = async (view: string): Promise<void> => {
      for (const [theme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await wear(page, theme);
        expect.soft(await violations(page), `${view}, ${theme}`).toEqual([]);
        expect.soft(await paleTexts(page, theme), `${view}, ${theme}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${view}: width`).toBeLessThanOrEqual(width);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    for (const name of languageNames) {
      const { language } = languages[name];
      await chooseLanguage(page, name);
      await check(`trainee, ${language}`);
      await page.locator('app-trainer-page nav a').nth(1).click();
      await page.locator('app-numbered-text textarea').fill('id: x\n');
      await expect(page.locator('.problems li')).not.toHaveCount(0);
      await check(`scenarios, ${language}`);
      await page.locator('app-trainer-page nav a').first().click();
      await check(`trainees, ${language}`);
      await page.getByRole('link', { name: /Levchenko/ }).click();
    }
    await desk.page.context().close();
  },
);
