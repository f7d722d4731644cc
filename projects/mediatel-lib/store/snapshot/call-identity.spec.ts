import type { AgentPhase } from 'mediatel-lib/protocol';
import { snapshotOf, type WireSnapshot } from 'mediatel-lib/testing';
import { type AgentState, initialAgentState } from '../state/agent-state';
import { followCall } from './call-identity';

const snapshot = (fields: WireSnapshot = {}) =>
  snapshotOf('STATE_CALL_ACTIVE', { callTraceID: '5', time: 9, ...fields });

/** The changes of `followCall` for a snapshot in this phase. */
function changesOf(agent: Partial<AgentState>, to: AgentPhase, fields?: WireSnapshot): object {
  const changes = {};
  followCall({ ...initialAgentState, known: true, ...agent }, to, snapshot(fields), changes);
  return changes;
}

const none = { phase: 'available', knownPhase: 'available', callsSeen: 3 } as const;
const inCall = (knownPhase: AgentPhase, id: string | null = '5'): Partial<AgentState> => ({
  ...{ phase: knownPhase, knownPhase, callsSeen: 3, callNumber: 3, knownCallTraceID: id },
  ...{ callDirection: 'incoming', callAnswered: true, callActiveSince: 1 },
});

const numbered = { callsSeen: 4, callNumber: 4, knownCallTraceID: '5' };
const forgotten = {
  ...{ callNumber: null, knownCallTraceID: null, callDirection: null },
  ...{ callAnswered: false, callActiveSince: null },
};

describe('a call that begins', () => {
  it.each<[AgentPhase, WireSnapshot, object]>([
    ['dialing', {}, { callDirection: 'outgoing', callAnswered: false, callActiveSince: null }],
    ['delivered', {}, { callDirection: 'incoming', callAnswered: false, callActiveSince: null }],
    ['delivered', { predictiveStatus: 1 }, { callDirection: 'predictive', callAnswered: false, callActiveSince: null }],
    ['talking', {}, { callDirection: null, callAnswered: true, callActiveSince: 9 }],
    ['held', {}, { callDirection: null, callAnswered: true, callActiveSince: null }],
    ['clerical', {}, { callDirection: null, callAnswered: false, callActiveSince: null }],
  ])('as %s with %j', (to, fields, changes) => {
    expect(changesOf(none, to, fields)).toEqual({ ...numbered, ...changes });
  });

  it.each<[string, Partial<AgentState>]>([
    ['seen first, as nothing is known before', { ...none, known: false }],
    ['after a pause', { ...none, phase: 'paused', knownPhase: 'paused' }],
  ])('delivered has no direction %s', (_when, agent) => {
    expect(changesOf(agent, 'delivered')).toMatchObject({ callDirection: null });
  });
});

describe('a call that goes on', () => {
  it.each<[AgentPhase, AgentPhase, string | null]>([
    ['dialing', 'delivered', '5'],
    ['delivered', 'talking', '5'],
    ['talking', 'held', '5'],
    ['held', 'talking', '5'],
    ['talking', 'clerical', '5'],
    // The id is the same, although the phase went a step back.
    ['talking', 'delivered', '5'],
    ['clerical', 'dialing', '5'],
    ['delivered', 'dialing', '-1'],
  ])('from %s to %s with the id %s keeps its number', (from, to, id) => {
    expect(changesOf(inCall(from, id === '-1' ? null : id), to, { callTraceID: id })).toEqual({});
  });

  it('takes its id, its answer and its clock from the first snapshot that has them', () => {
    const early = { ...inCall('delivered', null), callAnswered: false, callActiveSince: null };
    expect(changesOf(early, 'talking')).toEqual({ knownCallTraceID: '5', callAnswered: true, callActiveSince: 9 });
    expect(changesOf(early, 'held')).toEqual({ knownCallTraceID: '5', callAnswered: true });
    expect(changesOf(early, 'delivered')).toEqual({ knownCallTraceID: '5' });
    expect(changesOf({ ...early, callAnswered: true }, 'talking', { time: '', callTraceID: -1 })).toEqual({});
  });
});

describe('another call', () => {
  it.each<[string, AgentPhase, AgentPhase, string | null, string]>([
    ['by its id', 'talking', 'talking', '4', '5'],
    ['by a step back without an id', 'talking', 'dialing', null, '-1'],
    ['by a step back to one with an id', 'talking', 'delivered', null, '5'],
    ['by a step back from clerical', 'clerical', 'talking', null, '-1'],
    ['by a step back, the old one with an id', 'talking', 'dialing', '4', '-1'],
  ])('is known %s', (_how, from, to, before, id) => {
    expect(changesOf(inCall(from, before), to, { callTraceID: id })).toMatchObject({ callNumber: 4, callsSeen: 4 });
  });
});

describe('a call that is over', () => {
  it.each<AgentPhase>(['available', 'paused', 'loggedOut'])('is forgotten by %s', (to) => {
    expect(changesOf(inCall('clerical'), to)).toEqual(forgotten);
    expect(changesOf(none, to)).toEqual({});
  });

  it('an unknown phase neither ends nor forgets a call', () => {
    expect(changesOf(inCall('talking'), 'unknown')).toEqual({});
    expect(changesOf(none, 'unknown')).toEqual({});
  });
});
