import { type OperatorRecord, type TimelineSegment, unconfirmedState } from 'mediatel-lib/hub-protocol';

/** The beginning of a segment, and its place among the operator's messages. It ends where the next one begins. */
export interface TimelineEntry extends Omit<TimelineSegment, 'to'> {
  /** Tab generation (a later tab has a higher one) and the sequence number of its message. */
  readonly epoch: number;
  readonly seq: number;
  /** When that tab was last heard, by the clock of its node. */
  readonly heardAt: number;
}

/** The beginning of the record's segment, by the hub's clock: a state, or unconfirmed. */
export function entryOf(record: OperatorRecord): TimelineEntry {
  const { epoch, seq, confirmedAt: heardAt } = record;
  return { ...segmentOf(record), epoch, seq, heardAt };
}

function segmentOf({ presence, receivedAt, confirmedAt, confidence }: OperatorRecord): Omit<TimelineSegment, 'to'> {
  if (confidence === 'unconfirmed') {
    return {
      from: confirmedAt,
      state: unconfirmedState,
      status: '',
      pause: null,
      queue: null,
      traceId: null,
      kind: null,
    };
  }
  // Only the difference of Mediatel's own times counts: its clock and the hub's may differ.
  const age = presence.since === null ? 0 : Math.max(0, presence.serverTime - presence.since);
  return {
    from: receivedAt - age,
    state: presence.state,
    status: presence.status,
    pause: presence.pause,
    queue: presence.queue,
    traceId: presence.call?.traceId ?? null,
    kind: presence.call?.kind ?? null,
  };
}

/** Whether both entries belong to the same segment. Mute, quality and the like begin no new one. */
export function isSameSegment(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.state === b.state && a.pause === b.pause && a.queue === b.queue && a.traceId === b.traceId;
}

/** Whether the entry says that the operator was lost. */
export const isLost = ({ state }: TimelineEntry): boolean => state === unconfirmedState;

/** Sorts by the tab's message, not by when it was written: an older tab's node may write after a newer tab's. */
const bySaid = (a: TimelineEntry, b: TimelineEntry): number =>
  a.epoch - b.epoch || a.seq - b.seq || a.heardAt - b.heardAt || Number(isLost(a)) - Number(isLost(b));

/**
 * Composes a day's segments from its entries; `until` is now or the day's end.
 *
 * A later message about an earlier time wins: an operator who comes back in the state they were lost in was in it all
 * the time. Laws, tested with generated entries: the order of writing, and how often an entry is written, change
 * nothing; segments neither overlap nor leave gaps; their total is the time since the first entry.
 */
export function composeDay(entries: readonly TimelineEntry[], begin: number, until: number): TimelineSegment[] {
  const starts: TimelineEntry[] = [];
  for (const entry of [...entries].sort(bySaid)) {
    const from = Math.max(begin, entry.from);
    if (from >= until) continue;
    while (starts.length > 0 && starts[starts.length - 1]!.from >= from) starts.pop();
    const last = starts[starts.length - 1];
    if (!last || !isSameSegment(last, entry)) starts.push({ ...entry, from });
  }
  return starts.map(({ from, state, status, pause, queue, traceId, kind }, i) => ({
    from,
    to: starts[i + 1]?.from ?? null,
    state,
    status,
    pause,
    queue,
    traceId,
    kind,
  }));
}
