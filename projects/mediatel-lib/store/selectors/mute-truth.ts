import type { MuteCause } from 'mediatel-lib/ports';
import type { MediatelCall, CallDisagreement, CallMute } from './call';
import { type RecoveryFacts, recoveryOf } from './named-disagreement';
import type { RecoveryAction } from '../state/recovery-action';
import type { CallSound } from '../state/softphone-state';

/** A disagreement about muting: one side is muted and the other is not. */
export type MuteDisagreement = Extract<CallDisagreement, 'muted-here-only' | 'muted-at-server-only'>;

/** Whether the operator is muted, by the outgoing track and the server's `mute` together. */
export interface MuteTruth {
  /** Whether the phone or Mediatel mutes the operator: the state of a mute button. */
  readonly muted: boolean;
  /** Who mutes the operator. */
  readonly by: CallMute;
  /** Why the outgoing track is silent: the operator, the system or the headset's key, or a removed device; `null` if it sends. */
  readonly cause: MuteCause | null;
  /** Whether the call is on hold: then nobody hears the operator, muted or not. */
  readonly held: boolean;
  /** Set if one side is muted and the other is not, for longer than the grace; `null` if they agree. */
  readonly disagreement: MuteDisagreement | null;
  /** The command that makes both sides agree; `null` if there is no disagreement, or no command that helps. */
  readonly recovery: RecoveryAction | null;
}

const isMute = (kind: CallDisagreement): kind is MuteDisagreement =>
  kind === 'muted-here-only' || kind === 'muted-at-server-only';

/** The muting of the present call; `null` outside of calls. */
export function muteTruth(call: MediatelCall | null, sound: CallSound, facts: RecoveryFacts): MuteTruth | null {
  if (call === null) return null;
  const disagreement = call.disagreements.find(isMute) ?? null;
  return {
    muted: call.mute !== 'off',
    by: call.mute,
    cause: sound.muteCause,
    held: call.phase === 'held',
    disagreement,
    recovery: disagreement && recoveryOf(disagreement, facts),
  };
}
