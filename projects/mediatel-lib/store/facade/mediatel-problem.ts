import { createSelector } from '@ngrx/store';
import type { AudioProblemKind } from '../selectors/audio-problem';
import { selectAudioProblems, selectNotReady } from '../selectors/audio-selectors';
import type { CallDisagreement } from '../selectors/call';
import { selectDisagreements } from '../selectors/call-selectors';
import { selectForcePause } from '../selectors/pause-selectors';
import { isTakenOver } from '../selectors/taken-over';
import { selectAgent } from '../state/agent-feature';
import { selectCommands } from '../state/commands-feature';
import { selectLink } from '../state/link-feature';
import type { LinkState } from '../state/link-state';
import { notReadyRecovery } from '../state/not-ready-reason';
import type { RecoveryAction } from '../state/recovery-action';
import { selectSoftphone } from '../state/softphone-feature';
import type { SoftphoneState } from '../state/softphone-state';

/**
 * What is wrong, besides the kinds of `AudioProblemKind` (the sound) and `CallDisagreement` (server and phone disagree).
 *
 * - `sign-in-failed`: the session's `failure` says why.
 * - `not-connected`: there is no link to Mediatel; the library tries again, except after `taken-over` and `unauthorised`.
 * - `unauthorised`: the server refuses the account; sign in again.
 * - `taken-over`: the operator signed in at another place.
 * - `agent-unavailable`: the farm has no free agent.
 * - `microphone`, `not-registered`: the phone can take no call.
 * - `not-ready`: the phone of an available operator has been unable to take a call for 10 s.
 * - `late-call`: a call that was given up came after all.
 * - `command-unanswered`: Mediatel did not confirm a command in time.
 * - `force-pause`: a call was missed, and Mediatel put the operator on a pause.
 */
export type PhoneProblemKind =
  | 'sign-in-failed'
  | 'not-connected'
  | 'unauthorised'
  | 'taken-over'
  | 'agent-unavailable'
  | 'microphone'
  | 'not-registered'
  | 'not-ready'
  | 'late-call'
  | 'command-unanswered'
  | 'force-pause';

/** A problem of the phone that lasts, with the command that solves it. */
export interface MediatelProblem {
  /** What is wrong. */
  readonly kind: PhoneProblemKind | AudioProblemKind | CallDisagreement;
  /** The command that solves it, for `Mediatel.recover`; `null` if no command can. */
  readonly recovery: RecoveryAction | null;
}

const retry: RecoveryAction = { type: 'retryNow' };

function* linkProblems(
  { session, connection, agentUnavailable }: LinkState,
  isTaken: boolean,
): Generator<MediatelProblem> {
  const isFailed = session.status === 'failed' || (session.status === 'signedIn' && session.failure !== undefined);
  if (isFailed) yield { kind: 'sign-in-failed', recovery: null };
  if (session.status !== 'signedIn' && session.status !== 'signingOut') return;
  switch (connection.status) {
    case 'unauthorised':
      return yield { kind: 'unauthorised', recovery: null };
    case 'kicked':
      return yield isTaken ? { kind: 'taken-over', recovery: null } : { kind: 'not-connected', recovery: retry };
    case 'unreachable':
      return yield { kind: 'not-connected', recovery: retry };
    default:
      if (agentUnavailable) yield { kind: 'agent-unavailable', recovery: { type: 'restartAgent' } };
  }
}

function* phoneProblems({ microphone, registration }: SoftphoneState): Generator<MediatelProblem> {
  if (microphone.status === 'failed') yield { kind: 'microphone', recovery: { type: 'reopenMicrophone' } };
  const isRefused = registration.status === 'waiting' || registration.status === 'rejected';
  if (isRefused) yield { kind: 'not-registered', recovery: retry };
}

/** Selects the present problems: of the sign-in and the link first, then of the phone, the call and the commands. */
export const selectProblems = /* @__PURE__ */ createSelector(
  /* @__PURE__ */ createSelector(selectAgent, selectLink, (agent, link) => [...linkProblems(link, isTakenOver(agent))]),
  /* @__PURE__ */ createSelector(selectSoftphone, selectNotReady, (softphone, notReady): readonly MediatelProblem[] => [
    ...phoneProblems(softphone),
    ...(notReady === null ? [] : [{ kind: 'not-ready' as const, recovery: notReadyRecovery(notReady) }]),
  ]),
  selectAudioProblems,
  selectDisagreements,
  /* @__PURE__ */ createSelector(selectCommands, ({ statuses }): readonly MediatelProblem[] => {
    const isSilent = Object.values(statuses).some(({ status }) => status === 'unanswered');
    return [
      ...(statuses.makeCall.status === 'surfaced'
        ? [{ kind: 'late-call' as const, recovery: { type: 'hangUp' as const } }]
        : []),
      ...(isSilent ? [{ kind: 'command-unanswered' as const, recovery: { type: 'restartAgent' as const } }] : []),
    ];
  }),
  selectForcePause,
  (link, phone, audio, disagreements, commands, forcePause): readonly MediatelProblem[] => [
    ...link,
    ...phone,
    ...[...audio, ...disagreements].map(({ kind, recovery }) => ({ kind, recovery })),
    ...commands,
    ...(forcePause === null ? [] : [{ kind: 'force-pause' as const, recovery: forcePause.recovery }]),
  ],
);
