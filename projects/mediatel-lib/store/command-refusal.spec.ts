import { snapshotOf, type WireSnapshot } from 'mediatel-lib/testing';
import { initialAgentState } from './agent-state';
import { argumentRefusal, dialable } from './argument-refusal';
import { type CommandContext, commandRefusal } from './command-refusal';
import { type Command, type CommandName, type CommandStatus, commandNames } from './command-status';
import { initialCommandsState } from './commands-state';
import { initialLinkState } from './link-state';
import { initialSoftphoneState } from './softphone-state';
import { translate } from './translate';

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
    given: { command: { name: 'makeCall', phoneNumber: '1', queueName: null }, at: 0, callNumber: null },
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

  it('offers the restart when the farm has no agent or a command stayed unanswered', () => {
    expect(commandRefusal({ ...base, link: { ...base.link, agentUnavailable: true } }, 'restartAgent')).toBeNull();
    const statuses = { ...initialCommandsState.statuses, makeCall: { ...pending, status: 'unanswered' as const } };
    expect(commandRefusal({ ...base, commands: { ...initialCommandsState, statuses } }, 'restartAgent')).toBeNull();
  });

  it('hangs up an answered call without any link', () => {
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
  const save = (callTraceID: string, ...codeIds: string[]): Command => ({
    name: 'saveCallCodes',
    callTraceID,
    callNumber: null,
    codeIds,
  });

  it.each<[string, Command, string, WireSnapshot, object | null]>([
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

  it('takes separators out of a number', () => {
    expect(dialable('+380 (66) 123‑45–67')).toBe('+380661234567');
    expect(dialable('*21#')).toBe('*21#');
    expect(dialable('1+2')).toBeNull();
    expect(dialable('1'.repeat(33))).toBeNull();
  });
});
