import { snapshotOf, type WireSnapshot } from 'mediatel-lib/testing';
import { type AgentState, initialAgentState } from '../state/agent-state';
import type { CallDisagreement } from './call';
import { reconcile } from './reconcile';
import { type SipCall, type SoftphoneState, initialSoftphoneState } from '../state/softphone-state';
import { translate } from '../snapshot/translate';

function agentIn(state: string, fields: WireSnapshot = {}, receivedAt = 1000): AgentState {
  const { changes } = translate(initialAgentState, snapshotOf(state, fields), { origin: 'live', receivedAt });
  return { ...initialAgentState, ...changes };
}

const sipCall: SipCall = {
  callId: 'sip-1',
  callerNumber: '0501112233',
  callerName: null,
  invitedAt: 900,
  answeredAt: 1000,
  microphoneOpenedAt: 1000,
  muted: false,
  mutedAt: 900,
};
const phone = (call: Partial<SipCall> | null): SoftphoneState => ({
  ...initialSoftphoneState,
  call: call && { ...sipCall, ...call },
});

const answered = phone({});
const ringing = phone({ answeredAt: null });
const silent = phone({ muted: true });
const none = phone(null);

describe('reconcile', () => {
  const table: readonly (readonly [string, AgentState, SoftphoneState, readonly CallDisagreement[]])[] = [
    ['talking, heard', agentIn('STATE_CALL_ACTIVE'), answered, []],
    ['talking, no audio', agentIn('STATE_CALL_ACTIVE'), none, ['no-audio']],
    ['talking, still ringing here', agentIn('STATE_CALL_ACTIVE'), ringing, ['no-audio']],
    ['held, no audio', agentIn('STATE_HOLD'), none, ['no-audio']],
    ['held, heard', agentIn('STATE_HOLD'), answered, []],
    ['delivered, nothing rings', agentIn('STATE_CALL_DELIVERED'), none, ['no-ring']],
    ['delivered, rings', agentIn('STATE_CALL_DELIVERED'), ringing, []],
    ['answered while Mediatel still delivers', agentIn('STATE_CALL_DELIVERED'), answered, []],
    ['dialling, nothing yet', agentIn('STATE_MAKECALL_REQUEST'), none, []],
    ['answered while Mediatel still dials', agentIn('STATE_MAKECALL_REQUEST'), answered, []],
    ['available, in a call here', agentIn('STATE_IDLE'), answered, ['server-idle']],
    ['paused, in a call here', agentIn('STATE_PAUSE'), answered, ['server-idle']],
    ['clerical, the call goes on here', agentIn('STATE_CLERICAL'), answered, ['server-idle']],
    ['logged out, in a call here', agentIn('STATE_LOGOUT'), answered, ['server-idle']],
    ['available, rings by hand', agentIn('STATE_IDLE'), ringing, []],
    ['muted at both', agentIn('STATE_CALL_ACTIVE', { mute: 1 }), silent, []],
    ['muted at the server only', agentIn('STATE_CALL_ACTIVE', { mute: 1 }), answered, ['muted-at-server-only']],
    ['muted here only', agentIn('STATE_CALL_ACTIVE'), silent, ['muted-here-only']],
    ['muted here where Mediatel can’t', agentIn('STATE_CALL_ACTIVE', { availableCommand: [] }), silent, []],
    ['nothing known of Mediatel', initialAgentState, answered, []],
  ];

  it.each(table)('%s', (_what, agent, softphone, expected) => {
    expect(reconcile(agent, softphone, 3000)?.disagreements ?? []).toEqual(expected);
  });

  it.each(table.filter(([, , , expected]) => expected.length > 0))(
    '%s: within the grace nothing is named',
    (_what, agent, softphone) => {
      expect(reconcile(agent, softphone, 2999)?.disagreements ?? []).toEqual([]);
    },
  );

  it.each(table)('%s: no disagreement without a link', (_what, agent, softphone) => {
    expect(reconcile(agent, softphone, 3000, false)?.disagreements ?? []).toEqual([]);
  });

  it('returns null if neither side has a call', () => {
    expect(reconcile(agentIn('STATE_IDLE'), none, 3000)).toBeNull();
    expect(reconcile(agentIn('STATE_CLERICAL'), none, 3000)).toBeNull();
  });

  it('joins the fields of both sides into one call', () => {
    expect(reconcile(agentIn('STATE_CALL_ACTIVE', { time: 7, maxCallDuration: '180' }), answered, 1500)).toEqual({
      number: 1,
      callTraceID: '1185574264',
      phase: 'talking',
      direction: null,
      otherParty: '0661234501',
      callerName: null,
      queueName: 'DM_MFO_1',
      callType: '3',
      callCustomerID: '39553609',
      activeSince: 7,
      maxCallDuration: 180,
      sipCallId: 'sip-1',
      audio: 'answered',
      mute: 'off',
      disagreements: [],
    });
  });

  it('describes a call that only the phone has by its INVITE', () => {
    expect(reconcile(agentIn('STATE_IDLE'), ringing, 1500)).toMatchObject({
      number: null,
      phase: 'audio-only',
      otherParty: '0501112233',
      audio: 'ringing',
    });
  });

  it.each<[string, AgentState, SoftphoneState]>([
    ['off', agentIn('STATE_CALL_ACTIVE'), answered],
    ['here', agentIn('STATE_CALL_ACTIVE'), silent],
    ['server', agentIn('STATE_CALL_ACTIVE', { mute: 1 }), answered],
    ['both', agentIn('STATE_CALL_ACTIVE', { mute: 1 }), silent],
  ])('mute: %s', (mute, agent, softphone) => {
    expect(reconcile(agent, softphone, 0)?.mute).toBe(mute);
  });

  it('keeps the call through an unknown state', () => {
    const before = agentIn('STATE_CALL_ACTIVE');
    const { changes } = translate(before, snapshotOf('STATE_ODD', { ani: '1' }), { origin: 'live', receivedAt: 1 });
    expect(reconcile({ ...before, ...changes }, answered, 5000)).toMatchObject({
      number: 1,
      phase: 'talking',
      disagreements: [],
    });
  });
});
