import type { TimelineFault, TimelineRepair } from '../run/timeline-event';
import { isCode } from '../scenario/condition';
import { type Measure, moment, seconds, unmeasured } from './measure';
import { type MeasuredCall, allOf, firstOf } from './measured-call';

type Measures = readonly Measure[];

/** What did not happen: missed, unless the run ended before it could. */
const never = (call: MeasuredCall, measured: string | null = null): Measures =>
  call.isCutShort ? unmeasured('runEnded') : [{ isMet: false, measured, at: null }];

/** The time from the first ring until both hear each other. */
export function answer(call: MeasuredCall, wanted: number): Measures {
  const rings = firstOf(call, 'ringing');
  if (!rings) return unmeasured('noEvents');
  const answered = firstOf(call, 'answered', rings.atMs);
  if (!answered) return never(call);
  const late = answered.atMs - rings.atMs;
  return [{ isMet: late <= wanted * 1000, measured: seconds(late), at: { fromMs: rings.atMs, toMs: answered.atMs } }];
}

/** Who ended the call. A run that ends hangs up by itself: then only the operator's own end counts. */
export function endedBy(call: MeasuredCall, wanted: string): Measures {
  const ended = firstOf(call, 'ended');
  if (!ended || (call.isCutShort && ended.by !== 'operator')) return unmeasured(ended ? 'runEnded' : 'noEvents');
  return [{ isMet: ended.by === wanted, measured: ended.by, at: moment(ended.atMs) }];
}

/** How long the after-call work takes. It comes after the recording. */
export function clerical(call: MeasuredCall, wanted: number): Measures {
  const changes = allOf(call, 'stateChanged');
  const begins = changes.findIndex(({ phase }) => phase === 'clerical');
  const from = changes[begins];
  const to = changes.slice(begins + 1).find(({ phase }) => phase !== 'clerical');
  if (!from || !to) return unmeasured(call.isCutShort ? 'runEnded' : 'noAfterCall');
  const took = to.atMs - from.atMs;
  return [{ isMet: took <= wanted * 1000, measured: seconds(took), at: null }];
}

/** Whether one of the wanted call codes was saved. */
export function code(call: MeasuredCall, wanted: readonly string[]): Measures {
  const saved = allOf(call, 'codeSaved');
  if (saved.length === 0) return never(call);
  const right = saved.find((each) => wanted.some((one) => isCode(one, each)));
  const names = [...new Set(saved.map(({ name }) => name))].join('; ');
  return [{ isMet: right !== undefined, measured: names, at: moment((right ?? saved[0]!).atMs) }];
}

/** Whether a note of the call was saved. */
export function note(call: MeasuredCall): Measures {
  const saved = firstOf(call, 'noteSaved');
  return saved ? [{ isMet: true, measured: 'saved', at: moment(saved.atMs) }] : never(call);
}

/** The fault that each repair is for. */
const faultOf: Readonly<Record<TimelineRepair, TimelineFault>> = {
  restartAgent: 'stuck',
  endPause: 'missed',
  reconnect: 'cut',
};

/** The time from a fault to its repair. */
export function repair(
  call: MeasuredCall,
  { action, within }: { readonly action: TimelineRepair; readonly within: number },
): Measures {
  const fault = allOf(call, 'fault').find((each) => each.fault === faultOf[action]);
  if (!fault) return unmeasured('noFault');
  const repaired = allOf(call, 'repair').find((each) => each.action === action && each.atMs >= fault.atMs);
  if (!repaired) return never(call);
  const took = repaired.atMs - fault.atMs;
  return [{ isMet: took <= within * 1000, measured: seconds(took), at: { fromMs: fault.atMs, toMs: repaired.atMs } }];
}

/** Whether the customer came to a turn. If not, the last turn is what was measured. */
export function reaches(call: MeasuredCall, wanted: string): Measures {
  const turns = allOf(call, 'turn');
  const reached = turns.find(({ turn }) => turn === wanted);
  if (!reached) return never(call, turns.at(-1)?.turn ?? null);
  return [{ isMet: true, measured: reached.turn, at: moment(reached.atMs) }];
}
