import { now, type Host } from './host';
import { expect, test } from './link';
import type { Line } from './line';
import { measured } from './measured';
import { full } from '../everyday';

const refusalLimit = 100;
const dial = { phoneNumber: '0661234501' };
const calls = (line: Line): number => line.texts('up').filter((text) => text.includes('"makeCall"')).length;

/** Gives commands that must be refused, and prints how long the slowest refusal took. */
async function refusedAtOnce(host: Host, where: string): Promise<void> {
  const since = now();
  const took: number[] = [];
  for (const [command, fields] of [
    ['makeCall', dial],
    ['takePause', { pauseId: '4' }],
    ['setPredictive', { on: true }],
    ['logOut', {}],
  ] as const) {
    const refusal = await host.give(command, fields);
    expect(refusal, `${command} ${where} was not refused`).not.toBeNull();
    took.push(refusal ?? Infinity);
  }
  const refused = (await host.seen('Command Refused')).filter(({ at }) => at >= since);
  expect(refused.map(({ refusal }) => (refusal as { reason: string }).reason)).toEqual(
    Array(4).fill(expect.stringMatching(/^not-(connected|synced)$/)),
  );
  measured(`a command given ${where} is refused`, Math.max(...took), refusalLimit);
}

/** An allowed command gets through. None of the refused ones came before it or comes with it. */
async function nothingCameLater(host: Host, line: Line): Promise<void> {
  await host.reaches(({ link }) => link.connection.status === 'connected' && link.synced);
  await host.phase('available');
  await host.give('takePause', { pauseId: '6' });
  await host.phase('paused');
  const requests = line.texts('up').filter((text) => text.startsWith('42["data"'));
  expect(requests.filter((text) => !text.includes('"login"'))).toEqual(['42["data",{"type":"pause","id":"6"}]']);
}

test('offline: refused at once, and nothing reaches the server later', async ({ host, link, page }) => {
  await host.begin();
  await page.context().setOffline(true);
  await refusedAtOnce(host, 'offline');
  await page.context().setOffline(false);
  await nothingCameLater(host, link.mediatel);
});

test('cut: refused at once, and nothing reaches the server later', async ({ host, link }) => {
  await host.begin();
  const since = now();
  link.mediatel.cut();
  await host.saw('Disconnected', since);
  await refusedAtOnce(host, 'while cut');
  link.mediatel.restore();
  await nothingCameLater(host, link.mediatel);
});

test('after a sleep: refused at once though Socket.IO says connected, and nothing reaches the server later', async ({
  host,
  link,
  page,
}) => {
  await host.begin();
  link.mediatel.freeze();
  await page.evaluate(() => {
    const awake = Date.now;
    // How a page sees a sleep: an hour has passed, and no timer ran.
    Date.now = () => awake.call(Date) + 3_600_000;
  });
  expect((await host.state()).link.connection.status).toBe('connected');
  await refusedAtOnce(host, 'after a sleep');
  link.mediatel.cut();
  link.mediatel.restore();
  await nothingCameLater(host, link.mediatel);
});

test('during a handshake: refused at once, and nothing reaches the server later', full, async ({ host, link }) => {
  await host.open();
  // The WebSocket is open, but Socket.IO's own handshake does not finish.
  link.mediatel.disturb('down', () => []);
  await host.signIn();
  await host.reaches(({ link: { connection } }) => connection.status === 'connecting');
  await expect.poll(() => link.mediatel.connections).toBe(1);
  await refusedAtOnce(host, 'in mid-handshake');
  link.mediatel.disturb('down', (text) => [{ text }]);
  await nothingCameLater(host, link.mediatel);
});

test(
  'after a kick: refused at once, nothing is retried, and nothing reaches the server later',
  full,
  async ({ host, link }) => {
    await host.begin();
    link.mediatel.inject('down', '41');
    await host.reaches(({ link: { connection } }) => connection.status === 'kicked');
    await refusedAtOnce(host, 'after a kick');
    await host.give('retryNow');
    await nothingCameLater(host, link.mediatel);
  },
);

test('half open: unanswered, the socket dropped, nothing resent; surfacing late it is recognised and can be ended', async ({
  host,
  link,
}) => {
  await host.begin();
  link.mediatel.freeze();
  const given = now();
  expect(await host.give('makeCall', dial)).toBeNull();
  const unanswered = await host.saw('Command Unanswered', given);
  measured('a command on a half-open link is unanswered', unanswered.at - given, 5500);
  const dropped = await host.saw('Disconnected', given, 3000);
  measured('the half-open socket is dropped after that', dropped.at - unanswered.at, 1000);
  expect(calls(link.mediatel)).toBe(0);

  // What TCP had accepted arrives now. Socket.IO would ignore it if it came together with the disconnect packet: this
  // is the worse case.
  link.mediatel.disturb('up', (text) => [{ text, after: text === '41' ? 300 : undefined }]);
  const restored = now();
  link.mediatel.restore();
  const surfaced = await host.saw('Command Surfaced', restored);
  expect(surfaced['command']).toMatchObject({ name: 'makeCall' });
  expect((await host.state()).commands.statuses.makeCall.status).toBe('surfaced');
  expect(calls(link.mediatel)).toBe(1);
  await host.give('hangUp');
  await host.reaches(
    ({ agent, softphone }) => softphone.call === null && !/dialing|delivered|talking/.test(agent.phase),
  );
  expect((await host.state()).commands.statuses.makeCall.status).toBe('idle');
});

test('half open, and lost: the command stays unanswered and never reaches the server', async ({ host, link }) => {
  await host.begin();
  link.mediatel.freeze();
  const given = now();
  expect(await host.give('makeCall', dial)).toBeNull();
  await host.saw('Command Unanswered', given);
  link.mediatel.cut();
  link.mediatel.restore();
  await host.saw('Resynced', given);
  expect((await host.state()).commands.statuses.makeCall.status).toBe('unanswered');
  await nothingCameLater(host, link.mediatel);
  expect(calls(link.mediatel)).toBe(0);
});
