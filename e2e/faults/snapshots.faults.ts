import { duplicated, isSnapshot, reordered, rewritten, snapshotFrame, undisturbed } from './disturbance';
import { expect, test } from './link';

const poison: readonly unknown[] = [
  null,
  'x',
  7,
  [],
  {},
  { state: 5 },
  { state: 'STATE_IDLE', queues: 5 },
  { state: 'STATE_IDLE', callHistory: [7] },
];

test('25 poison snapshots, then a good one: the good one shows', async ({ host, link }) => {
  await host.begin();
  for (let i = 0; i < 25; i++) link.mediatel.inject('down', snapshotFrame(poison[i % poison.length]));
  await host.reaches(({ link: { rejectedSnapshots } }) => rejectedSnapshots === 25);
  await host.give('takePause', { pauseId: '4' });
  await host.phase('paused');
});

test('duplicated snapshots tell nothing twice', async ({ host, link }) => {
  link.mediatel.disturb('down', duplicated(isSnapshot));
  await host.begin();
  await host.talk();
  await host.finish();
  const told = (await host.events(0)).filter((name) => /^(Dialing|Call (D|S|E)[a-z]+$|Clerical|Screen)/.test(name));
  expect(new Set(told).size).toBe(told.length);
});

test('of two snapshots in the wrong order the later one stays', async ({ host, link }) => {
  await host.begin();
  const last = link.mediatel.texts('down').findLast(isSnapshot) ?? '';
  const [, fields] = JSON.parse(last.slice(2)) as [string, Record<string, unknown>];
  const later = { ...fields, state: 'STATE_PAUSE', status: 'pause', pauseId: '4' };
  link.mediatel.disturb('down', reordered(isSnapshot));
  await host.give('setPredictive', { on: true });
  link.mediatel.disturb('down', undisturbed);
  link.mediatel.inject('down', snapshotFrame({ ...later, serverTime: Number(fields['serverTime']) + 4000 }));
  link.mediatel.inject('down', last);
  link.mediatel.inject('down', snapshotFrame({ state: 'STATE_IDLE', queues: 5 }));
  await host.saw('Snapshot Rejected', 0);
  expect((await host.state()).agent).toMatchObject({ phase: 'paused', pauseId: '4' });
});

test('an unknown state is kept, and the next known one shows', async ({ host, link }) => {
  await host.begin();
  link.mediatel.inject('down', snapshotFrame({ state: 'STATE_TRANSFER', status: 'transferring' }));
  await host.saw('Unknown State Entered', 0);
  await host.give('takePause', { pauseId: '4' });
  link.mediatel.inject('down', snapshotFrame({ state: 'STATE_PAUSE', status: 'pause', pauseId: '4' }));
  await host.phase('paused');
});

test('a server clock set back an hour freezes nothing', async ({ host, link }) => {
  await host.begin();
  link.mediatel.disturb(
    'down',
    rewritten((fields) => ({
      ...fields,
      serverTime: Number(fields['serverTime']) - 3_600_000,
      time: fields['time'] === null ? null : Number(fields['time']) - 3_600_000,
    })),
  );
  await host.give('takePause', { pauseId: '4' });
  await host.phase('paused');
  await host.give('endPause');
  await host.phase('available');
});
