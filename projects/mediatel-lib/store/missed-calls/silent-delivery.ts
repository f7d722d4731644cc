import type { Registration } from 'mediatel-lib/ports';
import type { MissedReason } from '../state/missed-call';

const detailOf = (registration: Registration): string | null =>
  'detail' in registration && registration.detail !== '' ? registration.detail : null;

/**
 * Why no INVITE arrived for a call that Mediatel delivered.
 *
 * @param late How late (ms) the snapshots arrived; `null` if in time. A late snapshot means that the tab was asleep, which
 * also explains a lost registration, so it comes first.
 * @param lost The registration's state at its loss; `null` if it was not lost.
 * @param now The present registration.
 */
export function silentDelivery(late: number | null, lost: Registration | null, now: Registration): MissedReason {
  if (late !== null) return { kind: 'tab-asleep', sleepDurationMs: late };
  if (now.status === 'rejected') {
    return { kind: 'not-registered', sipStatus: now.sipStatus, detail: detailOf(now) };
  }
  if (lost) return { kind: 'sip-connection-lost', detail: detailOf(lost) };
  if (now.status === 'registered') return { kind: 'never-rang' };
  return { kind: 'not-registered', sipStatus: null, detail: detailOf(now) };
}
