import fc from 'fast-check';
import { type CallRecord, isFresh, readRecord, versioned } from './call-record';

const record: CallRecord = {
  owner: 'wss://pbx.invalid/ 1001 pbx.invalid 8f1fa16a',
  contactUri: 'sip:abc@def.invalid;transport=ws',
  callerNumber: '0661234501',
  callerName: null,
  answeredAt: 1000,
  muted: true,
  aliveAt: 60_000,
  isSoundLeft: false,
  reportsWithin: 2000,
  unacked: [42],
  dialog: {
    callId: 'call-1',
    localTag: 'ours',
    remoteTag: 'theirs',
    localUri: 'sip:1001@pbx.invalid',
    remoteUri: 'sip:0661234501@pbx.invalid',
    remoteTarget: 'sip:customer@192.0.2.1:5060',
    routes: ['<sip:192.0.2.2;lr>'],
    localSequence: null,
    remoteSequence: 1,
  },
};
const kept = (): unknown => JSON.parse(JSON.stringify(versioned(record)));

it('reads what it has written', () => {
  expect(readRecord(kept())).toEqual(record);
});

it('ignores another layout, and what is no record', () => {
  expect(readRecord({ ...versioned(record), version: 2 })).toBeNull();
  for (const other of [null, undefined, '', 7, [], {}, { version: 1 }]) expect(readRecord(other)).toBeNull();
});

/** Every path of the stored record to a value that has none below it. */
const paths = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, below]) => paths(below, [...path, key]))
    : [path];

const required = paths(kept()).filter(([key]) => !['isSoundLeft', 'reportsWithin', 'unacked'].includes(key!));

it.each(required)('ignores a record with a foreign value at %s', (...path) => {
  let hits = 0;
  fc.assert(
    fc.property(fc.oneof(fc.object(), fc.constant(undefined), fc.constant(Number.NaN), fc.constant([7])), (foreign) => {
      const changed = kept() as Record<string, unknown>;
      let holder = changed;
      for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
      holder[path.at(-1)!] = foreign;
      expect(readRecord(changed)).toBeNull();
      hits += 1;
    }),
    { numRuns: 25 },
  );
  expect(hits).toBe(25);
});

it('ignores a time of reports that is none, and goes on without', () => {
  for (const reportsWithin of [undefined, null, '2000', 0, -1, {}])
    expect(readRecord({ ...(kept() as object), reportsWithin })).toEqual({ ...record, reportsWithin: null });
  for (const unacked of [undefined, null, '42', {}, ['42', -1]])
    expect(readRecord({ ...(kept() as object), unacked })).toEqual({ ...record, unacked: [] });
});

it('takes sound as left only if the record says so', () => {
  for (const isSoundLeft of [undefined, null, 'true', 1, {}])
    expect(readRecord({ ...(kept() as object), isSoundLeft })).toEqual(record);
  expect(readRecord({ ...(kept() as object), isSoundLeft: true })).toMatchObject({ isSoundLeft: true });
});

it('is fresh for a minute after its last sign of life, also if the clock was set back by less', () => {
  expect([60_000, 120_000, 0].map((now) => isFresh(record, now))).toEqual([true, true, true]);
  expect([120_001, -1].map((now) => isFresh(record, now))).toEqual([false, false]);
});
