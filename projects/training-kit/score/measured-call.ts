import type { TimelineEvent } from '../run/timeline-event';
import type { HeardRecording, Span } from './score-sheet';

/** One call of a run, as it can be measured. */
export interface MeasuredCall {
  readonly traceId: string;
  readonly events: readonly TimelineEvent[];
  /** `null`: there is no recording, or it can't be read. */
  readonly heard: HeardRecording | null;
  /** Whether the run was stopped or failed during the call or after it: what did not happen can't be claimed. */
  readonly isCutShort: boolean;
}

type EventOf<Type> = TimelineEvent & { readonly type: Type };

/** The first event of a type, at or after a time. */
export function firstOf<Type extends TimelineEvent['type']>(
  { events }: Pick<MeasuredCall, 'events'>,
  type: Type,
  fromMs = -Infinity,
): EventOf<Type> | undefined {
  return events.find((event): event is EventOf<Type> => event.type === type && event.atMs >= fromMs);
}

/** All events of a type, in order. */
export function allOf<Type extends TimelineEvent['type']>(
  { events }: Pick<MeasuredCall, 'events'>,
  type: Type,
): EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

/** From when both hear each other to the end; `null`: they never do. */
export function talkOf(call: MeasuredCall): Span | null {
  const answered = firstOf(call, 'answered');
  if (!answered) return null;
  const fromMs = Math.max(0, answered.atMs);
  const ended = firstOf(call, 'ended')?.atMs ?? call.heard?.durationMs ?? fromMs;
  return { fromMs, toMs: Math.max(fromMs, Math.min(ended, call.heard?.durationMs ?? ended)) };
}

/** Where the customer is on hold, in order. */
export function holdsOf(call: Pick<MeasuredCall, 'events' | 'heard'>): Span[] {
  const end = firstOf(call, 'ended')?.atMs ?? call.heard?.durationMs ?? call.events.at(-1)?.atMs ?? 0;
  const holds: Span[] = [];
  let fromMs: number | null = null;
  for (const { type, atMs } of call.events) {
    if (type === 'held') fromMs ??= atMs;
    if (type !== 'resumed' || fromMs === null) continue;
    holds.push({ fromMs, toMs: atMs });
    fromMs = null;
  }
  if (fromMs !== null && fromMs < end) holds.push({ fromMs, toMs: end });
  return holds;
}
