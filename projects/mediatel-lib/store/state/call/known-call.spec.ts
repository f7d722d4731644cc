import { decodeSnapshot } from 'mediatel-lib/protocol';
import { type WireSnapshot, wireSnapshot } from 'mediatel-lib/testing';
import { reduceAgent } from '../agent-feature';
import { AgentActions } from '../agent-actions';
import { type AgentState, initialAgentState } from '../agent-state';
import { keepKnownCall, knownCallOf } from './known-call';
import { translate } from '../../snapshot/translate';

const states = {
  available: 'STATE_IDLE',
  talking: 'STATE_CALL_ACTIVE',
  clerical: 'STATE_CLERICAL',
} as const;

type Told = readonly [keyof typeof states, Partial<WireSnapshot>];

/** The state after these snapshots. */
const after = (...told: readonly Told[]): AgentState =>
  told.reduce((agent, [phase, fields]) => {
    const decoded = decodeSnapshot(wireSnapshot(states[phase], fields), null);
    if (!decoded.ok) throw new Error('The snapshot is refused.');
    const { changes } = translate(agent, decoded.snapshot, { origin: 'live', receivedAt: 0 });
    return changes === null ? agent : reduceAgent(agent, AgentActions.agentChanged({ changes, origin: 'live' }));
  }, initialAgentState);

const first = { ani: '0661234501', callTraceID: '11', queueName: 'Sales', callCustomerID: '7' };
const known = { callNumber: 1, callTraceID: '11', number: '0661234501', queueName: 'Sales', callCustomerID: '7' };

it('keeps what later snapshots leave out', () => {
  const agent = after(
    ['talking', first],
    ['clerical', { ani: '', callTraceID: '-1', queueName: '', callCustomerID: '-1' }],
  );
  expect([agent.ani, agent.knownCall, agent.lastCall]).toEqual([null, known, null]);
});

it('adds facts that come later', () => {
  const agent = after(['talking', { ...first, callCustomerID: '-1' }], ['talking', first]);
  expect(agent.knownCall).toEqual(known);
});

it('keeps its reference while no fact changes', () => {
  const before = after(['talking', first]);
  const agent = keepKnownCall({ ...before, mute: true });
  expect(agent.knownCall).toBe(before.knownCall);
});

it('forgets both calls when the state is reset', () => {
  const signedOut = reduceAgent(
    after(['talking', first], ['talking', { callTraceID: '12' }]),
    AgentActions.agentChanged({ changes: initialAgentState, origin: 'resync' }),
  );
  expect([signedOut.knownCall, signedOut.lastCall]).toEqual([null, null]);
});

it('makes a call that ended the last call', () => {
  const agent = after(['talking', first], ['available', { ani: '' }]);
  expect([agent.knownCall, agent.lastCall]).toEqual([null, known]);
});

it('separates the last call from one that follows at once', () => {
  const agent = after(['talking', first], ['talking', { callTraceID: '12', ani: '', queueName: '' }]);
  expect(agent.lastCall).toEqual(known);
  expect(agent.knownCall).toMatchObject({ callNumber: 2, callTraceID: '12', number: null, queueName: null });
  expect([1, 2, 3, null].map((number) => knownCallOf(agent, number)?.callTraceID)).toEqual([
    '11',
    '12',
    undefined,
    undefined,
  ]);
});
