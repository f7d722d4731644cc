import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';
import type { Incident, IncidentCall, IncidentEvent } from './incident';
import { recordedCalls } from './recorded-calls';
import { recordedCommands } from './recorded-commands';
import { recordedCuts } from './recorded-cuts';
import { recordedSound } from './recorded-sound';

/** A fault with its monotonic time. One that lasts may begin before a call and go on in it. */
interface Fault {
  readonly event: IncidentEvent;
  readonly untilMs: number;
}

/** What happened in a recording: its calls, with what went wrong in each. */
export function incidentOf({ entries }: Pick<FlightFile, 'entries'>): Incident {
  const faults = faultsOf(entries);
  const used = new Set<Fault>();
  const calls = recordedCalls(entries).map(({ holds, ...call }): IncidentCall => {
    const { joinedMs, endedMs } = call;
    if (joinedMs === null) return { ...call, events: [] };
    const own = faults.filter(({ event, untilMs }) => event.atMs < endedMs && untilMs > joinedMs);
    for (const fault of own) used.add(fault);
    const events = [
      ...own.map(({ event }) => inCall(event, joinedMs)),
      ...holds.flatMap(({ fromMs, toMs }): IncidentEvent[] => [
        { type: 'hold', atMs: fromMs - joinedMs },
        { type: 'holdOver', atMs: toMs - joinedMs },
      ]),
    ];
    return { ...call, events: events.filter(({ atMs }) => atMs < endedMs - joinedMs).sort((a, b) => a.atMs - b.atMs) };
  });
  return { calls, beganMs: entries[0]?.at ?? 0, elsewhere: faults.length - used.size };
}

function faultsOf(entries: readonly FlightEntry[]): Fault[] {
  const cuts = recordedCuts(entries).map(({ link, fromMs, toMs }): Fault => {
    return { event: { type: 'cut', link, atMs: fromMs, seconds: (toMs - fromMs) / 1000 }, untilMs: toMs };
  });
  const moments = [...recordedSound(entries), ...recordedCommands(entries)];
  return [...cuts, ...moments.map((event): Fault => ({ event, untilMs: event.atMs + 1 }))];
}

/** An event by the time of its call. Of a cut that began before, the rest counts. */
function inCall(event: IncidentEvent, joinedMs: number): IncidentEvent {
  const atMs = Math.max(0, event.atMs - joinedMs);
  if (event.type !== 'cut') return { ...event, atMs };
  return { ...event, atMs, seconds: event.seconds - Math.max(0, joinedMs - event.atMs) / 1000 };
}
