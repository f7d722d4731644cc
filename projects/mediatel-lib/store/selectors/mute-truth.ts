import type { MuteCause } from 'mediatel-lib/ports';
import type { MediatelCall, CallDisagreement, CallMute } from './call';
import { type RecoveryFacts, recoveryOf } from './named-disagreement';
import type { RecoveryAction } from '../state/recovery-action';
import type { CallSound } from '../state/softphone-state';

export type MuteDisagreement = Extract<CallDisagreement, 'muted-here-only' | 'muted-at-server-only'>;

/** Whether the operator can be heard, told from the outgoing track and the server's `mute` together. */
export interface MuteTruth {
  /** Somebody silences the operator: what a mute button shows. */
  readonly muted: boolean;
  readonly by: CallMute;
  /** Whose doing the silence of the outgoing track is: the operator's, the headset's own key, a device that is gone. */
  readonly cause: MuteCause | null;
  /** On hold nobody hears the operator, muted or not. */
  readonly held: boolean;
  /** One side is muted and the other is not, for longer than the grace; `repair` makes them agree, where it can. */
  readonly disagreement: MuteDisagreement | null;
  readonly recovery: RecoveryAction | null;
}

const isMute = (kind: CallDisagreement): kind is MuteDisagreement =>
  kind === 'muted-here-only' || kind === 'muted-at-server-only';

/** The truth of the present call; `null` outside of calls. */
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
