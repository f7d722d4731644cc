import {
  type PlannedCall,
  badQuality,
  entriesOf,
  phone,
  proved,
  recordingOf,
  snapshot,
} from '../incident/recording.fixture';
import { recordedFlow } from './recorded-flow';
import { recordedLinks } from './recorded-links';
import { recordedPhases } from './recorded-phases';
import { recordedQuality } from './recorded-quality';
import { lengthOf, pageStarts, wallTimeAt } from './recorded-time';

const reload = { type: 'page', event: 'loaded' } as const;
const connected = { type: 'connection', state: { status: 'connected' } } as const;
const lost = { type: 'connection', state: { status: 'unreachable', retryAt: null, detail: '' } } as const;

const call: PlannedCall = {
  ...({ direction: 'outgoing', queue: 'Q', freeMs: 1000, talkMs: 5000, endedBy: 'operator', faults: [] } as const),
};

/** A recording that was saved with its last entry. */
const savedAtOnce = (entries: ReturnType<typeof entriesOf>) => {
  const at = entries.at(-1)?.at ?? 0;
  return { entries, savedAt: { wall: at, monotonic: at } };
};

describe('the length of a recording', () => {
  it.each([
    ['the saving', 3000, 2000],
    ['a minute after its last entry at most', 1e300, 61_000],
    ['its last entry if it says that it was saved before', 0, 1000],
  ])('is up to %s', (_, monotonic, length) => {
    const entries = entriesOf([1000, connected], [2000, lost]);
    expect(lengthOf({ entries, savedAt: { wall: 0, monotonic } })).toBe(length);
  });
});

describe('the lanes of a recording', () => {
  it('show the operator’s states, from the recording’s beginning', () => {
    expect(recordedPhases(recordingOf([call]))).toEqual([
      { fromMs: 0, toMs: 1000, value: 'available' },
      { fromMs: 1000, toMs: 2500, value: 'dialing' },
      { fromMs: 2500, toMs: 7500, value: 'talking' },
    ]);
  });

  it('have a gap where the page was loaded again', () => {
    const entries = entriesOf([0, snapshot('STATE_IDLE')], [100, reload], [300, snapshot('STATE_IDLE')], [400, lost]);
    expect(recordedPhases(savedAtOnce(entries))).toEqual([
      { fromMs: 0, toMs: 100, value: 'available' },
      { fromMs: 300, toMs: 400, value: 'available' },
    ]);
    expect(pageStarts({ entries })).toEqual([0, 1]);
  });

  it('show a lost link until it works again, also while it is tried', () => {
    const trying = { type: 'connection', state: { status: 'connecting', attempt: 2 } } as const;
    const entries = entriesOf([0, trying], [10, connected], [20, lost], [30, trying], [40, connected], [50, lost]);
    expect(recordedLinks(savedAtOnce(entries)).mediatel).toEqual([
      { fromMs: 0, toMs: 10, value: 'trying' },
      { fromMs: 10, toMs: 20, value: 'up' },
      { fromMs: 20, toMs: 40, value: 'down' },
      { fromMs: 40, toMs: 50, value: 'up' },
    ]);
  });

  it('take a refreshed registration for the same one', () => {
    const registered = phone({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });
    const refresh = phone({ type: 'registrationChanged', registration: { status: 'registering' } });
    const entries = entriesOf([0, registered], [10, refresh], [20, registered], [30, connected]);
    expect(recordedLinks(savedAtOnce(entries)).phone).toEqual([{ fromMs: 0, toMs: 30, value: 'up' }]);
  });

  it('show the sound of both sides, and none between calls', () => {
    const entries = entriesOf(
      [0, phone({ type: 'answered', callId: 'a', at: 0 })],
      [10, proved('heard', 10)],
      [20, proved('no-packets', 20)],
      [25, phone({ type: 'muteChanged', callId: 'a', muted: true, cause: 'operator' })],
      [30, phone({ type: 'ended', callId: 'a', by: 'operator', answered: true, cause: '', at: 30 })],
      [40, connected],
    );
    const { operator, customer } = recordedFlow(savedAtOnce(entries));
    expect(customer.map(({ value }) => value)).toEqual(['unknown', 'heard', 'gone']);
    expect(operator.map(({ value }) => value)).toEqual(['unknown', 'heard', 'off']);
    expect(customer.at(-1)?.toMs).toBe(30);
  });

  it('show the line’s quality call by call', () => {
    const measured = { type: 'quality', quality: badQuality } as const;
    const ended = phone({ type: 'ended', callId: 'a', by: 'server', answered: true, cause: '', at: 30 });
    const entries = entriesOf([5, measured], [10, measured], [15, ended], [20, measured]);
    expect(recordedQuality({ entries })).toEqual([
      [
        { atMs: 0, mos: 2 },
        { atMs: 5, mos: 2 },
      ],
      [{ atMs: 15, mos: 2 }],
    ]);
  });

  it('know the wall-clock time of each position', () => {
    const file = recordingOf([call]);
    expect(wallTimeAt(file, lengthOf(file))).toBe(file.savedAt.wall);
  });
});
