import { storedPlaces } from './stored/stored-places';
import { storedValue } from './stored/stored-value';
import { isLately } from './stored/wall-clock';

/** How long after the hang-up `closeCall` is worth sending (ms), also from a later page. */
const lifetime = 600_000;

/** A `closeCall` that Mediatel has to get. */
export interface OwedClose {
  /** Only an id tells a later page that Mediatel shows that very call. */
  readonly callTraceID: string;
  /** When the operator hung up (ms): by the wall clock, which all pages share. */
  readonly at: number;
}

/** The call whose `closeCall` is owed; `null` if there is none, or if it is not worth sending any more. */
export const owedClose = storedValue(storedPlaces.sipClose, (kept): OwedClose | null => {
  // It is read with each snapshot, mostly without a call: an exception would cost each of them.
  const { callTraceID, at } = (kept ?? {}) as OwedClose;
  return typeof callTraceID === 'string' && typeof at === 'number' && isLately(at, lifetime)
    ? { callTraceID, at }
    : null;
});
