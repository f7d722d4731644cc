import type { FlightFile } from 'mediatel-lib/recorder';
import { beginningOf, beginsPage } from './recorded-time';

/** A measured mean opinion score, from 1 (unintelligible) to 4.4. `atMs`: from the recording's beginning. */
export interface QualityPoint {
  readonly atMs: number;
  readonly mos: number;
}

/** The quality of each call that was measured, in the order of time. */
export function recordedQuality(file: Pick<FlightFile, 'entries'>): readonly (readonly QualityPoint[])[] {
  const beginning = beginningOf(file);
  const calls: QualityPoint[][] = [];
  let open: QualityPoint[] | null = null;
  for (const entry of file.entries) {
    const ends = beginsPage(entry) || (entry.type === 'phone' && entry.event.type === 'ended');
    if (ends || (entry.type === 'quality' && entry.quality === null)) open = null;
    const mos = mosOf(entry);
    if (mos === null) continue;
    if (open === null) calls.push((open = []));
    open.push({ atMs: entry.at - beginning, mos });
  }
  return calls;
}

function mosOf(entry: FlightFile['entries'][number]): number | null {
  if (entry.type === 'quality') return entry.quality?.mos ?? null;
  return entry.type === 'phone' && entry.event.type === 'qualityChanged' ? entry.event.mos : null;
}
