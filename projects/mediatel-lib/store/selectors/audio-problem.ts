import type { MediaFlowReason, CallMediaFlow } from 'mediatel-lib/ports';
import type { RecoveryAction } from '../state/recovery-action';
import { isAnswered } from '../state/call/answered';
import type { SoftphoneState } from '../state/softphone-state';

/**
 * What is wrong with the sound of a call, the worst first.
 *
 * - `playback-blocked`: the browser plays nothing before a gesture: neither the customer nor the ring tone and the chime are heard.
 * - `microphone-gone`: the device that was spoken into is gone, and none stands in.
 * - `nothing-sent`, `nothing-received`: no packets that way.
 * - `not-received`: packets leave, and the other side reports that none arrive.
 * - `muted-by-system`: the headset's own key, or the system, silences the microphone.
 * - `silent-microphone`: the microphone sends nothing but zeros.
 * - `poor-quality`: heard, but hard to understand.
 */
const audioProblemKinds = [
  'playback-blocked',
  'microphone-gone',
  'nothing-sent',
  'nothing-received',
  'not-received',
  'muted-by-system',
  'silent-microphone',
  'poor-quality',
] as const;

export type AudioProblemKind = (typeof audioProblemKinds)[number];

/** `error`: somebody is not heard. `warning`: heard, but badly. */
export type ProblemSeverity = 'error' | 'warning';

export interface AudioProblem {
  readonly kind: AudioProblemKind;
  readonly severity: ProblemSeverity;
  /** The one click that mends it; `null` where only the operator's hands can. */
  readonly recovery: RecoveryAction | null;
}

const recoveries: Readonly<Partial<Record<AudioProblemKind, RecoveryAction>>> = {
  'playback-blocked': { type: 'unlockPlayback' },
  'microphone-gone': { type: 'reopenMicrophone' },
  // Nothing but another call helps: the phone has tried another way through by itself.
  'nothing-sent': { type: 'hangUp' },
  'nothing-received': { type: 'hangUp' },
  'not-received': { type: 'hangUp' },
};

/** Being muted by oneself, on hold, or with nobody speaking is no problem. */
const outgoing: Readonly<Partial<Record<MediaFlowReason, AudioProblemKind>>> = {
  'track-ended': 'microphone-gone',
  'no-packets': 'nothing-sent',
  'not-received': 'not-received',
  'system-muted': 'muted-by-system',
  'digital-silence': 'silent-microphone',
};
const incoming: Readonly<Partial<Record<MediaFlowReason, AudioProblemKind>>> = {
  'playback-blocked': 'playback-blocked',
  'no-packets': 'nothing-received',
};

function proved({ outgoing: out, incoming: into }: CallMediaFlow): readonly (AudioProblemKind | undefined)[] {
  return [
    out.reason === null ? undefined : outgoing[out.reason],
    into.reason === null ? undefined : incoming[into.reason],
  ];
}

/** All that is wrong with the sound now, the worst first. */
export function audioProblems({ call, playback, sound }: SoftphoneState): readonly AudioProblem[] {
  const found = new Set<AudioProblemKind | undefined>();
  if (playback.status === 'blocked') found.add('playback-blocked');
  if (isAnswered(call)) {
    if (sound.muteCause === 'system') found.add('muted-by-system');
    if (sound.muteCause === 'ended') found.add('microphone-gone');
    if (sound.proof) proved(sound.proof).forEach((kind) => found.add(kind));
    if (sound.quality?.rating === 'poor') found.add('poor-quality');
  }
  return audioProblemKinds
    .filter((kind) => found.has(kind))
    .map((kind) => ({
      kind,
      severity: kind === 'poor-quality' ? 'warning' : 'error',
      recovery: recoveries[kind] ?? null,
    }));
}
