import type { FlightEntry } from 'mediatel-lib/recorder';
import type { IncidentEvent } from './incident';

/** A restart of an agent that answered within this time (ms) was no repair. */
const shortestStuck = 1000;

/** When the agent was stuck until the operator restarted it, and when a second call rang. `atMs`: monotonic. */
export function recordedCommands(entries: readonly FlightEntry[]): IncidentEvent[] {
  const events: IncidentEvent[] = [];
  /** The first request since the last snapshot. */
  let unansweredSince: number | null = null;
  for (const entry of entries) {
    if (entry.type === 'message' && entry.message.type === 'snapshot') unansweredSince = null;
    if (entry.type === 'phone' && entry.event.type === 'inviteRefused' && entry.event.refusal === 'busy') {
      events.push({ type: 'secondCall', atMs: entry.at });
    }
    if (entry.type !== 'request' || !entry.sent) continue;
    if (entry.request.type !== 'exit') unansweredSince ??= entry.at;
    else if (unansweredSince !== null && entry.at - unansweredSince >= shortestStuck) {
      events.push({ type: 'stuck', atMs: unansweredSince });
    }
  }
  return events;
}
