import type { LoginFailure } from './login-failure';
import type { Operator } from './agent-state';
import type { Pause } from './pause';
import type { Queue } from './queue';

export type Authentication = { readonly operator: Operator } | { readonly failure: LoginFailure };

/** What the machine must know of the contact centre; constant while the server runs. All times in milliseconds. */
export interface AgentRules {
  readonly authenticate: (login: string, password: string, extension: string) => Authentication;
  readonly queues: readonly Queue[];
  readonly pauses: readonly Pause[];
  /** `null`: after-call work lasts until a call code is set. */
  readonly clericalMs: number | null;
  /** From becoming available to the next predictive call. */
  readonly predictiveGapMs: number;
  /** A forgotten call is ended after it. `maxCallDuration` of the snapshot is only the limit to warn at. */
  readonly callLimitMs: number;
  /** The documents disagree when the operator's phone rings: while dialling is asked for, or at delivery. */
  readonly inviteAt: 'request' | 'delivered';
}

/** How long `STATE_MAKECALL_FAILED` is shown before the state that follows it. */
export const failureShownMs = 1000;
/** Clerical ends so long after the last of several call codes. */
export const leaveClericalMs = 500;
/**
 * How long the operator hears the busy tone, for then the agent machine ends the call: under the 2 s after which a live call in
 * clerical is a disagreement. The voice side's `failureToneMs` is longer, and only the backstop to this.
 */
export const busyToneMs = 1500;
