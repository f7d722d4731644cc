import type { LoginFailure } from './login-failure';
import type { Operator } from './agent-state';
import type { Pause } from './pause';
import type { Queue } from './queue';

/** The result of a log-in: the operator, or why it failed. */
type Authentication = { readonly operator: Operator } | { readonly failure: LoginFailure };

/** What the machine needs to know of the contact centre. Constant while the server runs. All times in milliseconds. */
export interface AgentRules {
  readonly authenticate: (login: string, password: string, extension: string) => Authentication;
  readonly queues: readonly Queue[];
  readonly pauses: readonly Pause[];
  /** `null`: after-call work lasts until a call code is set. */
  readonly clericalMs: number | null;
  /** From becoming available until the next predictive call. */
  readonly predictiveGapMs: number;
  /** A forgotten call is ended after it. `maxCallDuration` of the snapshot is only the limit for a warning. */
  readonly callLimitMs: number;
  /** The documents disagree when the operator's phone rings: at the dialling request or at delivery. */
  readonly inviteAt: 'request' | 'delivered';
}

/** How long `STATE_MAKECALL_FAILED` is shown before the next state (ms). */
export const failureShownMs = 1000;
/** How long after the last of several call codes clerical ends (ms). */
export const leaveClericalMs = 500;
/**
 * How long the operator hears the busy tone before the agent machine ends the call (ms). It is under the 2 s after
 * which a live call in clerical is a disagreement. The voice side's `failureToneMs` is longer and only a backstop.
 */
export const busyToneMs = 1500;
