import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';

type Recording = Pick<FlightFile, 'entries'>;

/** Monotonic time of the recording's first entry (ms). */
export const beginningOf = ({ entries }: Recording): number => entries[0]?.at ?? 0;

/** The longest time that counts after the last entry (ms). A desk that works records something more often. */
const mostQuiet = 60_000;

/** Milliseconds from the first entry to the saving. What the last one began is to be seen too. */
export function lengthOf(recording: Pick<FlightFile, 'entries' | 'savedAt'>): number {
  const last = recording.entries.at(-1)?.at ?? 0;
  const saved = recording.savedAt.monotonic;
  const end = saved > last ? Math.min(saved, last + mostQuiet) : last;
  return Math.max(0, end - beginningOf(recording));
}

/** Whether a page begins with the entry: after a reload, nothing of the page before it holds. */
export const beginsPage = (entry: FlightEntry): boolean => entry.type === 'page' && entry.event === 'loaded';

/** Indexes of the entries with which the pages of a recording begin; the first is 0. */
export const pageStarts = ({ entries }: Recording): readonly number[] => [
  0,
  ...entries.flatMap((entry, index) => (index > 0 && beginsPage(entry) ? [index] : [])),
];

/** Wall-clock time of a position in the recording (ms since the epoch). */
export const wallTimeAt = (file: Pick<FlightFile, 'entries' | 'savedAt'>, position: number): number =>
  file.savedAt.wall - file.savedAt.monotonic + beginningOf(file) + position;
