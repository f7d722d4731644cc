import type { AgentPhase } from 'mediatel-lib/protocol';
import { snapshotOf, type WireSnapshot } from 'mediatel-lib/testing';
import { initialAgentState } from '../state/agent-state';
import { argumentRefusal } from '../commands/argument-refusal';
import { dialable } from '../commands/dialable';
import { type CommandContext, commandRefusal } from './command-refusal';
import { type MediatelCommand, type CommandName, type CommandStatus, commandNames } from '../state/command-status';
import { initialCommandsState } from '../state/commands-state';
import { initialLinkState } from '../state/link-state';
import { initialSoftphoneState } from '../state/softphone-state';
import { translate } from '../snapshot/translate';

const agentIn = (state: string, fields: WireSnapshot = {}) => ({
  ...initialAgentState,
  ...translate(initialAgentState, snapshotOf(state, fields), { origin: 'live', receivedAt: 0 }).changes,
});

function contextIn(state: string, fields: WireSnapshot = {}, change: Partial<CommandContext> = {}): CommandContext {
  return {
    agent: agentIn(state, fields),
    softphone: initialSoftphoneState,
    link: {
      ...initialLinkState,
      session: { status: 'signedIn', user: 'agent1', extension: '1001' },
      connection: { status: 'connected' },
      synced: true,
    },
    commands: initialCommandsState,
    ...change,
  };
}

const allowedIn = (state: string): readonly CommandName[] =>
  commandNames.filter((name) => commandRefusal(contextIn(state), name) === null);

describe('commandRefusal', () => {
  it.each<[string, readonly CommandName[]]>([
    ['STATE_LOGOUT', ['logIn']],
    ['STATE_IDLE', ['logOut', 'makeCall', 'predictive', 'pause']],
    ['STATE_PAUSE', ['logOut', 'predictive', 'pause', 'endPause']],
    ['STATE_MAKECALL_REQUEST', ['hangUp', 'pause']],
    ['STATE_CALL_DELIVERED', ['hangUp', 'pause']],
    ['STATE_CALL_ACTIVE', ['hangUp', 'hold', 'mute', 'pause']],
    ['STATE_HOLD', ['hangUp', 'retrieve', 'pause']],
    ['STATE_CLERICAL', ['logOut', 'predictive', 'pause', 'saveCallCodes']],
    ['STATE_ODD', ['pause']],
  ])('%s allows %j', (state, names) => {
    expect(allowedIn(state)).toEqual(names);
  });

  const pending: CommandStatus = {
    status: 'pending',
    given: {
      command: { name: 'makeCall', phoneNumber: '1', queueName: null },
      sentAt: 0,
      callNumber: null,
      request: 'r',
    },
  };
  const base = contextIn('STATE_IDLE');

  it.each<[string, CommandContext, CommandName, object]>([
    ['nobody signed in', { ...base, link: initialLinkState }, 'makeCall', { reason: 'not-signed-in' }],
    [
      'no link',
      { ...base, link: { ...base.link, connection: { status: 'kicked', detail: '' } } },
      'makeCall',
      { reason: 'not-connected' },
    ],
    ['no snapshot yet', { ...base, link: { ...base.link, synced: false } }, 'makeCall', { reason: 'not-synced' }],
    [
      'Mediatel does not list it',
      contextIn('STATE_IDLE', { availableCommand: [] }),
      'pause',
      { reason: 'not-available', needs: 'CMD_PAUSE' },
    ],
    [
      'out of turn',
      contextIn('STATE_PAUSE'),
      'makeCall',
      { reason: 'wrong-phase', phase: 'paused', needs: ['available'] },
    ],
    [
      'log-out in a call',
      contextIn('STATE_CALL_ACTIVE', { availableCommand: ['CMD_LOGOUT'] }),
      'logOut',
      { reason: 'in-call' },
    ],
    ['nothing to hang up', base, 'hangUp', { reason: 'no-call' }],
    ['nothing to mute', base, 'mute', { reason: 'no-call' }],
    [
      'on its way',
      {
        ...base,
        commands: { ...initialCommandsState, statuses: { ...initialCommandsState.statuses, makeCall: pending } },
      },
      'makeCall',
      { reason: 'already-pending' },
    ],
    ['restart without need', base, 'restartAgent', { reason: 'not-needed' }],
  ])('%s', (_what, context, name, refusal) => {
    expect(commandRefusal(context, name)).toEqual(refusal);
  });

  it('allows a log-out in an unknown state without a known call, and refuses it with one', () => {
    const odd = { availableCommand: ['CMD_LOGOUT'] };
    expect(commandRefusal(contextIn('STATE_ODD', odd), 'logOut')).toBeNull();
    const { agent } = contextIn('STATE_ODD', odd);
    const knownIn = (knownPhase: AgentPhase) =>
      commandRefusal(contextIn('STATE_ODD', odd, { agent: { ...agent, knownPhase } }), 'logOut');
    expect(knownIn('talking')).toEqual({ reason: 'in-call' });
    expect(knownIn('paused')).toBeNull();
    expect(
      commandRefusal(contextIn('STATE_IDLE', {}, { agent: { ...base.agent, knownPhase: 'talking' } }), 'logOut'),
    ).toBeNull();
  });

  it('allows muting without a SIP call only if Mediatel lists the command and the state is up to date', () => {
    const none = { availableCommand: [] };
    expect(commandRefusal(contextIn('STATE_CALL_ACTIVE', none), 'mute')).toEqual({
      reason: 'not-available',
      needs: 'CMD_MUTE',
    });
    const talking = contextIn('STATE_CALL_ACTIVE');
    expect(commandRefusal({ ...talking, link: { ...talking.link, synced: false } }, 'mute')).toEqual({
      reason: 'not-synced',
    });
  });

  it('allows one restart at a time, and only with a link', () => {
    const wanting = { ...base, link: { ...base.link, agentUnavailable: true } };
    const statuses = { ...initialCommandsState.statuses, restartAgent: pending };
    expect(commandRefusal({ ...wanting, commands: { ...initialCommandsState, statuses } }, 'restartAgent')).toEqual({
      reason: 'already-pending',
    });
    const cut = { ...wanting.link, connection: { status: 'kicked', detail: '' } as const };
    expect(commandRefusal({ ...wanting, link: cut }, 'restartAgent')).toEqual({ reason: 'not-connected' });
    expect(commandRefusal({ ...base, agent: { ...base.agent, isAvailable: false } }, 'restartAgent')).toBeNull();
  });

  it('allows a call’s codes once, and everything else', () => {
    const clerical = contextIn('STATE_CLERICAL', { availableCommand: ['CMD_LOGOUT', 'CMD_PREDICTIVE'] });
    const { knownCallTraceID: callTraceID, callNumber } = clerical.agent;
    const savedAs = (status: 'saved' | 'unconfirmed', id = callTraceID) => ({
      ...clerical,
      commands: { ...initialCommandsState, callCodeSaving: { callTraceID: id, callNumber, codeIds: ['4'], status } },
    });
    expect(commandRefusal(savedAs('saved'), 'saveCallCodes')).toEqual({ reason: 'already-saved' });
    expect(commandRefusal(savedAs('unconfirmed'), 'saveCallCodes')).toBeNull();
    expect(commandRefusal(savedAs('saved', '7'), 'saveCallCodes')).toBeNull();
    for (const name of ['logOut', 'predictive', 'pause'] as const) {
      expect(commandRefusal(savedAs('saved'), name)).toBeNull();
    }
  });

  it('offers the restart if the farm has no agent or a command stayed unanswered', () => {
    expect(commandRefusal({ ...base, link: { ...base.link, agentUnavailable: true } }, 'restartAgent')).toBeNull();
    const statuses = { ...initialCommandsState.statuses, makeCall: { ...pending, status: 'unanswered' as const } };
    expect(commandRefusal({ ...base, commands: { ...initialCommandsState, statuses } }, 'restartAgent')).toBeNull();
  });

  it('allows hanging up an answered call without any link', () => {
    const call = {
      ...{ callId: 'a', callerNumber: null, callerName: null, invitedAt: 0, answeredAt: 0 },
      ...{ microphoneOpenedAt: 0, muted: false, mutedAt: 0 },
    };
    const softphone = { ...initialSoftphoneState, call };
    expect(commandRefusal({ ...base, link: initialLinkState, softphone }, 'hangUp')).toBeNull();
    expect(commandRefusal({ ...base, link: initialLinkState, softphone }, 'mute')).toBeNull();
    expect(commandRefusal(contextIn('STATE_CALL_ACTIVE', {}, { link: initialLinkState }), 'hangUp')).toEqual({
      reason: 'not-connected',
    });
  });
});

describe('argumentRefusal', () => {
  const several = { multipleCallCodeAllow: '1' };
  const save = (callTraceID: string, ...codeIds: string[]): MediatelCommand => ({
    name: 'saveCallCodes',
    callTraceID,
    callNumber: null,
    codeIds,
  });

  it.each<[string, MediatelCommand, string, WireSnapshot, object | null]>([
    ['a number', { name: 'makeCall', phoneNumber: '+380 (66) 123-45-67', queueName: null }, 'STATE_IDLE', {}, null],
    [
      'a name',
      { name: 'makeCall', phoneNumber: 'Olena', queueName: null },
      'STATE_IDLE',
      {},
      { reason: 'invalid-number' },
    ],
    [
      'nothing',
      { name: 'makeCall', phoneNumber: ' ', queueName: null },
      'STATE_IDLE',
      {},
      { reason: 'invalid-number' },
    ],
    ['its queue', { name: 'makeCall', phoneNumber: '1', queueName: 'DM_MFO_1' }, 'STATE_IDLE', {}, null],
    [
      'no queue of ours',
      { name: 'makeCall', phoneNumber: '1', queueName: 'X' },
      'STATE_IDLE',
      {},
      { reason: 'unknown-queue', queueName: 'X' },
    ],
    ['a pause', { name: 'pause', pauseId: '4' }, 'STATE_IDLE', {}, null],
    ['no pause of ours', { name: 'pause', pauseId: '9' }, 'STATE_IDLE', {}, { reason: 'unknown-pause', pauseId: '9' }],
    ['a code', save('1185574264', '4'), 'STATE_CLERICAL', {}, null],
    ['no code', save('1185574264'), 'STATE_CLERICAL', {}, { reason: 'no-code' }],
    ['no code of ours', save('1185574264', '5'), 'STATE_CLERICAL', {}, { reason: 'unknown-code', codeId: '5' }],
    ['two codes', save('1185574264', '4', '13'), 'STATE_CLERICAL', {}, { reason: 'one-code-only' }],
    ['two codes allowed', save('1185574264', '4', '13'), 'STATE_CLERICAL', several, null],
    ["another call's draft", save('7', '4'), 'STATE_CLERICAL', {}, { reason: 'wrong-call', callTraceID: '1185574264' }],
  ])('%s', (_what, command, state, fields, refusal) => {
    expect(argumentRefusal(agentIn(state, fields), command)).toEqual(refusal);
  });

  it('ignores separators in a number', () => {
    expect(dialable('+380 (66) 123‑45–67')).toBe('+380661234567');
    expect(dialable('*21#')).toBe('*21#');
    expect(dialable('1+2')).toBeNull();
    expect(dialable('1'.repeat(33))).toBeNull();
  });
});
