import type { CallDisagreement } from './call';
import type { RecoveryAction } from '../state/recovery-action';

/** A disagreement between server and phone, with the command that solves it. */
export interface NamedDisagreement {
  /** What differs. */
  readonly kind: CallDisagreement;
  /** The command that solves it; `null` if no command can. */
  readonly recovery: RecoveryAction | null;
}

/** The facts that decide which command solves a disagreement. */
export interface RecoveryFacts {
  /** Whether the extension is registered. */
  readonly isRegistered: boolean;
  /** Whether Mediatel allows `muteCall` now. */
  readonly isMuteAllowed: boolean;
  /** Whether a `hangUp` stayed unanswered. */
  readonly isHangUpUnanswered: boolean;
}

/**
 * The command that solves a disagreement; `null` if no command can.
 *
 * A call that can't be heard is ended; if the agent does not answer that either, it is restarted. If only the outgoing track is
 * muted, Mediatel is muted too: the operator wanted it. If only Mediatel mutes, Mediatel is unmuted.
 */
export function recoveryOf(kind: CallDisagreement, facts: RecoveryFacts): RecoveryAction | null {
  switch (kind) {
    case 'no-audio':
    case 'no-ring':
      if (facts.isHangUpUnanswered) return { type: 'restartAgent' };
      // Without a registration nothing can ring. Once registered, Mediatel may still ring.
      return kind === 'no-ring' && !facts.isRegistered ? { type: 'retryNow' } : { type: 'hangUp' };
    case 'server-idle':
      return { type: 'hangUp' };
    case 'muted-here-only':
      return { type: 'setMuted', muted: true };
    case 'muted-at-server-only':
      return facts.isMuteAllowed ? { type: 'setMuted', muted: false } : null;
  }
}
