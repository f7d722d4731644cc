import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';

type Recording = Pick<FlightFile, 'entries'>;

/** Monotonic time of the recording's first entry (ms). */
export const beginningOf = ({ entries }: Recording): number => entries[0]?.at ?? 0;

/** Milliseconds between the first and the last entry. */
export const lengthOf = (recording: Recording): number =>
  Math.max(0, (recording.entries.at(-1)?.at ?? 0) - beginningOf(recording));

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
