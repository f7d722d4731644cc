import type { CallDisagreement } from './call';
import type { RecoveryAction } from '../state/recovery-action';

/** A disagreement of server and phone, and what mends it; `null` where nothing here can. */
export interface NamedDisagreement {
  readonly kind: CallDisagreement;
  readonly recovery: RecoveryAction | null;
}

/** What decides between repairs. */
export interface RecoveryFacts {
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
export function recoveryOf(kind: CallDisagreement, facts: RecoveryFacts): RecoveryAction | null {
  switch (kind) {
    case 'no-audio':
    case 'no-ring':
      if (facts.isHangUpUnanswered) return { type: 'restartAgent' };
      // Nothing can ring here as long as this holds; once mended, Mediatel may ring yet.
      return kind === 'no-ring' && !facts.isRegistered ? { type: 'retryNow' } : { type: 'hangUp' };
    case 'server-idle':
      return { type: 'hangUp' };
    case 'muted-here-only':
      return { type: 'setMuted', muted: true };
    case 'muted-at-server-only':
      return facts.isMuteAllowed ? { type: 'setMuted', muted: false } : null;
  }
}
