import { type AccountPlaces, isLately, storedNames, storedText } from 'mediatel-lib/ports';

/** The time of a stored record, which each of its layouts has: when its page last had the call, or when it was made. */
type RecordTime = 'aliveAt' | 'at';

type Timed = Readonly<Partial<Record<RecordTime, unknown>>> | null;

/**
 * Whether no page has any use for a stored text: all its records are too old, or nobody can tell their age. A record of another
 * layout may be of use to a newer version of the library.
 */
function isOutdated(text: string | null, time: RecordTime, lifetime: number): boolean {
  try {
    const records = [JSON.parse(text ?? '') as Timed | readonly Timed[]].flat();
    return !records.some((record) => {
      const at = record?.[time];
      return typeof at === 'number' && isLately(at, lifetime);
    });
  } catch {
    return true;
  }
}

/** Removes the outdated texts of a place, whichever account's they are. */
export function removeOutdated(place: AccountPlaces, time: RecordTime, lifetime: number): void {
  for (const key of storedNames(place)) {
    const stored = storedText({ key });
    if (isOutdated(stored.read(null), time, lifetime)) stored.remove();
  }
}
