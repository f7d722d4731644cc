import type { MediaFlowReason, CallMediaFlow } from 'mediatel-lib/ports';
import type { RecoveryAction } from '../state/recovery-action';
import { isAnswered } from '../state/call/answered';
import type { SoftphoneState } from '../state/softphone-state';

/**
 * The problems with the sound of a call, the worst first.
 *
 * - `playback-blocked`: the browser plays nothing before a user gesture: no customer, no ring tone, no chime.
 * - `microphone-gone`: the microphone in use was removed, and no other one replaces it.
 * - `nothing-sent`, `nothing-received`: no packets in that direction.
 * - `not-received`: packets are sent, but the other side reports that none arrive.
 * - `muted-by-system`: the headset's own key, or the system, silences the microphone.
 * - `silent-microphone`: the microphone sends only zeros.
 * - `poor-quality`: sound is heard, but hard to understand.
 */
export const audioProblemKinds = [
  'playback-blocked',
  'microphone-gone',
  'nothing-sent',
  'nothing-received',
  'not-received',
  'muted-by-system',
  'silent-microphone',
  'poor-quality',
] as const;

/** One of `audioProblemKinds`, where each is explained. */
export type AudioProblemKind = (typeof audioProblemKinds)[number];

/** `error`: somebody is not heard. `warning`: heard, but badly. */
export type ProblemSeverity = 'error' | 'warning';

/** A problem with the sound of the call. */
export interface AudioProblem {
  /** What is wrong. */
  readonly kind: AudioProblemKind;
  /** How bad it is. */
  readonly severity: ProblemSeverity;
  /** The command that solves it with one click; `null` if no command can. */
  readonly recovery: RecoveryAction | null;
}

const recoveries: Readonly<Partial<Record<AudioProblemKind, RecoveryAction>>> = {
  'playback-blocked': { type: 'unlockPlayback' },
  'microphone-gone': { type: 'reopenMicrophone' },
  // Only another call helps: the phone has tried an ICE restart already.
  'nothing-sent': { type: 'hangUp' },
  'nothing-received': { type: 'hangUp' },
  'not-received': { type: 'hangUp' },
};

/** The reasons that are problems. Muted by the operator, on hold or nobody speaking are none. */
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

/** The present problems with the sound, the worst first; empty if there are none. */
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
