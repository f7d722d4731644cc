import * as fc from 'fast-check';
import { firstRunStep, nextRunState } from './next-run-state';
import { failures, type RunEvent } from './run-event';
import { isOver, type PlannedCall, statusOf, type RunState } from './run-state';

const incoming: PlannedCall = { direction: 'incoming', comesAfterSeconds: 3 };
const outgoing: PlannedCall = { direction: 'outgoing', comesAfterSeconds: 3 };
const twoIncoming = [incoming, { ...incoming, comesAfterSeconds: 7 }];

const free: RunEvent = { type: 'trainee', presence: 'free' };
const busy: RunEvent = { type: 'trainee', presence: 'busy' };
const away: RunEvent = { type: 'trainee', presence: 'away' };
const out: RunEvent = { type: 'trainee', presence: 'out' };
const due: RunEvent = { type: 'due' };
const began = (traceId = '1'): RunEvent => ({ type: 'callBegan', traceId });
const ended = (traceId = '1'): RunEvent => ({ type: 'callEnded', traceId });
const stopped: RunEvent = { type: 'stopped', reason: 'by trainer1' };

/** The state after these events, and the effects of the last one. */
function play(calls: readonly PlannedCall[], ...events: readonly RunEvent[]) {
  let { state, effects } = firstRunStep(calls, 'out');
  for (const event of events) ({ state, effects } = nextRunState(calls, state, event));
  return { state, effects, status: statusOf(state) };
}

describe('a run', () => {
  it.each<[string, readonly PlannedCall[], RunEvent[], string, unknown[]]>([
    ['begins with a wait', [incoming], [], 'waiting', [{ type: 'wait', seconds: 3 }]],
    ['needs no wait if the trainee dials', [outgoing], [], 'waiting', []],
    ['waits for the trainee', [incoming], [due], 'waiting', []],
    ['waits for the time', [incoming], [free], 'waiting', []],
    ['offers when both fit', [incoming], [free, due], 'waiting', [{ type: 'offer' }]],
    ['offers when the trainee comes late', [incoming], [due, busy, free], 'waiting', [{ type: 'offer' }]],
    ['offers nothing on a pause of the trainee', [incoming], [due, away], 'waiting', []],
    ['offers once', [incoming], [free, due, free], 'waiting', []],
    ['never offers an outgoing call', [outgoing], [free, due], 'waiting', []],
    [
      'tries again after a refusal',
      [incoming],
      [free, due, { type: 'offerRefused', isDiskFull: false }],
      'waiting',
      [{ type: 'wait', seconds: 1 }],
    ],
    [
      'tries later if the disk is full',
      [incoming],
      [free, due, { type: 'offerRefused', isDiskFull: true }],
      'waiting',
      [{ type: 'wait', seconds: 5 }],
    ],
    [
      'offers nothing before it tries again',
      [incoming],
      [free, due, { type: 'offerRefused', isDiskFull: false }, free],
      'waiting',
      [],
    ],
    ['ignores the refusal of no offer', [incoming], [{ type: 'offerRefused', isDiskFull: true }], 'waiting', []],
    ['plays', [incoming], [free, due, began()], 'playing', [{ type: 'cancelWait' }]],
    ['plays what the trainee dials', [outgoing], [free, began()], 'playing', [{ type: 'cancelWait' }]],
    ['ignores the end of another call', [incoming], [free, due, began(), ended('2')], 'playing', []],
    ['awaits the code', [incoming], [free, due, began(), busy, ended()], 'afterCall', []],
    ['is not done before the code', [incoming], [free, due, began(), ended(), busy], 'afterCall', []],
    [
      'is done after the work of its last call',
      [incoming],
      [free, due, began(), ended(), free],
      'done',
      [{ type: 'cancelWait' }, { type: 'over' }],
    ],
    [
      'is done if the trainee pauses after it',
      [incoming],
      [free, due, began(), ended(), away],
      'done',
      [{ type: 'cancelWait' }, { type: 'over' }],
    ],
    [
      'counts the time of the next call from the end',
      twoIncoming,
      [free, due, began(), ended()],
      'afterCall',
      [{ type: 'wait', seconds: 7 }],
    ],
    ['stays after the call until the next is due', twoIncoming, [free, due, began(), ended(), free], 'afterCall', []],
    ['offers the next one', twoIncoming, [free, due, began(), ended(), free, due], 'waiting', [{ type: 'offer' }]],
    [
      'offers the next one after long work',
      twoIncoming,
      [free, due, began(), ended(), due, free],
      'waiting',
      [{ type: 'offer' }],
    ],
    ['goes on when the trainee logs in again', twoIncoming, [free, due, began(), ended(), out], 'afterCall', []],
    ['lets the trainee dial the next one', [incoming, outgoing], [free, due, began(), ended(), free], 'waiting', []],
    ['offers nothing while paused', [incoming], [{ type: 'paused' }, free, due], 'paused', []],
    [
      'offers after the pause',
      [incoming],
      [{ type: 'paused' }, free, due, { type: 'resumed' }],
      'waiting',
      [{ type: 'offer' }],
    ],
    ['goes on with a call that is paused', [incoming], [free, due, began(), { type: 'paused' }], 'playing', []],
    [
      'is stopped',
      [incoming],
      [free, due, began(), stopped],
      'stopped',
      [{ type: 'cancelWait' }, { type: 'leaveCall' }, { type: 'over' }],
    ],
    ['is stopped between calls', [incoming], [stopped], 'stopped', [{ type: 'cancelWait' }, { type: 'over' }]],
    ['does nothing afterwards', [incoming], [stopped, free, due, began()], 'stopped', []],
  ])('%s', (_what, calls, events, status, effects) => {
    const played = play(calls, ...events);
    expect({ status: played.status, effects: played.effects }).toEqual({ status, effects });
  });

  it.each<[RunEvent, string]>([
    [{ type: 'limitReached' }, failures.limit],
    [{ type: 'traineeGone' }, failures.gone],
    [{ type: 'serverStops' }, failures.server],
    [{ type: 'speechFailed', reason: 'no voice' }, 'no voice'],
  ])('fails with its reason: %j', (event, reason) => {
    expect(play([incoming], free, due, began(), event)).toMatchObject({
      status: 'failed',
      state: { reason, traceId: null },
      effects: [{ type: 'cancelWait' }, { type: 'leaveCall' }, { type: 'over' }],
    });
  });

  it('goes on with what it lacks, and says it at the end', () => {
    const noted: RunEvent = { type: 'noted', reason: failures.diskFull };
    expect(play([incoming], free, due, began(), noted)).toMatchObject({ status: 'playing', effects: [] });
    expect(play([incoming], free, due, began(), noted, ended(), free)).toMatchObject({
      status: 'done',
      state: { reason: failures.diskFull },
    });
  });

  it('counts its calls', () => {
    const first = [free, due, began('1'), ended('1'), free, due];
    expect(play(twoIncoming, ...first).state.call).toBe(1);
    expect(play(twoIncoming, ...first, began('2'), ended('2'), free)).toMatchObject({
      status: 'done',
      state: { call: 1 },
    });
  });
});

const plan = fc.array(
  fc.record({
    direction: fc.constantFrom('incoming' as const, 'outgoing' as const, 'predictive' as const),
    comesAfterSeconds: fc.nat(9),
  }),
  { minLength: 1, maxLength: 3 },
);
const traceId = fc.constantFrom('1', '2');
const anyEvent: fc.Arbitrary<RunEvent> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(free, busy, away, out) },
  { weight: 12, arbitrary: fc.constant(due) },
  { weight: 12, arbitrary: traceId.map(began) },
  { weight: 12, arbitrary: traceId.map(ended) },
  fc.constantFrom<RunEvent>({ type: 'paused' }, { type: 'resumed' }),
  fc.boolean().map((isDiskFull) => ({ type: 'offerRefused' as const, isDiskFull })),
  fc.constantFrom<RunEvent>(stopped, { type: 'limitReached' }, { type: 'traineeGone' }, { type: 'serverStops' }),
);

describe('any order of events', () => {
  it('leaves no run playing without a call, offers only to the free, and ends once', () => {
    let offers = 0;
    let overs = 0;
    fc.assert(
      fc.property(plan, fc.array(anyEvent, { minLength: 20, size: 'max', maxLength: 40 }), (calls, events) => {
        let state: RunState = firstRunStep(calls, 'out').state;
        for (const event of events) {
          const before = state;
          const step = nextRunState(calls, state, event);
          state = step.state;
          const types = step.effects.map(({ type }) => type);
          expect(statusOf(state) === 'playing').toBe(state.traceId !== null);
          expect(types.includes('over')).toBe(isOver(state) && !isOver(before));
          expect(types.includes('leaveCall')).toBe(isOver(state) && before.traceId !== null);
          const isOffered = types.includes('offer');
          const mayOffer = state.presence === 'free' && !state.isPaused && state.isDue && state.stage === 'offering';
          expect(!isOffered || mayOffer).toBe(true);
          if (isOffered) offers++;
          if (types.includes('over')) overs++;
        }
        expect(state.call).toBeLessThan(calls.length);
      }),
      { numRuns: 1500 },
    );
    expect(offers).toBeGreaterThan(50);
    expect(overs).toBeGreaterThan(50);
  });
});
