import type { KnownAgentState, KnownAgentStatus } from 'mediatel-lib/protocol';
import type { TransientState } from './agent-effect';
import type { AgentRules } from './agent-rules';
import type { AgentPhase, AgentState, CallDirection } from './agent-state';
import { availableCommands } from './available-commands';
import { spell, type Spelling } from './spelling';

/** What a snapshot contains besides the agent's state. */
export interface SnapshotSetting {
  readonly rules: AgentRules;
  /** The farm process's name. */
  readonly host: string;
  /** The server's clock, in milliseconds. */
  readonly now: number;
  readonly spelling: Spelling;
  /** Counts snapshots, for the `mixed` spelling. */
  readonly count: number;
  readonly transient?: TransientState;
}

/** A snapshot by its names on the wire. */
export type WireSnapshot = Readonly<Record<string, unknown>>;

const wire: Readonly<Record<AgentPhase, readonly [KnownAgentState, KnownAgentStatus]>> = {
  loggedOut: ['STATE_LOGOUT', 'offline'],
  idle: ['STATE_IDLE', 'available'],
  paused: ['STATE_PAUSE', 'pause'],
  dialing: ['STATE_MAKECALL_REQUEST', 'start_dialing'],
  failed: ['STATE_MAKECALL_FAILED', 'available'],
  delivered: ['STATE_CALL_DELIVERED', 'start_dialing'],
  active: ['STATE_CALL_ACTIVE', 'in_a_call'],
  held: ['STATE_HOLD', 'on_hold'],
  clerical: ['STATE_CLERICAL', 'clerical'],
};

/** Opaque on the wire; `3` is seen in a documented manual call. */
const callTypes: Readonly<Record<CallDirection, string>> = { incoming: '1', predictive: '2', outgoing: '3' };

/** The whole state as on the wire: numbers as strings and each field's own "nothing", as documented. */
export function wireSnapshot(state: AgentState, setting: SnapshotSetting): WireSnapshot {
  const { rules, spelling, count } = setting;
  const [name, status] = wire[state.phase];
  return {
    ...operatorFields(state, rules),
    ...callFields(state),
    [spell('availableCommand', spelling, count)]: availableCommands(state),
    [spell('availableCallCodes', spelling, count)]: callCodes(state, rules),
    [spell('isAvailable', spelling, count)]: true,
    crmConnectTarget: '',
    crmConnectType: '3',
    host: setting.host,
    lastCallTime: state.lastCallAt ?? 0,
    serverTime: setting.now,
    time: state.since,
    state: setting.transient ?? name,
    status,
  };
}

function operatorFields(state: AgentState, rules: AgentRules): WireSnapshot {
  const { operator, loginFailure } = state;
  return {
    agentExt: operator?.extension ?? '',
    agentId: operator?.agentId ?? '-1',
    agentName: operator?.login ?? '',
    loginAttempt: state.loginAttempt,
    loginErrorID: loginFailure?.errorId ?? '0',
    loginErrorText: loginFailure?.errorText ?? '',
    pauseAcknowledge: flag(state.wantedPauseId !== null),
    pauseId: state.pauseId ?? '0',
    pauseList: rules.pauses.map(({ id, name }) => [id, name]),
    predictiveStatus: flag(state.predictiveSince !== null),
    queues: operator ? rules.queues.filter(({ outgoing }) => outgoing).map(({ name }) => name) : [''],
  };
}

function callFields(state: AgentState): WireSnapshot {
  const { call, callError, operator } = state;
  // The call's id and its customer are known once the call is delivered.
  const known = call !== null && state.phase !== 'dialing' ? call : null;
  const target = call?.direction === 'outgoing' ? call.number : operator?.extension;
  return {
    ani: call?.number ?? '',
    dnis: call ? `${target}@training.local:5060` : '',
    callCustomerID: known?.customerId ?? '-1',
    callTraceID: known?.traceId ?? '-1',
    callType: call ? callTypes[call.direction] : '-1',
    callStartTime: call ? localTime(call.startedAt) : '1999-01-01 01:01:01',
    callWaitDuration: String(call?.waitSeconds ?? 0),
    maxCallDuration: String(call?.queue.maxCallSeconds ?? 0),
    callErrorID: callError?.id ?? '-1',
    callErrorText: callError?.text ?? '',
    callHistory: known?.history ?? [],
    multipleCallCodeAllow: flag(call?.queue.multipleCallCodes ?? false),
    mute: call?.muted ? 1 : 0,
    queueId: call?.queue.id ?? '-1',
    queueName: call?.queue.name ?? '',
    webServer: known?.screenPop ?? '',
    // Optional on the wire: sent only on hold.
    ...(state.phase === 'held' && call ? { holdQueue: call.queue.name } : {}),
  };
}

/** Outside of calls the documented servers still list codes, so every state lists some. */
function callCodes(state: AgentState, rules: AgentRules): unknown {
  const queue = state.phase === 'dialing' ? null : state.call?.queue;
  return queue?.callCodes ?? rules.queues[0]?.callCodes.slice(0, 1) ?? [];
}

const flag = (on: boolean): '0' | '1' => (on ? '1' : '0');

/** `2021-03-25 11:58:15`, the server's local time. */
export function localTime(ms: number): string {
  const date = new Date(ms);
  const pad = (part: number): string => String(part).padStart(2, '0');
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(':')}`;
}
