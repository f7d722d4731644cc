import { randomId } from 'mediatel-lib/protocol';

const storageKey = 'mediatel.sip.instance';
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * This browser's `+sip.instance` (RFC 5626, 4.1), the same from one page to the next, so that a reloaded page replaces
 * its own binding at the server instead of adding a second telephone.
 */
export function instanceId(): string {
  // Storage may be forbidden; then the id lasts as long as the page.
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept !== null && uuid.test(kept)) return kept;
    const created = randomId();
    localStorage.setItem(storageKey, created);
    return created;
  } catch {
    return randomId();
  }
}
