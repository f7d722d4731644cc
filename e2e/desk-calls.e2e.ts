import { expect, test } from './desk';
import { heardEnergy, openConnections } from './heard';
import { longestSilence, readWav, shareAt } from './wav';
import { full } from './everyday';

/** The first notes of the music on hold: middle C, E and G, in Hz. */
const music = [261.63, 329.63, 392];

test('hold: the customer hears music, nobody hears the operator, and the time is shown', async ({ desk, page }) => {
  await desk.begin('agent8');
  // This customer echoes, so that the recording shows what the customer heard.
  await desk.talk('0661234505');
  const traceId = await desk.traceId();
  await desk.button('Hold').click();
  await desk.shows('On hold');
  await expect(desk.root.getByText(/On hold for 00:01/)).toBeVisible();
  const atFirst = await heardEnergy(page);
  await expect(desk.root.getByText(/On hold for 00:04/)).toBeVisible();
  expect((await heardEnergy(page)) - atFirst).toBeLessThan(0.001);

  await desk.button('Resume').click();
  await desk.shows('In a call');
  await expect.poll(() => heardEnergy(page)).toBeGreaterThan(atFirst + 0.02);
  await desk.finish();

  const { rate, operator, customer } = readWav(await desk.recording(traceId));
  const [from, to] = longestSilence(operator);
  expect((to - from) / rate).toBeGreaterThan(3);
  const heard = customer.subarray(from + rate, to);
  expect(Math.max(...music.map((hz) => shareAt(heard, rate, hz)))).toBeGreaterThan(0.15);
});

test('keys reach the server as tones, by pointer and by keyboard', async ({ desk, page }) => {
  await desk.begin('agent9');
  await desk.talk();
  await desk.button('Keys').click();
  desk.wire.forget();
  await desk.button('Digit 4').click();
  await expect.poll(() => desk.wire.states.filter((state) => state === 'STATE_DIALPAD')).toHaveLength(1);
  await desk.root.focus();
  await page.keyboard.press('2');
  await expect.poll(() => desk.wire.states.filter((state) => state === 'STATE_DIALPAD')).toHaveLength(2);
  await expect(desk.root.locator('output')).toHaveText('42');
  await desk.finish();
});

test('limits and failures are shown in words', full, async ({ desk }) => {
  await desk.begin('agent10');
  await test.step('the longest duration is warned of before it is reached', async () => {
    await desk.talk();
    await desk.stage({ maxCallDuration: '20' });
    await expect(desk.notice).toContainText(/Mediatel ends this call in \d+ s/);
    await expect(desk.timer).toHaveText(/ \/ 00:20/);
    await desk.stage({});
    await expect(desk.notice).toBeHidden();
    await desk.finish();
  });
  await test.step('busy', async () => {
    await desk.call('0661234502');
    await desk.shows('After call');
    await expect(desk.notice).toContainText(/busy/i);
    await desk.setCode();
    await desk.shows('Available');
  });
  await test.step('Mediatel says talking, but there is no audio', async () => {
    await desk.stage({ state: 'STATE_CALL_ACTIVE', status: 'in_a_call', ani: '0661234501', callTraceID: '77' });
    await expect(desk.notice).toContainText('Mediatel says you are in a call, but there is no audio here');
    await expect(desk.notice.getByRole('button')).toBeVisible();
    await desk.stage({});
    await desk.shows('Available');
  });
  await test.step('there is audio, but Mediatel says idle', async () => {
    await desk.talk();
    await desk.stage({ state: 'STATE_IDLE', status: 'available', ani: '', callTraceID: '-1' });
    await expect(desk.notice).toContainText('You are still connected by sound, but Mediatel shows no call');
    await desk.notice.getByRole('button').last().click();
    await expect(desk.notice).toBeHidden();
    await expect.poll(() => openConnections(desk.page)).toBe(0);
    await desk.setCode();
    await desk.shows('Available');
  });
});

test(
  'earlier contacts: the last one in two lines, all of them with the columns that say something',
  full,
  async ({ desk, page }) => {
    await desk.begin('agent8');
    await desk.talk();
    const callHistory = [
      { date: '2021-03-20 10:12', result: '50. No answer', RESERVED_7: '0' },
      { date: '2021-03-11 09:02', result: '10. Promise to pay', коментар: 'Сплатить у п’ятницю' },
    ];
    await desk.stage({ callHistory });
    const earlier = desk.button(/Earlier contacts \(2\)/);
    await expect(earlier).toContainText('50. No answer');
    await earlier.click();
    const table = desk.root.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveText(['date', 'result', 'коментар']);
    await expect(table.getByRole('row').nth(2).getByRole('cell')).toHaveText([
      '2021-03-11 09:02',
      '10. Promise to pay',
      'Сплатить у п’ятницю',
    ]);
    await page.keyboard.press('Tab');
    await expect(table.locator('..')).toBeFocused();
    // Without history there is no empty frame.
    await desk.stage({ callHistory: [] });
    await expect(desk.root.locator('mediatel-contact-history')).toHaveCount(0);
    await desk.stage({});
    await desk.finish();
  },
);

test('the customer’s card comes with the call; a number is dialled by a click', async ({ desk, page }) => {
  await desk.begin('agent11');
  await desk.customerCalls('agent11', '0661234501');
  await desk.shows('In a call');
  await expect(page).toHaveURL(/\/customers\/\w+/);
  const card = page.url();
  await desk.finish();

  await page.goto(card);
  await desk.ready();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Call / })
    .first()
    .click();
  await desk.shows('In a call');
  await desk.finish();
});
