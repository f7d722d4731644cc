import { createActionGroup, props } from '@ngrx/store';
import type {
  AgentCommandName,
  AgentPhase,
  AgentStateName,
  CallCode,
  CallHistoryRow,
  PauseReason,
} from 'mediatel-lib/protocol';
import type { AgentChanges, CallDirection } from './agent-state';
import type { CallDetails } from './call/call-details';
import type { ScreenPopRequest } from './screen-pop-request';

/** `resync`: told by the first snapshot of a connection, so it may have happened a while ago. */
export type Origin = 'live' | 'resync';

export interface From {
  readonly origin: Origin;
}
export interface OfCall extends From {
  /** `null` for an attempt that was seen only by its failure. */
  readonly callNumber: number | null;
  readonly callTraceID: string | null;
}
export interface OfClerical extends From {
  readonly callNumber: number;
  readonly callTraceID: string | null;
}
export interface CallFailure extends OfCall {
  readonly errorID: string | null;
  readonly errorText: string | null;
}

/**
 * What a changed snapshot says: one `agentChanged`, which alone changes the state, then the named events, which change nothing.
 *
 * An event tells what is now true and can be known: snapshots skip states, so `callStarted` may come without `callDelivered`.
 */
export const AgentActions = createActionGroup({
  source: 'Mediatel Agent',
  events: {
    'Agent Changed': props<From & { readonly changes: AgentChanges }>(),

    'Logged In': props<
      From & { readonly agentId: string | null; readonly agentName: string | null; readonly agentExt: string | null }
    >(),
    'Login Failed': props<
      From & { readonly errorID: string; readonly errorText: string | null; readonly attempt: number | null }
    >(),
    'Logged Out': props<From>(),

    'Became Available': props<From>(),
    'Pause Started': props<From & { readonly pauseId: string | null; readonly pauseName: string | null }>(),
    'Pause Changed': props<From & { readonly pauseId: string | null; readonly pauseName: string | null }>(),
    'Pause Ended': props<From & { readonly pauseId: string | null }>(),

    'Dialing Started': props<OfCall & { readonly ani: string | null }>(),
    'Call Delivered': props<OfCall & { readonly ani: string | null; readonly direction: CallDirection | null }>(),
    /** Talked in for the first time, or first seen held. `activeSince`: server ms, `null` where first seen on hold. */
    'Call Started': props<OfCall & { readonly ani: string | null; readonly activeSince: number | null }>(),
    'Call Held': props<OfCall>(),
    'Call Retrieved': props<OfCall>(),
    /** It never came to talking. `callEnded` follows where the call itself had been seen. */
    'Call Failed': props<CallFailure>(),
    'Call Ended': props<CallFailure & { readonly answered: boolean; readonly activeSince: number | null }>(),
    'Call Details Changed': props<OfCall & { readonly changes: Partial<CallDetails> }>(),
    'Customer Changed': props<OfCall & { readonly callCustomerID: string | null }>(),

    'Clerical Started': props<OfClerical>(),
    /** `startedAt`, `endedAt`: server ms by the snapshots' `time`. */
    'Clerical Ended': props<OfClerical & { readonly startedAt: number | null; readonly endedAt: number | null }>(),

    'Predictive Turned On': props<From>(),
    'Predictive Turned Off': props<From>(),
    'Muted By Server': props<From>(),
    'Unmuted By Server': props<From>(),

    'Queues Changed': props<From & { readonly queues: readonly string[] }>(),
    'Pause List Changed': props<From & { readonly pauseList: readonly PauseReason[] }>(),
    'Call Codes Changed': props<From & { readonly callCodes: readonly CallCode[] }>(),
    'Available Commands Changed': props<From & { readonly availableCommand: readonly AgentCommandName[] }>(),
    'Call History Changed': props<From & { readonly callHistory: readonly CallHistoryRow[] }>(),

    /** Once per `callTraceID`, remembered for the browser session. */
    'Screen Pop Requested': props<From & { readonly request: ScreenPopRequest }>(),

    /** `phase` is told by the status where that is known, else `unknown`. */
    'Unknown State Entered': props<
      From & { readonly state: AgentStateName; readonly status: string; readonly phase: AgentPhase }
    >(),
    /** A phase that can be told follows one that could not; what happened in between is not known. */
    'Unknown State Left': props<From & { readonly phase: AgentPhase }>(),
  },
});

/** The named events: every agent action but `agentChanged`. */
export type AgentEvent = Exclude<
  ReturnType<(typeof AgentActions)[keyof typeof AgentActions]>,
  ReturnType<typeof AgentActions.agentChanged>
>;
