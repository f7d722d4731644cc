import { type OperatorRecord, type TimelineSegment, unconfirmedState } from 'mediatel-lib/protocol';
import type { TimelineEntry } from './hub-store';

/** The beginning of what the record tells, by the hub's clock. */
export function entryOf({ presence, receivedAt }: OperatorRecord): TimelineEntry {
  // Only Mediatel's own difference counts: its clock and the hub's need not agree.
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

/** Whether both tell of the same stretch. Mute, quality and the like make no new one. */
export function isSameStretch(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.state === b.state && a.pause === b.pause && a.queue === b.queue && a.traceId === b.traceId;
}

/** The stretch in which the operator was lost. */
export function lostEntry({ confirmedAt }: OperatorRecord): TimelineEntry {
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

/**
 * A day's stretches from its entries in the order they were written, `until` being now or the day's end.
 *
 * A later word about an earlier time wins: an operator who comes back in the state they were lost in was in it all along. Stretches
 * neither overlap nor leave gaps, and are as long in sum as the time from the first entry on (tested with generated entries).
 */
export function composeDay(entries: readonly TimelineEntry[], begin: number, until: number): TimelineSegment[] {
  const starts: TimelineEntry[] = [];
  for (const entry of entries) {
    const from = Math.max(begin, entry.from);
    if (from >= until) continue;
    while (starts.length > 0 && starts[starts.length - 1]!.from >= from) starts.pop();
    const last = starts[starts.length - 1];
    if (!last || !isSameStretch(last, entry)) starts.push({ ...entry, from });
  }
  return starts.map((entry, i) => ({ ...entry, to: starts[i + 1]?.from ?? null }));
}
