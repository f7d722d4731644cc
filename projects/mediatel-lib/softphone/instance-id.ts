const storageKey = 'mediatel.sip.instance';
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Random, also where `crypto.randomUUID` is missing: outside a secure context. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/**
 * This browser's `+sip.instance` (RFC 5626, 4.1), the same from one page to the next, so that a reloaded page replaces
 * its own binding at the server instead of adding a second telephone.
 */
export function instanceId(): string {
  // Storage may be forbidden; then the id lasts as long as the page.
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept !== null && uuid.test(kept)) return kept;
    const created = newUuid();
    localStorage.setItem(storageKey, created);
    return created;
  } catch {
    return newUuid();
  }
}
