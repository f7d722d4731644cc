import type { MediaFlowReason } from 'mediatel-lib/ports';
import type { AudioProblemKind, CallDisagreement, RecoveryAction } from 'mediatel-lib/store';
import type { MediatelLabels } from 'mediatel-lib/ui';
import { type DeskProblem, type ProblemContext, type ProblemAction, problem } from './desk-problem';

/** The direction and reason of each audio problem, as keys of its text. */
const soundReasons: Readonly<
  Record<Exclude<AudioProblemKind, 'poor-quality'>, readonly ['outgoing' | 'incoming', MediaFlowReason]>
> = {
  'playback-blocked': ['incoming', 'playback-blocked'],
  'microphone-gone': ['outgoing', 'track-ended'],
  'nothing-sent': ['outgoing', 'no-packets'],
  'nothing-received': ['incoming', 'no-packets'],
  'not-received': ['outgoing', 'not-received'],
  'muted-by-system': ['outgoing', 'system-muted'],
  'silent-microphone': ['outgoing', 'digital-silence'],
};

/** The button for a recovery action of the store; `null` when there is none. */
function recoveryButton(recovery: RecoveryAction | null, text: MediatelLabels): ProblemAction | null {
  if (recovery === null) return null;
  const labels: Readonly<Record<RecoveryAction['type'], string>> = {
    hangUp: text.action.endCall,
    restartAgent: text.restartAgent,
    setMuted: recovery.type === 'setMuted' && recovery.muted ? text.action.muteThere : text.unmute,
    retryNow: text.action.tryNow,
    reopenMicrophone: text.action.askAgain,
    unlockPlayback: text.action.play,
    endPause: text.endPause,
  };
  return { type: 'recovery', recovery, label: labels[recovery.type] };
}

/** The call that has the problem. The same problem in the next call is shown again. */
const callOf = ({ agent, softphone }: ProblemContext): string => softphone.call?.callId ?? `call ${agent.callsSeen}`;

/** The call of an earlier page is coming back. */
export function returningProblem(context: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const { agent, audioProblems, softphone } = context;
  if (softphone.call?.isReturning !== true) return null;
  const key = `returning ${callOf(context)}`;
  const isSilent = audioProblems.some(({ kind }) => kind === 'nothing-received' || kind === 'nothing-sent');
  if (!isSilent) return problem(key, 'info', text.problem.callReturning);
  const hangUp = recoveryButton({ type: 'hangUp' }, text);
  return problem(`${key} silent`, 'error', text.problem.callSilent(agent.phase === 'held'), hangUp);
}

/** One side is not heard. */
export function soundProblem(context: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const { audioProblems, call, softphone } = context;
  // Audio that outlives its call is a problem of its own. `strayAudioProblem` shows it after the grace period.
  if (call === null && softphone.call?.answeredAt != null) return null;
  const [worst] = audioProblems;
  if (worst === undefined || worst.kind === 'poor-quality') return null;
  const [direction, reason] = soundReasons[worst.kind];
  return problem(
    `${worst.kind} ${callOf(context)}`,
    'error',
    text.audio[direction][reason],
    recoveryButton(worst.recovery, text),
  );
}

/** Both sides are heard, but the quality is poor. */
export function qualityProblem(
  { audioProblems, call: shown, softphone: { sound, call } }: ProblemContext,
  text: MediatelLabels,
): DeskProblem | null {
  if (shown === null) return null;
  const alarms = sound.quality?.alarms ?? [];
  if (alarms.length === 0 && !audioProblems.some(({ kind }) => kind === 'poor-quality')) return null;
  const key = `quality ${call?.callId ?? ''} ${alarms.join(' ')}`;
  const action: ProblemAction = { type: 'dismiss', label: text.dismiss };
  const detail = sound.quality === null ? null : `MOS ${sound.quality.mos}`;
  return problem(key, 'warning', text.audio.alarm[alarms[0] ?? 'mos'], action, detail);
}

/** Audio without a call, which is worse than a problem with the audio. */
export function strayAudioProblem(context: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const isStray = context.disagreements.some(({ kind }) => kind === 'server-idle');
  return isStray ? disagreementProblem(context, text) : null;
}

/** Server and phone disagree. */
export function disagreementProblem(context: ProblemContext, text: MediatelLabels): DeskProblem | null {
  const [first] = context.disagreements;
  if (first === undefined) return null;
  const words: Readonly<Record<CallDisagreement, string>> = {
    'no-audio': text.problem.noAudio,
    'no-ring': text.problem.noRing,
    'server-idle': text.problem.strayAudio,
    'muted-here-only': text.problem.mutedHereOnly,
    'muted-at-server-only': text.problem.mutedByServer,
  };
  const tone = first.kind === 'muted-here-only' ? 'warning' : 'error';
  return problem(`${first.kind} ${callOf(context)}`, tone, words[first.kind], recoveryButton(first.recovery, text));
}

/** The call's longest duration is near. */
export function callLimitProblem({ callLeft }: ProblemContext, text: MediatelLabels): DeskProblem | null {
  return callLeft === null ? null : problem('call-limit', 'warning', text.problem.callEnds(Math.max(0, callLeft)));
}
