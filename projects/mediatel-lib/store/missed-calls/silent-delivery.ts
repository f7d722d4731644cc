import type { Registration } from 'mediatel-lib/ports';
import type { MissedReason } from '../state/missed-call';

const detailOf = (registration: Registration): string | null =>
  'detail' in registration && registration.detail !== '' ? registration.detail : null;

/**
 * Why no INVITE came for a call that Mediatel wanted answered.
 *
 * `late`: ms by which its snapshots came late, `null` for in time. `lost`: the registration that had been there and was
 * lost. A tab that slept lost its registration by that.
 */
export function silentDelivery(late: number | null, lost: Registration | null, now: Registration): MissedReason {
  if (late !== null) return { kind: 'tab-asleep', sleptFor: late };
  if (now.status === 'rejected') {
    return { kind: 'not-registered', sipStatus: now.sipStatus, detail: detailOf(now) };
  }
  if (lost) return { kind: 'sip-connection-lost', detail: detailOf(lost) };
  if (now.status === 'registered') return { kind: 'never-rang' };
  return { kind: 'not-registered', sipStatus: null, detail: detailOf(now) };
}
