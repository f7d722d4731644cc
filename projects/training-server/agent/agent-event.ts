import type { AgentRequest } from 'mediatel-lib/protocol';
import type { CallProgress } from '../telephony/telephony';
import type { LoginFailure } from './login-failure';
import type { CallDirection, CallParticulars } from './agent-state';
import type { Queue } from './queue';

export type TimerName = 'failureShown' | 'clerical' | 'leaveClerical' | 'busyTone' | 'predictive' | 'callLimit';

/** A call that is offered to an operator. */
export interface Offer {
  readonly direction: Exclude<CallDirection, 'outgoing'>;
  readonly number: string;
  readonly queue: Queue;
  readonly waitSeconds: number;
  readonly particulars: CallParticulars;
}

/** Everything that can happen to a farm process. */
export type AgentEvent =
  | {
      readonly type: 'makeCall';
      readonly phoneNumber: string;
      readonly queueName?: string;
      readonly particulars: CallParticulars;
    }
  | { readonly type: 'request'; readonly request: Exclude<AgentRequest, { type: 'makeCall' }> }
  /** An unreadable request. */
  | { readonly type: 'malformed'; readonly login: boolean; readonly reason: string }
  /** A log-in that was refused without a check, for a reason outside the agent's rules. */
  | { readonly type: 'loginRefused'; readonly failure: LoginFailure }
  | { readonly type: 'offer'; readonly offer: Offer }
  /** Something had to be stored first and could not be, so it does not happen. */
  | { readonly type: 'notStored'; readonly what: 'makeCall' | 'offer' | 'resolutionSet' }
  | { readonly type: 'progress'; readonly traceId: string; readonly progress: CallProgress }
  | { readonly type: 'timer'; readonly timer: TimerName; readonly due: number }
  /** The same operator logged in elsewhere. */
  | { readonly type: 'takenOver' }
  /** Nobody has been connected for too long. */
  | { readonly type: 'abandoned' };
