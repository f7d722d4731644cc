import { FlightArchive } from './flight-archive';
import { browserDatabases } from './flight-database';
import type { FlightRecorderOptions } from './flight-options';
import { FlightRecording } from './flight-recording';

/**
 * Begins a page's recording, which outlasts the page unless it is unmasked: customers' data is never stored.
 *
 * @param tab The browser's tab; the same after a reload.
 * @param origin Wall clock minus monotonic clock (ms).
 */
export function openRecording(
  { minutes, megabytes, maskNumbers }: Required<FlightRecorderOptions>,
  tab: string,
  origin: () => number,
): FlightRecording {
  const limits = { milliseconds: minutes * 60_000, characters: megabytes * 1_000_000 };
  const archive = maskNumbers ? new FlightArchive({ databases: browserDatabases(), limits, tab }) : null;
  return new FlightRecording({ limits, tab, archive, origin });
}
