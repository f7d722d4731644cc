import { duplicated, isSnapshot, rewritten, snapshotFrame } from './disturbance';
import { expect, test } from './link';

const poison: readonly unknown[] = [
  null,
  'x',
  7,
  [],
  {},
  { state: 5 },
  { state: '', status: 'available' },
  { status: 'available', queues: 5 },
];

/**
 * In each, one field has another type than in the documents. That is plausible: the documents show only three
 * snapshots.
 */
const misread: readonly Readonly<Record<string, unknown>>[] = [
  { holdQueue: [] },
  { mcc: { id: 7 } },
  { lastCallTime: '2021-03-25 11:58:15' },
  { callWaitDuration: '00:00:12' },
  { callHistory: [7] },
  { pauseList: [['4', 'Lunch'], null] },
  { queues: 5 },
  { availableCallCodes: [{ Name: 'without an id' }] },
  { pauseAcknowledge: '2' },
  { crmConnectTarget: false },
  { isAvailable: 'yes' },
  { loginAttempt: 'none' },
];

test('25 poison snapshots, then a good one: the good one shows', async ({ host, link }) => {
  await host.begin();
  for (let i = 0; i < 25; i++) link.mediatel.inject('down', snapshotFrame(poison[i % poison.length]));
  await host.reaches(({ link: { rejectedSnapshots } }) => rejectedSnapshots === 25);
  await host.give('takePause', { pauseId: '4' });
  await host.phase('paused');
});

test('duplicated snapshots cause no event twice', async ({ host, link }) => {
  link.mediatel.disturb('down', duplicated(isSnapshot));
  await host.begin();
  await host.talk();
  await host.finish();
  const told = (await host.events(0)).filter((name) => /^(Dialing|Call (D|S|E)[a-z]+$|Clerical|Screen)/.test(name));
  expect(new Set(told).size).toBe(told.length);
});

test('a field of another type loses only itself, and is named', async ({ host, link }) => {
  await host.begin();
  for (const fields of misread) {
    const [[field]] = Object.entries(fields) as [[string, unknown]];
    link.mediatel.inject('down', snapshotFrame({ state: 'STATE_PAUSE', status: 'pause', pauseId: '4', ...fields }));
    await host.phase('paused');
    await host.reaches(({ link: { unreadFields } }) => unreadFields.some(({ path }) => path.startsWith(field)));
    link.mediatel.inject('down', snapshotFrame({ state: 'STATE_IDLE', status: 'available', ...fields }));
    await host.phase('available');
  }
});

test.describe('a server clock set back', () => {
  for (const seconds of [1, 4, 3600]) {
    test(`by ${seconds} s loses no state`, async ({ host, link }) => {
      await host.begin();
      link.mediatel.disturb(
        'down',
        rewritten((fields) => ({
          ...fields,
          serverTime: Number(fields['serverTime']) - seconds * 1000,
          time: fields['time'] === null ? null : Number(fields['time']) - seconds * 1000,
        })),
      );
      await host.give('takePause', { pauseId: '4' });
      await host.phase('paused');
      await host.give('endPause');
      await host.phase('available');
    });
  }
});

test('an unknown state is kept, and the next known one shows', async ({ host, link }) => {
  await host.begin();
  link.mediatel.inject('down', snapshotFrame({ state: 'STATE_TRANSFER', status: 'transferring' }));
  await host.saw('Unknown State Entered', 0);
  await host.give('takePause', { pauseId: '4' });
  link.mediatel.inject('down', snapshotFrame({ state: 'STATE_PAUSE', status: 'pause', pauseId: '4' }));
  await host.phase('paused');
});
