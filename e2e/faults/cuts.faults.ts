import { type Host, now } from './host';
import { type Link, expect, test } from './link';
import { measured } from './measured';
import { full, isFull } from '../everyday';

/**
 * Milliseconds from the first frame that the server may miss until the silence is noticed: ping interval and time-out.
 */
const pingLimit = 20_000;
const saidLimit = 1000;
const calledFor = 2000;
const byItself = 8000;
const longCut = 30_000;
const veryLongCut = 600_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Cuts the line for this long. It comes back without help, by [Now], or by the browser's `online` event. */
async function cutFor(host: Host, link: Link, ms: number, back: 'byItself' | 'now' | 'online'): Promise<void> {
  const cutAt = now();
  link.mediatel.cut();
  const said = await host.saw('Disconnected', cutAt);
  measured('a cut is said', said.at - cutAt, saidLimit);
  await wait(ms - (now() - cutAt));
  // The browser fires `online` when it has a network, not before.
  link.mediatel.restore();
  const restoredAt = now();
  if (back === 'now') await host.give('retryNow');
  if (back === 'online') await host.page.evaluate(() => window.dispatchEvent(new Event('online')));
  const resynced = await host.saw('Resynced', restoredAt);
  const how = back === 'byItself' ? 'by itself' : back === 'now' ? 'by [Now]' : 'by `online`';
  const limit = back === 'byItself' ? byItself : calledFor;
  measured(`resynced ${how} after a cut of ${Math.round(ms / 1000)} s`, resynced.at - restoredAt, limit);
}

async function cuts(host: Host, link: Link): Promise<void> {
  await cutFor(host, link, 1000, 'online');
  await cutFor(host, link, 1000, 'now');
  await cutFor(host, link, longCut, 'byItself');
  if (isFull) await cutFor(host, link, veryLongCut, 'byItself');
}

const callEvents = /^(Dialing Started|Call (Delivered|Started|Held|Retrieved|Failed|Ended)|Clerical|Screen Pop)/;

/** The names of all call events, in order. */
async function toldOfCalls(host: Host): Promise<readonly string[]> {
  return (await host.events(0)).filter((name) => callEvents.test(name));
}

const wholeCall = [
  'Dialing Started',
  'Call Delivered',
  'Screen Pop Requested',
  'Call Started',
  'Call Ended',
  'Clerical Started',
  'Clerical Ended',
];

test('cut while available', async ({ host, link }) => {
  await host.begin();
  await cuts(host, link);
  await host.phase('available');
  expect(await toldOfCalls(host)).toEqual([]);
  await host.talk();
  await host.finish();
  expect(await toldOfCalls(host)).toEqual(wholeCall);
});

test('cut on a pause', full, async ({ host, link }) => {
  await host.begin();
  await host.give('takePause', { pauseId: '4' });
  await host.phase('paused');
  await cuts(host, link);
  expect((await host.state()).agent).toMatchObject({ phase: 'paused', pauseId: '4' });
  expect((await host.events(0)).filter((name) => name.startsWith('Pause '))).toEqual([
    'Pause List Changed',
    'Pause Started',
  ]);
});

test('cut while dialling, and delivered', full, async ({ host, link }) => {
  await host.begin();
  // The phone rings late, so that dialling lasts.
  link.sip.disturb('down', (text) => [{ text, after: text.startsWith('INVITE ') ? 4000 : undefined }]);
  await host.give('makeCall', { phoneNumber: '0661234503' });
  await host.phase('dialing');
  await cutFor(host, link, 1000, 'now');
  await host.phase('delivered');
  await cutFor(host, link, 1000, 'online');
  await host.phase('clerical');
  await host.saveCode();
  await host.phase('available');
  expect(await toldOfCalls(host)).toEqual([
    'Dialing Started',
    'Call Delivered',
    'Screen Pop Requested',
    'Call Failed',
    'Call Ended',
    'Clerical Started',
    'Clerical Ended',
  ]);
});

test('cut while dialling until long after: the desk shows the real state', async ({ host, link }) => {
  await host.begin();
  await host.give('makeCall', { phoneNumber: '0661234501' });
  await host.phase('dialing');
  await cutFor(host, link, longCut, 'byItself');
  await host.phase('talking');
  await host.finish();
  const told = await toldOfCalls(host);
  expect(new Set(told).size).toBe(told.length);
  // Nobody saw the delivery, and the library invents nothing. The screen still pops, once.
  const must = wholeCall.filter((name) => name !== 'Call Delivered' || told.includes(name));
  expect([...told].sort()).toEqual([...must].sort());
});

test('cut while delivered until long after: the desk shows the real state', full, async ({ host, link }) => {
  await host.begin();
  await host.give('makeCall', { phoneNumber: '0661234503' });
  await host.phase('delivered');
  await cutFor(host, link, longCut, 'byItself');
  await host.phase('clerical');
  await host.saveCode();
  await host.phase('available');
  const told = await toldOfCalls(host);
  expect(new Set(told).size).toBe(told.length);
  expect(told.filter((name) => name !== 'Call Failed')).toEqual(wholeCall.filter((name) => name !== 'Call Started'));
});

test('cut in a call, and on hold', async ({ host, link }) => {
  await host.begin();
  await host.talk();
  await cuts(host, link);
  expect((await host.state()).agent.phase).toBe('talking');
  await host.give('hold');
  await host.phase('held');
  await cutFor(host, link, 1000, 'now');
  expect((await host.state()).agent.phase).toBe('held');
  await host.give('retrieve');
  await host.phase('talking');
  expect((await host.state()).softphone.call).not.toBeNull();
  await host.finish();
  const told = wholeCall.flatMap((name) => (name === 'Call Started' ? [name, 'Call Held', 'Call Retrieved'] : [name]));
  expect(await toldOfCalls(host)).toEqual(told);
});

test('cut on hold for long', full, async ({ host, link }) => {
  await host.begin();
  await host.talk();
  await host.give('hold');
  await host.phase('held');
  await cuts(host, link);
  expect((await host.state()).agent.phase).toBe('held');
  await host.give('retrieve');
  await host.phase('talking');
  await host.finish();
});

test('cut after a call: no event comes twice, and the code is saved once', async ({ host, link }) => {
  await host.begin();
  await host.talk();
  await host.give('hangUp');
  await host.phase('clerical');
  await cuts(host, link);
  await host.saveCode();
  await host.phase('available');
  expect(await toldOfCalls(host)).toEqual(wholeCall);
  expect(link.mediatel.texts('up').filter((text) => text.includes('resolutionSet'))).toHaveLength(1);
});

test('a chosen call code and a note begun outlive a cut', async ({ desk, link, login, page }) => {
  await desk.begin(login);
  await desk.talk('0661234501');
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  await page.keyboard.press('2');
  const note = desk.clerical.getByLabel('Note');
  await note.fill('pays on Friday');
  const chosen = desk.clerical.getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  const words = await chosen.innerText();
  link.mediatel.cut();
  await expect(desk.notice).toContainText('No connection to Mediatel');
  link.mediatel.restore();
  await expect(desk.notice).toBeHidden();
  expect(await chosen.innerText()).toBe(words);
  await expect(note).toHaveValue('pays on Friday');
  await desk.pressSave();
  await desk.shows('Available');
});

test('a silent line is noticed within the server’s ping limit', async ({ host, link }) => {
  await host.begin();
  const frozenAt = now();
  link.mediatel.freeze();
  const said = await host.saw('Disconnected', frozenAt);
  // The limit runs from the last ping, which may have come just before. Half a second is for the page's timer.
  measured('silence is noticed', said.at - frozenAt, pingLimit + 500);
  link.mediatel.restore();
  const restoredAt = now();
  const resynced = await host.saw('Resynced', restoredAt);
  measured('resynced by itself after a silence', resynced.at - restoredAt, byItself);
});
