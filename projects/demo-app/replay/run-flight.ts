import { type FlightFile, type FlightEntry, decodeFlight } from 'mediatel-lib/recorder';
import { callPlaceIn } from './recorded/recorded-call-place';

/** What the desk did so long before the first call belongs to the run (ms). */
const leadMs = 10_000;

/**
 * The part of a desk's recording that is a training run's, as the text of a file: what the operator did before it stays
 * in the browser.
 *
 * `null`: the recording has none of its calls, or another tab was the phone.
 *
 * @param text The recorder's text.
 * @param traceIds The run's calls.
 */
export function runFlightOf(text: string, traceIds: readonly string[]): string | null {
  const decoded = decodeFlight(text);
  if (!decoded.ok || !decoded.file.entries.some(isAnswer)) return null;
  const begin = beginOf(decoded.file, traceIds);
  return begin === null ? null : JSON.stringify({ ...decoded.file, entries: entriesSince(decoded.file, begin) });
}

const isAnswer = (entry: FlightEntry): boolean => entry.type === 'phone' && entry.event.type === 'answered';

function beginOf(file: FlightFile, traceIds: readonly string[]): number | null {
  const answered = traceIds.flatMap((traceId) => callPlaceIn(file, traceId)?.answeredMs ?? []);
  const beginning = file.entries[0]?.at ?? 0;
  return answered.length === 0 ? null : beginning + Math.min(...answered) - leadMs;
}

/** The entries since then, and before them the last one of each kind: the desk's state at that time. */
function entriesSince({ entries }: FlightFile, begin: number): readonly FlightEntry[] {
  const lasting = new Map<string, FlightEntry>();
  for (const entry of entries) if (entry.at < begin && holdsOn(entry)) lasting.set(kindOf(entry), entry);
  const before = [...lasting.values()].sort((a, b) => a.at - b.at);
  return [...before, ...entries.filter(({ at }) => at >= begin)];
}

/** Whether the entry says how something is from now on. Calls, requests and SIP lines before the run are not the run's. */
function holdsOn(entry: FlightEntry): boolean {
  if (entry.type === 'message') return entry.message.type === 'snapshot';
  if (entry.type !== 'phone') return ['opened', 'connection', 'audio'].includes(entry.type);
  return ['registrationChanged', 'microphoneChanged', 'playbackChanged', 'deviceChanged'].includes(entry.event.type);
}

function kindOf(entry: FlightEntry): string {
  if (entry.type === 'phone') return `phone ${entry.event.type}`;
  return entry.type === 'message' ? `message ${entry.message.type}` : entry.type;
}
