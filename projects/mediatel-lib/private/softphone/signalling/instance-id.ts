import { storedPlaces, storedText } from 'mediatel-lib/ports';
import { randomId } from 'mediatel-lib/protocol';

const stored = storedText(storedPlaces.sipInstance);
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * This browser's `+sip.instance` (RFC 5626, 4.1). It stays the same from page to page, so a reloaded page replaces
 * its own binding at the server instead of adding a second phone.
 */
export function instanceId(): string {
  const kept = stored.read(null);
  if (kept !== null && uuid.test(kept)) return kept;
  const created = randomId();
  // If the storage is forbidden, the id lasts as long as the page.
  stored.write(created);
  return created;
}
