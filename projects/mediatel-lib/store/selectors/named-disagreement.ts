import type { CallDisagreement } from './call';
import type { Repair } from '../state/repair';

/** A disagreement of server and phone, and what mends it; `null` where nothing here can. */
export interface NamedDisagreement {
  readonly kind: CallDisagreement;
  readonly repair: Repair | null;
}

/** What decides between repairs. */
export interface RepairFacts {
  readonly isRegistered: boolean;
  /** Mediatel takes `muteCall` now. */
  readonly isMuteAllowed: boolean;
  readonly isHangUpUnanswered: boolean;
}

/**
 * What mends a disagreement.
 *
 * A call is ended where it can't be heard; an agent that does not answer even that is restarted. A muting is carried to
 * the side that missed it: what the operator pressed stands, and what only the server keeps silent is opened.
 */
export function repairOf(kind: CallDisagreement, facts: RepairFacts): Repair | null {
  switch (kind) {
    case 'no-audio':
    case 'no-ring':
      if (facts.isHangUpUnanswered) return { does: 'restartAgent' };
      // Nothing can ring here as long as this holds; once mended, Mediatel may ring yet.
      return kind === 'no-ring' && !facts.isRegistered ? { does: 'retryNow' } : { does: 'hangUp' };
    case 'server-idle':
      return { does: 'hangUp' };
    case 'muted-here-only':
      return { does: 'setMuted', muted: true };
    case 'muted-at-server-only':
      return facts.isMuteAllowed ? { does: 'setMuted', muted: false } : null;
  }
}
