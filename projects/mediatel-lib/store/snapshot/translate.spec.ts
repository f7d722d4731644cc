import { snapshotOf, type WireSnapshot } from 'mediatel-lib/testing';
import { AgentActions, type AgentEvent, type Origin } from '../state/agent-actions';
import { reduceAgent } from '../state/agent-feature';
import { type AgentState, initialAgentState } from '../state/agent-state';
import { translate } from './translate';

type Seen = readonly [state: string, fields?: WireSnapshot];

let origin: Origin = 'live';

const name = ({ type }: AgentEvent): string => {
  const words = type.replace('[Mediatel Agent] ', '').split(' ');
  return words.map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word)).join('');
};

function step(agent: AgentState, [state, fields]: Seen, receivedAt = 0) {
  // Decoded against the last snapshot, as the pipeline does: unchanged lists keep their references.
  const snapshot = snapshotOf(state, fields, { ...agent, serverTime: null });
  const { changes, events } = translate(agent, snapshot, { origin, receivedAt });
  const next = changes ? reduceAgent(agent, AgentActions.agentChanged({ changes, origin })) : agent;
  return { agent: next, changes, events };
}

const play = (...seen: Seen[]) =>
  seen.reduce((at, snapshot) => step(at.agent, snapshot), {
    agent: initialAgentState,
    changes: null,
    events: [],
  } as ReturnType<typeof step>);

const phaseNames = new Set([
  ...['loggedIn', 'loginFailed', 'loggedOut', 'becameAvailable', 'pauseStarted', 'pauseChanged', 'pauseEnded'],
  ...['dialingStarted', 'callDelivered', 'callStarted', 'callHeld', 'callRetrieved', 'callFailed', 'callEnded'],
  ...['clericalStarted', 'clericalEnded', 'unknownStateEntered', 'unknownStateLeft'],
]);

describe('the events of phases', () => {
  beforeEach(() => (origin = 'live'));

  const idle: Seen = ['STATE_IDLE'];
  const dialing: Seen = ['STATE_MAKECALL_REQUEST'];
  const delivered: Seen = ['STATE_CALL_DELIVERED'];
  const active: Seen = ['STATE_CALL_ACTIVE'];
  const held: Seen = ['STATE_HOLD'];
  const clerical: Seen = ['STATE_CLERICAL'];
  const paused: Seen = ['STATE_PAUSE'];
  const out: Seen = ['STATE_LOGOUT'];
  const other = { callTraceID: '99' };
  const failure = { callErrorID: '-223', callErrorText: 'No Answer from agent' };

  const table: readonly (readonly [string, readonly Seen[], readonly string[]])[] = [
    ['first seen logged out', [out], []],
    ['logs in', [out, idle], ['loggedIn', 'becameAvailable']],
    ['first seen in a call', [active], ['loggedIn', 'callStarted']],
    ['wrong password', [out, ['STATE_LOGOUT', { loginErrorID: '7' }]], ['loginFailed']],
    [
      'wrong password again',
      [
        ['STATE_LOGOUT', { loginErrorID: '7' }],
        ['STATE_LOGOUT', { loginErrorID: '7', loginAttempt: 2 }],
      ],
      ['loginFailed'],
    ],
    ['logs out', [idle, out], ['loggedOut']],
    ['is logged out in a call', [active, out], ['callEnded', 'loggedOut']],
    ['takes a pause', [idle, paused], ['pauseStarted']],
    ['changes the pause', [paused, ['STATE_PAUSE', { pauseId: '1' }]], ['pauseChanged']],
    ['ends the pause', [paused, idle], ['pauseEnded', 'becameAvailable']],
    ['dials', [idle, dialing], ['dialingStarted']],
    ['reaches the customer', [idle, dialing, delivered], ['callDelivered']],
    ['is delivered a call', [idle, delivered], ['callDelivered']],
    ['talks', [delivered, active], ['callStarted']],
    ['talks, delivered never seen', [idle, active], ['callStarted']],
    ['holds', [active, held], ['callHeld']],
    ['first seen held', [idle, held], ['callStarted', 'callHeld']],
    ['retrieves', [active, held, active], ['callRetrieved']],
    ['consults', [active, held, ['STATE_HOLD_MAKECALL_PROGRESS']], []],
    ['the call ends', [active, clerical], ['callEnded', 'clericalStarted']],
    ['the call ends without clerical', [active, idle], ['callEnded', 'becameAvailable']],
    ['is done with clerical', [active, clerical, idle], ['clericalEnded', 'becameAvailable']],
    ['is done with clerical, into a pause', [active, clerical, paused], ['clericalEnded', 'pauseStarted']],
    ['another call follows unseen', [active, ['STATE_CALL_ACTIVE', other]], ['callEnded', 'callStarted']],
    ["another call's clerical follows unseen", [active, ['STATE_CLERICAL', other]], ['callEnded', 'clericalStarted']],
    ['clerical after clerical', [clerical, ['STATE_CLERICAL', other]], ['clericalEnded', 'clericalStarted']],
    ['dials again, and the end was not seen', [active, dialing], ['callEnded', 'dialingStarted']],
    ['clerical, then dials', [clerical, dialing], ['clericalEnded', 'dialingStarted']],
    ['the customer is busy', [delivered, ['STATE_CLERICAL', failure]], ['callFailed', 'callEnded', 'clericalStarted']],
    ['an error in a call that was answered', [active, ['STATE_CLERICAL', failure]], ['callEnded', 'clericalStarted']],
    [
      'the number can’t be dialled',
      [dialing, ['STATE_MAKECALL_FAILED', failure]],
      ['callFailed', 'callEnded', 'becameAvailable'],
    ],
    ['failure seen, its call not', [idle, ['STATE_MAKECALL_FAILED', failure]], ['callFailed']],
    [
      'failure seen again',
      [idle, ['STATE_MAKECALL_FAILED', failure], ['STATE_MAKECALL_FAILED', { ...failure, mute: 1 }]],
      [],
    ],
    [
      'Force Pause',
      [
        ['STATE_MAKECALL_FAILED', failure],
        ['STATE_PAUSE', failure],
      ],
      ['pauseStarted'],
    ],
    ['Force Pause, failure unseen', [dialing, ['STATE_PAUSE', failure]], ['callFailed', 'callEnded', 'pauseStarted']],
    ['mutes in a call', [active, ['STATE_MUTE', { callTraceID: '1185574264' }]], []],
    ['asks for the pause list on a pause', [paused, ['STATE_PAUSE_LIST', { pauseId: '4' }]], []],
    ['an unknown state', [idle, ['STATE_ODD']], ['unknownStateEntered']],
    [
      'an unknown state with a known status',
      [idle, ['STATE_ODD', { status: 'pause' }]],
      ['unknownStateEntered', 'pauseStarted'],
    ],
    ['from one unknown state to another', [['STATE_ODD'], ['STATE_ODDER']], ['unknownStateEntered']],
    ['back from the unknown in the same call', [active, ['STATE_ODD'], active], ['unknownStateLeft']],
    [
      'back from the unknown, the call over',
      [active, ['STATE_ODD'], idle],
      ['unknownStateLeft', 'callEnded', 'becameAvailable'],
    ],
    ['the same again', [active, active], []],
  ];

  it.each(table)('%s', (_what, seen, expected) => {
    expect(
      play(...seen)
        .events.map(name)
        .filter((event) => phaseNames.has(event)),
    ).toEqual(expected);
  });

  it('every event carries its origin', () => {
    origin = 'resync';
    expect(play(idle).events.every((event) => event.origin === 'resync')).toBe(true);
  });
});

describe('the other events', () => {
  const active = (fields: WireSnapshot): Seen => ['STATE_CALL_ACTIVE', fields];

  it.each<[string, Seen, Seen, Partial<AgentEvent> & object]>([
    ['callDetailsChanged', active({}), active({ queueName: 'Q2' }), { changes: { queueName: 'Q2' }, callNumber: 1 }],
    [
      'customerChanged',
      active({}),
      active({ callCustomerID: '5' }),
      { callCustomerID: '5', callTraceID: '1185574264' },
    ],
    ['predictiveTurnedOn', active({}), active({ predictiveStatus: '1' }), {}],
    ['predictiveTurnedOff', active({ predictiveStatus: '1' }), active({}), {}],
    ['mutedByServer', active({}), active({ mute: 1 }), {}],
    ['unmutedByServer', active({ mute: '1' }), active({}), {}],
    ['queuesChanged', active({}), active({ queues: ['A'] }), { queues: ['A'] }],
    ['pauseListChanged', active({}), active({ pauseList: [['7', 'Tea']] }), { pauseList: [{ id: '7', name: 'Tea' }] }],
    ['callCodesChanged', active({}), active({ availableCallCodes: [] }), { callCodes: [] }],
    [
      'availableCommandsChanged',
      active({}),
      active({ availableCommand: ['CMD_ODD'] }),
      { availableCommand: ['CMD_ODD'] },
    ],
    [
      'callHistoryChanged',
      active({}),
      active({ callHistory: [{ MCC_CHANNEL: '3' }] }),
      { callHistory: [{ MCC_CHANNEL: '3' }] },
    ],
  ])('%s', (expected, before, after, payload) => {
    const first = snapshotOf(...before);
    const { changes } = translate(initialAgentState, first, { origin: 'live', receivedAt: 0 });
    const agent = reduceAgent(initialAgentState, AgentActions.agentChanged({ changes: changes!, origin: 'live' }));
    const { events } = translate(agent, snapshotOf(...after, first), { origin: 'live', receivedAt: 0 });
    expect(events.map(name)).toEqual([expected]);
    expect(events[0]).toMatchObject(payload);
  });
});

describe('a call', () => {
  it('keeps its own number when the id comes', () => {
    const { agent } = play(['STATE_IDLE'], ['STATE_MAKECALL_REQUEST']);
    expect(agent).toMatchObject({ callNumber: 1, knownCallTraceID: null, callDirection: 'outgoing' });
    expect(step(agent, ['STATE_CALL_DELIVERED']).agent).toMatchObject({
      callNumber: 1,
      knownCallTraceID: '1185574264',
      callDirection: 'outgoing',
    });
  });

  it('keeps its id if a snapshot leaves it out', () => {
    const { agent } = play(['STATE_CALL_ACTIVE'], ['STATE_HOLD', { callTraceID: '-1' }]);
    expect(agent).toMatchObject({ callNumber: 1, callTraceID: null, knownCallTraceID: '1185574264' });
  });

  it('is incoming only if a snapshot shows it', () => {
    expect(play(['STATE_IDLE'], ['STATE_CALL_DELIVERED']).agent.callDirection).toBe('incoming');
    const automatic = { predictiveStatus: '1' };
    const dialledForUs = play(['STATE_IDLE', automatic], ['STATE_CALL_DELIVERED', automatic]);
    expect(dialledForUs.agent.callDirection).toBe('predictive');
    // Dialled by hand, even if automatic dialling is on.
    expect(play(['STATE_IDLE', automatic], ['STATE_MAKECALL_REQUEST', automatic]).agent.callDirection).toBe('outgoing');
    expect(play(['STATE_CALL_DELIVERED']).agent.callDirection).toBeNull();
    expect(play(['STATE_IDLE'], ['STATE_CALL_ACTIVE']).agent.callDirection).toBeNull();
  });

  it('runs its clock from the start of the conversation through hold', () => {
    const { agent } = play(
      ['STATE_CALL_DELIVERED', { time: 1 }],
      ['STATE_CALL_ACTIVE', { time: 2 }],
      ['STATE_HOLD', { time: 3 }],
      ['STATE_CALL_ACTIVE', { time: 4 }],
    );
    expect(agent.callActiveSince).toBe(2);
    expect(step(agent, ['STATE_IDLE']).agent).toMatchObject({ callActiveSince: null, callNumber: null, callsSeen: 1 });
  });

  it('starts the call’s clock with the first time that Mediatel sends', () => {
    const { agent } = play(['STATE_CALL_ACTIVE', { time: '' }]);
    expect(agent.callActiveSince).toBeNull();
    expect(step(agent, ['STATE_CALL_ACTIVE', { time: 2 }]).agent.callActiveSince).toBe(2);
  });

  it('has in its events the id that comes with them', () => {
    const call = { callNumber: 1, callTraceID: '1185574264' };
    const { events } = play(['STATE_MAKECALL_REQUEST'], ['STATE_CALL_DELIVERED']);
    expect(events.find((event) => name(event) === 'callDelivered')).toMatchObject(call);
  });

  it('is recognised by the status if it is first seen in a transient state', () => {
    expect(play(['STATE_MUTE', { status: 'in_a_call' }]).agent.phase).toBe('talking');
  });
});

describe('the server’s clock', () => {
  beforeEach(() => (origin = 'live'));

  const first = () => step(initialAgentState, ['STATE_IDLE', { serverTime: 5000 }], 100).agent;

  it('changes nothing when the server’s clock goes on', () => {
    expect(step(first(), ['STATE_IDLE', { serverTime: 65_000 }], 60_100)).toMatchObject({ changes: null, events: [] });
    expect(step(first(), ['STATE_IDLE', { serverTime: 66_000 }], 60_100)).toMatchObject({ changes: null });
  });

  it('replaces the server’s clock when it differs by more than a second', () => {
    const { changes, events } = step(first(), ['STATE_IDLE', { serverTime: 66_001 }], 60_100);
    expect(changes).toEqual({ clock: { serverTime: 66_001, receivedAt: 60_100 } });
    expect(events).toEqual([]);
  });

  it('stores the server’s clock with other changes', () => {
    expect(step(first(), ['STATE_PAUSE', { serverTime: 6000 }], 1100).agent.clock).toEqual({
      serverTime: 6000,
      receivedAt: 1100,
    });
  });
});

describe('what a snapshot changes', () => {
  beforeEach(() => (origin = 'live'));

  it('changes the fields that differ, and nothing else', () => {
    const { agent } = step(initialAgentState, ['STATE_CALL_ACTIVE', { serverTime: '' }], 100);
    const { changes } = step(agent, ['STATE_CALL_ACTIVE', { serverTime: '', ani: '1' }], 200);
    expect(changes).toEqual({ ani: '1' });
  });

  it('stores when the mute came, if it changed', () => {
    const { agent } = step(initialAgentState, ['STATE_CALL_ACTIVE'], 100);
    const muted = step(agent, ['STATE_CALL_ACTIVE', { mute: 1 }], 200);
    expect([agent.muteReceivedAt, muted.agent.muteReceivedAt]).toEqual([0, 200]);
    expect(step(muted.agent, ['STATE_CALL_ACTIVE', { mute: 1, ani: '1' }], 300).agent.muteReceivedAt).toBe(200);
  });

  it('stores when the phase came, if it changed', () => {
    const first = step(initialAgentState, ['STATE_IDLE'], 100).agent;
    const same = step(first, ['STATE_IDLE', { ani: '1' }], 200).agent;
    const next = step(same, ['STATE_PAUSE'], 300).agent;
    expect([first, same, next].map(({ phaseReceivedAt }) => phaseReceivedAt)).toEqual([100, 100, 300]);
  });

  it('keeps the server’s clock if a snapshot has none', () => {
    const { agent } = step(initialAgentState, ['STATE_IDLE', { serverTime: 5000 }], 100);
    expect(agent.clock).toEqual({ serverTime: 5000, receivedAt: 100 });
    expect(step(agent, ['STATE_PAUSE', { serverTime: '' }], 200).agent.clock).toBe(agent.clock);
  });

  it('takes the phase of the status if a transient state comes first', () => {
    expect(step(initialAgentState, ['STATE_MUTE', { status: 'in_a_call' }]).agent.phase).toBe('talking');
    expect(step(initialAgentState, ['STATE_MUTE', { status: 'moonwalk' }]).agent.phase).toBe('unknown');
    const { agent } = play(['STATE_PAUSE']);
    origin = 'resync';
    expect(step(agent, ['STATE_MUTE', { status: 'in_a_call' }]).agent.phase).toBe('talking');
    expect(step(agent, ['STATE_MUTE', { status: 'moonwalk' }]).agent.phase).toBe('paused');
  });
});
