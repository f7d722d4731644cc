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

/** `live`: it happens now. `resync`: the first snapshot of a connection shows it, so it may have happened a while ago. */
export type Origin = 'live' | 'resync';

/** The fields of every agent action. */
export interface AgentEventFields {
  /** When it happened: now, or possibly before the connection began. */
  readonly origin: Origin;
}

/** The fields of an event of a call. */
export interface CallEventFields extends AgentEventFields {
  /** This tab's own number of the call; `null` for an attempt of which only the failure was seen. */
  readonly callNumber: number | null;
  /** The call's id at Mediatel; `null` before it comes. */
  readonly callTraceID: string | null;
}

/** The fields of an event of a call's clerical (after-call work). */
export interface ClericalEventFields extends AgentEventFields {
  /** This tab's own number of the call. */
  readonly callNumber: number;
  /** The call's id at Mediatel; `null` if none came. */
  readonly callTraceID: string | null;
}

/** The fields of the end of a call, with its error. */
export interface CallEndFields extends CallEventFields {
  /** Mediatel's error code of the call (`callErrorID`); `null` if there is none. */
  readonly errorID: string | null;
  /** Mediatel's error text of the call (`callErrorText`); `null` if there is none. */
  readonly errorText: string | null;
}

/**
 * The actions of a changed snapshot: one `agentChanged`, which alone changes the agent state, then the named events.
 *
 * An event reports what is true now. Snapshots skip states, so `callStarted` may come without `callDelivered`.
 */
export const AgentActions = createActionGroup({
  source: 'Mediatel Agent',
  events: {
    /** The fields that a snapshot changed in the state. */
    'Agent Changed': props<AgentEventFields & { readonly changes: AgentChanges }>(),

    /** The operator is logged in to Mediatel. */
    'Logged In': props<
      AgentEventFields & {
        readonly agentId: string | null;
        readonly agentName: string | null;
        readonly agentExt: string | null;
      }
    >(),
    /** Mediatel refused a log-in. `attempt`: Mediatel's count of attempts. */
    'Login Failed': props<
      AgentEventFields & {
        readonly errorID: string;
        readonly errorText: string | null;
        readonly attempt: number | null;
      }
    >(),
    /** The operator is logged out of Mediatel, whoever did it. */
    'Logged Out': props<AgentEventFields>(),

    /** The operator can get calls. */
    'Became Available': props<AgentEventFields>(),
    /** A pause began. `pauseName`: by the state's `pauseList`, `null` if that does not name it. */
    'Pause Started': props<AgentEventFields & { readonly pauseId: string | null; readonly pauseName: string | null }>(),
    /** Another pause replaced the pause. */
    'Pause Changed': props<AgentEventFields & { readonly pauseId: string | null; readonly pauseName: string | null }>(),
    /** The pause ended. `pauseId`: of the pause that ended. */
    'Pause Ended': props<AgentEventFields & { readonly pauseId: string | null }>(),

    /** Mediatel dials for the operator. */
    'Dialing Started': props<CallEventFields & { readonly ani: string | null }>(),
    /** A call rings at the operator. */
    'Call Delivered': props<
      CallEventFields & { readonly ani: string | null; readonly direction: CallDirection | null }
    >(),
    /** The conversation began, or the call was first seen on hold. `activeSince`: server ms; `null` if first seen on hold. */
    'Call Started': props<CallEventFields & { readonly ani: string | null; readonly activeSince: number | null }>(),
    /** The call is on hold. */
    'Call Held': props<CallEventFields>(),
    /** The call was taken back from hold. */
    'Call Retrieved': props<CallEventFields>(),
    /** The call failed before anybody talked. `callEnded` follows if the call itself was seen. */
    'Call Failed': props<CallEndFields>(),
    /** The call ended. `answered`: whether anybody talked. `activeSince`: server ms. */
    'Call Ended': props<CallEndFields & { readonly answered: boolean; readonly activeSince: number | null }>(),
    /** Details of the call came or changed during the call. */
    'Call Details Changed': props<CallEventFields & { readonly changes: Partial<CallDetails> }>(),
    /** Mediatel's id of the customer came or changed. */
    'Customer Changed': props<CallEventFields & { readonly callCustomerID: string | null }>(),

    /** The after-call work began. */
    'Clerical Started': props<ClericalEventFields>(),
    /** The after-call work ended. `startedAt`, `endedAt`: server ms, by the snapshots' `time`. */
    'Clerical Ended': props<
      ClericalEventFields & { readonly startedAt: number | null; readonly endedAt: number | null }
    >(),

    /** Automatic dialling is on. */
    'Predictive Turned On': props<AgentEventFields>(),
    /** Automatic dialling is off. */
    'Predictive Turned Off': props<AgentEventFields>(),
    /** Mediatel mutes the operator. */
    'Muted By Server': props<AgentEventFields>(),
    /** Mediatel no longer mutes the operator. */
    'Unmuted By Server': props<AgentEventFields>(),

    /** Mediatel sent another list of the operator's queues. */
    'Queues Changed': props<AgentEventFields & { readonly queues: readonly string[] }>(),
    /** Mediatel sent another list of pauses to take. */
    'Pause List Changed': props<AgentEventFields & { readonly pauseList: readonly PauseReason[] }>(),
    /** Mediatel sent another list of call codes. */
    'Call Codes Changed': props<AgentEventFields & { readonly callCodes: readonly CallCode[] }>(),
    /** Mediatel sent another list of allowed commands. */
    'Available Commands Changed': props<
      AgentEventFields & { readonly availableCommand: readonly AgentCommandName[] }
    >(),
    /** Mediatel sent another list of the customer's earlier contacts. */
    'Call History Changed': props<AgentEventFields & { readonly callHistory: readonly CallHistoryRow[] }>(),

    /** A screen pop is due: once per `callTraceID` and browser session, and once more if its page comes later. */
    'Screen Pop Requested': props<AgentEventFields & { readonly request: ScreenPopRequest }>(),

    /** Mediatel sent an unknown state. `phase`: by the status if that is known, else `unknown`. */
    'Unknown State Entered': props<
      AgentEventFields & { readonly state: AgentStateName; readonly status: string; readonly phase: AgentPhase }
    >(),
    /** A known phase follows an unknown one. What happened in between is not known. */
    'Unknown State Left': props<AgentEventFields & { readonly phase: AgentPhase }>(),
  },
});

/** The named events: every agent action but `agentChanged`. */
export type AgentEvent = Exclude<
  ReturnType<(typeof AgentActions)[keyof typeof AgentActions]>,
  ReturnType<typeof AgentActions.agentChanged>
>;
