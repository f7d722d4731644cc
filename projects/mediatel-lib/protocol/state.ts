/** States named in Mediatel's documents. The list is not complete: unknown names are kept unchanged. */
export const agentStates = [
  'STATE_LOGOUT',
  'STATE_IDLE',
  'STATE_PAUSE',
  'STATE_MAKECALL_REQUEST',
  'STATE_MAKECALL_FAILED',
  'STATE_CALL_DELIVERED',
  'STATE_CALL_ACTIVE',
  'STATE_HOLD',
  'STATE_HOLD_DIALPAD',
  'STATE_HOLD_MAKECALL_PROGRESS',
  'STATE_HOLD_MAKECALL_FAILED',
  'STATE_CLERICAL',
  'STATE_MUTE',
  'STATE_DIALPAD',
  'STATE_PREDICTIVE',
  'STATE_PAUSE_LIST',
  'STATE_CRT_DETAILS',
] as const;

/** A state that the documents name. */
export type KnownAgentState = (typeof agentStates)[number];

/** A state's name on the wire. Any other string is an unknown state, kept and shown by its name. */
export type AgentStateName = KnownAgentState | (string & {});

/** Statuses named in Mediatel's documents. */
export const agentStatuses = [
  'offline',
  'available',
  'pause',
  'start_dialing',
  'in_a_call',
  'on_hold',
  'clerical',
] as const;

/** A status that the documents name. */
export type KnownAgentStatus = (typeof agentStatuses)[number];
/** A status' name on the wire. Any other string is an unknown status, kept unchanged. */
export type AgentStatusName = KnownAgentStatus | (string & {});

/**
 * What the operator is doing, derived from a snapshot's state and status.
 *
 * ```
 *              login                       makeCall
 *  loggedOut ────────▶ available ─────────────────────────▶ dialing
 *      ▲  logout          │ ▲ ▲                               │ │ failed
 *      └──────────────────┤ │ └───────────────────────────────┼─┘ (extension silent: ▶ paused, "Force Pause")
 *                   pause │ │ pause 0                         ▼
 *                         ▼ │          incoming,         delivered ──────────┐
 *                        paused        predictive ──────▶     │ answered     │ busy, no answer
 *                                      (from available)       ▼              │
 *                                            hold ┌──▶ held ──┐              │
 *                                                 └─ talking ◀┘ retrieve     │
 *                                                       │ either side ends   │
 *                                                       ▼                    │
 *                          available ◀──────────── clerical ◀────────────────┘
 *                                  resolutionSet, time-out
 * ```
 *
 * Any phase may follow any other: snapshots skip states (a reconnect, a slow link). `unknown`: neither the state nor
 * the status is in its list. Transient states (`STATE_MUTE`, `STATE_DIALPAD`, …) don't change the phase.
 */
export type AgentPhase =
  'loggedOut' | 'available' | 'paused' | 'dialing' | 'delivered' | 'talking' | 'held' | 'clerical' | 'unknown';

const phaseByState: Readonly<Record<KnownAgentState, AgentPhase | null>> = {
  STATE_LOGOUT: 'loggedOut',
  STATE_IDLE: 'available',
  STATE_PAUSE: 'paused',
  STATE_MAKECALL_REQUEST: 'dialing',
  STATE_MAKECALL_FAILED: 'available',
  STATE_CALL_DELIVERED: 'delivered',
  STATE_CALL_ACTIVE: 'talking',
  STATE_HOLD: 'held',
  STATE_HOLD_DIALPAD: 'held',
  STATE_HOLD_MAKECALL_PROGRESS: 'held',
  STATE_HOLD_MAKECALL_FAILED: 'held',
  STATE_CLERICAL: 'clerical',
  STATE_MUTE: null,
  STATE_DIALPAD: null,
  STATE_PREDICTIVE: null,
  STATE_PAUSE_LIST: null,
  STATE_CRT_DETAILS: null,
};

const phaseByStatus: Readonly<Record<KnownAgentStatus, AgentPhase>> = {
  offline: 'loggedOut',
  available: 'available',
  pause: 'paused',
  start_dialing: 'dialing',
  in_a_call: 'talking',
  on_hold: 'held',
  clerical: 'clerical',
};

const has = <K extends string>(record: Readonly<Record<K, unknown>>, name: string): name is K =>
  Object.prototype.hasOwnProperty.call(record, name);

/** Whether the documents name the state. */
export const isKnownState = (state: string): state is KnownAgentState => has(phaseByState, state);

/** Whether the state is a transient answer to a command. It never ends a call, a pause or clerical. */
export const isTransientState = (state: string): boolean => has(phaseByState, state) && phaseByState[state] === null;

/**
 * The phase of a state and status; `null` for a transient state, which does not change the phase.
 *
 * An unknown state is read by its status. If the status is unknown too, the phase is `unknown`.
 */
export function phaseOf(state: AgentStateName, status: AgentStatusName): AgentPhase | null {
  if (has(phaseByState, state)) return phaseByState[state];
  return has(phaseByStatus, status) ? phaseByStatus[status] : 'unknown';
}
