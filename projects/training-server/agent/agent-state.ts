import type { LoginFailure } from './login-failure';
import type { Queue } from './queue';

/** The operator who is logged in on a farm process. */
export interface Operator {
  readonly agentId: string;
  readonly login: string;
  readonly extension: string;
}

export type CallDirection = 'outgoing' | 'incoming' | 'predictive';

/** What is known of a call before it begins. Trace id and customer come from storage and directory. */
export interface CallParticulars {
  readonly traceId: string;
  readonly customerId: string;
  readonly history: readonly Readonly<Record<string, string>>[];
  /** `webServer` of the snapshot; `''`: none. */
  readonly screenPop: string;
}

/** A farm process's call. */
export interface Call extends CallParticulars {
  readonly direction: CallDirection;
  /** The other party's number. */
  readonly number: string;
  readonly queue: Queue;
  readonly startedAt: number;
  readonly waitSeconds: number;
  /** When operator and customer first heard each other. */
  readonly answeredAt: number | null;
  readonly operatorUp: boolean;
  readonly muted: boolean;
  /** Call codes set so far. */
  readonly codeIds: readonly string[];
  readonly codedAt: number | null;
  /** Until then the operator hears the busy tone, although the call has failed. */
  readonly toneUntil: number | null;
}

/** Why a call failed; on the wire `callErrorID` and `callErrorText`. */
export interface CallError {
  readonly id: string;
  readonly text: string;
}

/**
 * What a farm process is doing. `transition` makes every change.
 *
 * ```
 *                 login                                makeCall
 *  loggedOut ───────────────▶ idle ────────────────────────────────────▶ dialing ─────────┐
 *   ▲  ▲  ▲  logout           │ ▲ ▲ ▲                                     │ │ │            │ extension silent,
 *   │  │  └───────────────────┘ │ │ │   closeCall, operator hung up       │ │ │            │ number invalid
 *   │  │                  pause │ │ └─────────────────────────────────────┘ │ │            ▼
 *   │  │                        ▼ │ pause 0                                 │ │          failed
 *   │  │ logout               paused ◀──────────── extension silent ────────┼─┼──────────┘ │
 *   │  └──────────────────────┘ ▲                  (1 s; Force Pause)       │ │            │
 *   │                           │            idle ◀──────── 1 s ────────────┼─┼────────────┘
 *   │        incoming: extension│silent                    customer rings   │ │ customer busy, no answer
 *   │        (Force Pause)      │                                           ▼ │ (by way of delivered)
 *   │                           └─────────────────────────── delivered ◀────┘ │
 *   │             idle ─── incoming, predictive ──────────▶  │   │            │
 *   │             idle ◀── caller gave up ─────────────────  │   │ failed,    │
 *   │                                               answered │   │ closeCall  │
 *   │                                                        ▼   ▼            │
 *   │                                        held ⇄ active ──▶ clerical ◀─────┘
 *   │                                         └── either side ends ──▶ │
 *   │                                                                  │ resolutionSet, time-out
 *   └─ exit, taken over, abandoned: from anywhere       idle, paused ◀─┘ (paused when a pause was wanted meanwhile)
 * ```
 */
export type AgentPhase =
  'loggedOut' | 'idle' | 'paused' | 'dialing' | 'failed' | 'delivered' | 'active' | 'held' | 'clerical';

/** The whole state of a farm process. */
export interface AgentState {
  readonly phase: AgentPhase;
  /** When the phase began; `null` when logged out. */
  readonly since: number | null;
  /** `null` exactly when logged out. */
  readonly operator: Operator | null;
  readonly loginAttempt: number;
  readonly loginFailure: LoginFailure | null;
  /** Set only when paused. */
  readonly pauseId: string | null;
  /** A pause requested during a call; granted when after-call work ends. */
  readonly wantedPauseId: string | null;
  /** When automatic dialling was switched on; `null`: off. */
  readonly predictiveSince: number | null;
  /** Set only in the phases dialing, delivered, active, held and clerical. */
  readonly call: Call | null;
  /** Why the last call failed; kept until the next call. */
  readonly callError: CallError | null;
  readonly lastCallAt: number | null;
}

export const initialAgentState: AgentState = {
  phase: 'loggedOut',
  since: null,
  operator: null,
  loginAttempt: 0,
  loginFailure: null,
  pauseId: null,
  wantedPauseId: null,
  predictiveSince: null,
  call: null,
  callError: null,
  lastCallAt: null,
};

/** -223 is documented; the others are ours. */
export const callErrors = {
  extensionSilent: { id: '-223', text: 'No Answer from agent' },
  customerBusy: { id: '-224', text: 'Customer is busy' },
  customerSilent: { id: '-225', text: 'No answer from customer' },
  invalidNumber: { id: '-226', text: 'The number cannot be dialled' },
  unknownQueue: { id: '-227', text: 'No such queue for outgoing calls' },
  callerGaveUp: { id: '-228', text: 'The caller hung up before the answer' },
  lineLost: { id: '-229', text: 'The line failed' },
  notStored: { id: '-231', text: 'The server has no room: nothing was stored. Try again' },
  tooLong: { id: '-230', text: 'The call reached the longest duration allowed' },
} as const satisfies Record<string, CallError>;

/** These are ours: the documents name the fields, not the values. */
export const loginFailures = {
  wrongPassword: { errorId: '1', errorText: 'Wrong user name or password' },
  wrongExtension: { errorId: '2', errorText: 'The extension does not belong to this user' },
  malformed: { errorId: '3', errorText: 'The log-in request could not be read' },
  tooManyAttempts: { errorId: '5', errorText: 'Too many attempts: try again in a few minutes' },
  notYours: { errorId: '6', errorText: 'This browser is signed in as another user' },
  takenOver: { errorId: '4', errorText: 'Taken over: this user has logged in elsewhere' },
} as const satisfies Record<string, LoginFailure>;
