import { type FlightEntry, decodeFlight } from 'mediatel-lib/recorder';
import { entriesOf, phone, request, snapshot, type Timed } from './incident/recording.fixture';
import { callPlaceIn } from './recorded/recorded-call-place';
import { runFlightOf } from './run-flight';

const work = { callTraceID: '70', ani: '•••99' };
const run = { callTraceID: '77', ani: '•••01' };
const answered = (callId: string, at: number) => phone({ type: 'answered', callId, at });
const registered = phone({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });

/** Real work, and a run two minutes later. */
const facts: readonly Timed[] = [
  [1000, { type: 'opened', user: 'agent3', extension: '1003' }],
  [1100, { type: 'connection', state: { status: 'connected' } }],
  [1200, registered],
  [1300, snapshot('STATE_IDLE')],
  [8000, snapshot('STATE_CALL_ACTIVE', work)],
  [8500, answered('w', 8500)],
  [20_000, request('closeCall')],
  [20_100, snapshot('STATE_CLERICAL', work)],
  [25_000, snapshot('STATE_IDLE')],
  [145_000, { type: 'page', event: 'hidden' }],
  [150_000, snapshot('STATE_CALL_DELIVERED', run)],
  [151_000, answered('r', 151_000)],
  [151_200, snapshot('STATE_CALL_ACTIVE', run)],
  [170_000, snapshot('STATE_CLERICAL', run)],
];
const textOf = (entries: readonly FlightEntry[]): string =>
  JSON.stringify({
    ...{ format: 'mediatel-flight', version: 2, library: '0.1.0', browser: 'x', numbersMasked: true, entries },
    ...{ operator: { user: 'agent3', extension: '1003' }, savedAt: { wall: 1_000_000, monotonic: 180_000 } },
  });
const cut = (traceIds: readonly string[], entries = entriesOf(...facts)): FlightFileOrNull => {
  const text = runFlightOf(textOf(entries), traceIds);
  if (text === null) return null;
  const decoded = decodeFlight(text);
  if (!decoded.ok) throw new Error(decoded.fault.reason);
  return decoded.file;
};
type FlightFileOrNull = Extract<ReturnType<typeof decodeFlight>, { ok: true }>['file'] | null;

describe('the recording of a run', () => {
  it('begins ten seconds before its first call, with the state of the desk', () => {
    expect(cut(['77'])?.entries.map(({ at, type }) => [at, type])).toEqual([
      [1000, 'opened'],
      [1100, 'connection'],
      [1200, 'phone'],
      [25_000, 'message'],
      [145_000, 'page'],
      [150_000, 'message'],
      [151_000, 'phone'],
      [151_200, 'message'],
      [170_000, 'message'],
    ]);
  });

  it('has nothing of the work before it', () => {
    const text = JSON.stringify(cut(['77']));
    expect(text).not.toContain('•••99');
    expect(text).not.toContain('"70"');
    expect(text).not.toContain('closeCall');
  });

  it('has its calls where the whole recording has them', () => {
    const file = cut(['78', '77']);
    expect(file && callPlaceIn(file, '77')).toEqual({ answeredMs: 150_000, untilMs: 169_000 });
    expect(file?.savedAt).toEqual({ wall: 1_000_000, monotonic: 180_000 });
  });

  it('is a file as the recorder writes it, so that the server knows it', () => {
    expect(runFlightOf(textOf(entriesOf(...facts)), ['77'])).toMatch(/^\{"format":"mediatel-flight",/);
  });

  it.each([
    ['without the run’s calls', ['78'], facts],
    ['of no run', [], facts],
    ['of a tab that was not the phone', ['77'], facts.filter(([, { type }]) => type !== 'phone')],
  ] as const)('is none in a recording %s', (_what, traceIds, all) => {
    expect(cut(traceIds, entriesOf(...all))).toBeNull();
  });

  it('is none in what is no recording', () => {
    expect(runFlightOf('', ['77'])).toBeNull();
  });
});
