/** States named in Mediatel's documents. The list is not complete: unknown names are kept as they come. */
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

export type KnownAgentState = (typeof agentStates)[number];

/** A state's name on the wire; any other string is an unknown state, kept and shown by its name. */
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

export type KnownAgentStatus = (typeof agentStatuses)[number];
export type AgentStatusName = KnownAgentStatus | (string & {});

/**
 * What the operator is doing, told from a snapshot's state and status.
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
 * Any phase may follow any other: snapshots skip states (a reconnect, a slow link). `unknown` is a state and a status
 * that neither of the two lists has. Transient states (`STATE_MUTE`, `STATE_DIALPAD`, …) leave the phase as it was.
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

export const isKnownState = (state: string): state is KnownAgentState => has(phaseByState, state);

/** Whether the state is a passing answer to a command: it never ends a call, a pause or clerical. */
export const isTransientState = (state: string): boolean => has(phaseByState, state) && phaseByState[state] === null;

/**
 * The phase a state and status tell, or `null` where they tell nothing new (a transient state: the phase stays).
 *
 * An unknown state is read by its status; with an unknown status too it is `unknown`.
 */
export function phaseOf(state: AgentStateName, status: AgentStatusName): AgentPhase | null {
  if (has(phaseByState, state)) return phaseByState[state];
  return has(phaseByStatus, status) ? phaseByStatus[status] : 'unknown';
}
