import { type KnownAgentState, type Snapshot, decodeSnapshot } from 'mediatel-lib/protocol';

/** A snapshot in the wire's format. */
export type WireSnapshot = Readonly<Record<string, unknown>>;

const statuses: Readonly<Partial<Record<string, string>>> = {
  STATE_LOGOUT: 'offline',
  STATE_IDLE: 'available',
  STATE_PAUSE: 'pause',
  STATE_MAKECALL_REQUEST: 'start_dialing',
  STATE_MAKECALL_FAILED: 'available',
  STATE_CALL_DELIVERED: 'start_dialing',
  STATE_CALL_ACTIVE: 'in_a_call',
  STATE_HOLD: 'on_hold',
  STATE_HOLD_DIALPAD: 'on_hold',
  STATE_HOLD_MAKECALL_PROGRESS: 'on_hold',
  STATE_HOLD_MAKECALL_FAILED: 'on_hold',
  STATE_CLERICAL: 'clerical',
};

const commands: Readonly<Partial<Record<string, readonly string[]>>> = {
  STATE_LOGOUT: ['CMD_LOGIN', 'CMD_EXIT'],
  STATE_IDLE: ['CMD_PAUSE', 'CMD_EXIT', 'CMD_LOGOUT', 'CMD_MAKECALL', 'CMD_PREDICTIVE'],
  STATE_PAUSE: ['CMD_PAUSE', 'CMD_EXIT', 'CMD_LOGOUT', 'CMD_PREDICTIVE'],
  STATE_MAKECALL_FAILED: ['CMD_PAUSE', 'CMD_EXIT', 'CMD_LOGOUT', 'CMD_MAKECALL'],
  STATE_CALL_ACTIVE: ['CMD_PAUSE', 'CMD_EXIT', 'CMD_HOLDCALL', 'CMD_MUTE'],
  STATE_CLERICAL: ['CMD_PAUSE', 'CMD_EXIT', 'CMD_LOGOUT', 'CMD_PREDICTIVE'],
};

const loggedIn: WireSnapshot = {
  agentExt: '1001',
  agentId: '329',
  agentName: 'agent1',
  queues: ['DM_Banks_ManualCalls', 'DM_MFO_1'],
  pauseList: [
    ['1', 'Technical Break'],
    ['4', 'Meeting'],
  ],
};

const loggedOut: WireSnapshot = { agentExt: '', agentId: '-1', agentName: '', queues: [''], pauseList: [] };

const inCall: WireSnapshot = {
  ani: '0661234501',
  callTraceID: '1185574264',
  callCustomerID: '39553609',
  callType: '3',
  queueId: '9',
  queueName: 'DM_MFO_1',
  availableCallCodes: [
    { Name: '10. Promise to pay', ID: '4', ActionFlag: '0' },
    { Name: '50. No answer', ID: '13', ActionFlag: '2' },
  ],
};

const noCall: WireSnapshot = {
  ani: '',
  callTraceID: '-1',
  callCustomerID: '-1',
  callType: '-1',
  queueId: '-1',
  queueName: '',
  availableCallCodes: [],
};

const withCall = new Set<string>(['STATE_CALL_DELIVERED', 'STATE_CALL_ACTIVE', 'STATE_HOLD', 'STATE_CLERICAL']);

/**
 * A plausible snapshot of a state in the wire's format. `fields` replace its own.
 *
 * `time` and `serverTime` are 1,000,000 ms unless given. Calls have the trace id 1185574264.
 */
export function wireSnapshot(
  state: KnownAgentState | (string & {}) = 'STATE_IDLE',
  fields: WireSnapshot = {},
): WireSnapshot {
  return {
    ...(state === 'STATE_LOGOUT' ? loggedOut : loggedIn),
    ...(withCall.has(state) ? inCall : noCall),
    availableCommand: commands[state] ?? ['CMD_PAUSE', 'CMD_EXIT'],
    callErrorID: '-1',
    callErrorText: '',
    callHistory: [],
    callStartTime: '1999-01-01 01:01:01',
    host: 'MTAgentFarm-1',
    isAvailable: true,
    loginAttempt: 1,
    loginErrorID: '0',
    maxCallDuration: '0',
    multipleCallCodeAllow: '0',
    mute: 0,
    pauseId: state === 'STATE_PAUSE' ? '4' : '0',
    predictiveStatus: '0',
    webServer: '',
    serverTime: 1_000_000,
    time: 1_000_000,
    state,
    status: statuses[state] ?? '',
    ...fields,
  };
}

/** The same, decoded. Throws an `Error` when the given fields can't be decoded. `previous` is the snapshot before. */
export function snapshotOf(
  state: KnownAgentState | (string & {}) = 'STATE_IDLE',
  fields: WireSnapshot = {},
  previous: Snapshot | null = null,
): Snapshot {
  const decoded = decodeSnapshot(wireSnapshot(state, fields), previous);
  if (!decoded.ok) throw new Error(`${decoded.path} ${decoded.reason}`);
  return decoded.snapshot;
}
