import { agentRequestTypes, type AgentRequest } from 'mediatel-lib/protocol';
import fc from 'fast-check';
import type { CallProgress } from '../telephony/telephony';
import type { AgentEffect } from './agent-effect';
import type { AgentEvent, TimerName } from './agent-event';
import type { AgentPhase, AgentState } from './agent-state';
import { dueTimes } from './agent-timers';
import { AgentUnderTest, login, particulars, queueNamed, rules } from './agent.fixture';
import { allowedRequests } from './allowed-requests';
import { availableCommands, commandOf } from './available-commands';
import { forcePause } from './pause';
import { trainingQueues } from './queue';

type Act = (agent: AgentUnderTest) => AgentEvent;

const requests = fc.oneof(
  { weight: 3, arbitrary: fc.constant<AgentRequest>(login) },
  fc.record({
    type: fc.constant('login' as const),
    user: fc.constantFrom('agent1', 'agent2', '__proto__'),
    password: fc.constantFrom('training', ''),
    extension: fc.constantFrom('1001', ''),
  }),
  fc.constantFrom<AgentRequest>(
    { type: 'logout' },
    { type: 'closeCall' },
    { type: 'predictive' },
    { type: 'holdCall' },
    { type: 'retrieveCall' },
    { type: 'muteCall' },
    { type: 'exit' },
  ),
  fc.record({ type: fc.constant('pause' as const), id: fc.constantFrom(0, '0', 1, '4', 99, 12345) }),
  fc.record({ type: fc.constant('resolutionSet' as const), id: fc.constantFrom(4, 14, 104, 201, 202, 301, 401, -1) }),
);

const progresses = fc.constantFrom<CallProgress>(
  { type: 'operatorRinging' },
  { type: 'operatorAnswered' },
  { type: 'recordingBegan', at: 1000 },
  { type: 'operatorFailed', reason: 'no-answer' },
  { type: 'customerRinging' },
  { type: 'customerAnswered' },
  { type: 'customerFailed', reason: 'busy' },
  { type: 'customerFailed', reason: 'invalid-number' },
  { type: 'operatorDigit', digit: '1' },
  { type: 'ended', by: 'operator' },
  { type: 'ended', by: 'customer' },
  { type: 'ended', by: 'server' },
);

const timers: readonly TimerName[] = [
  'failureShown',
  'clerical',
  'leaveClerical',
  'busyTone',
  'predictive',
  'callLimit',
];

let traces = 0;

/** Makes histories go forward: by chance few of them would reach hold. */
const forward: readonly CallProgress[] = [
  { type: 'operatorAnswered' },
  { type: 'customerRinging' },
  { type: 'customerAnswered' },
];

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.nat(20).map((pick): Act => ({ state }) => {
      const allowed = allowedRequests(state).filter((type) => !['exit', 'logout', 'closeCall'].includes(type));
      const type = allowed[pick % Math.max(1, allowed.length)];
      return asEvent(example(type ?? 'closeCall', state));
    }),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...forward).map((progress): Act => ({ state }) => ({
      type: 'progress',
      traceId: state.call?.traceId ?? 'none',
      progress,
    })),
  },
  {
    weight: 4,
    arbitrary: requests.map(
      (request): Act =>
        () =>
          asEvent(request),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('0661234501', 'x'), fc.constantFrom(undefined, 'Q_P_2_Manual', 'nowhere')).map(
      ([phoneNumber, queueName]): Act =>
        () =>
          makeCall(phoneNumber, queueName),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(progresses, fc.integer({ min: 0, max: 9 })).map(([progress, stray]): Act => ({ state }) => ({
      type: 'progress',
      traceId: stray === 0 ? 'stray' : (state.call?.traceId ?? 'none'),
      progress,
    })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('incoming' as const, 'predictive' as const).map((direction): Act => () => ({
      type: 'offer',
      offer: { direction, number: '0501112233', queue: queueNamed('IN_Support'), waitSeconds: 0, particulars: fresh() },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...timers), fc.boolean()).map(([timer, stale]): Act => ({ state }) => ({
      type: 'timer',
      timer,
      due: (dueTimes(rules, state).get(timer) ?? 0) - (stale ? 1 : 0),
    })),
  },
  fc.constantFrom<Act>(
    () => ({ type: 'takenOver' }),
    () => ({ type: 'abandoned' }),
    () => ({ type: 'malformed', login: true, reason: 'x' }),
    () => ({ type: 'malformed', login: false, reason: 'x' }),
    () => ({ type: 'notStored', what: 'makeCall' }),
    () => ({ type: 'notStored', what: 'offer' }),
    () => ({ type: 'notStored', what: 'resolutionSet' }),
  ),
);

// By default fast-check makes about ten items at most, whatever the maximum.
const histories = fc.array(fc.tuple(acts, fc.integer({ min: 0, max: 70_000 })), { maxLength: 60, size: 'max' });

const fresh = () => particulars(String(++traces));

function makeCall(phoneNumber: string, queueName?: string): AgentEvent {
  return { type: 'makeCall', phoneNumber, queueName, particulars: fresh() };
}

function asEvent(request: AgentRequest): AgentEvent {
  return request.type === 'makeCall' ? makeCall(request.phoneNumber, request.queueName) : { type: 'request', request };
}

/** Runs a history and passes every step to the check. */
function along(check: (agent: AgentUnderTest, before: AgentState, event: AgentEvent) => void): void {
  fc.assert(
    fc.property(histories, (history) => {
      const agent = new AgentUnderTest();
      for (const [act, pause] of history) {
        agent.at += pause;
        const before = agent.state;
        const event = act(agent);
        agent.apply(event);
        check(agent, before, event);
      }
    }),
    { numRuns: 150 },
  );
}

const withCall: readonly AgentPhase[] = ['dialing', 'delivered', 'active', 'held', 'clerical'];
const live: readonly AgentPhase[] = ['dialing', 'delivered', 'active', 'held'];

describe('whatever happens to an agent', () => {
  it('its state hangs together', () => {
    const seen = new Set<AgentPhase>();
    along(({ state }) => {
      seen.add(state.phase);
      expect(state.call !== null).toBe(withCall.includes(state.phase));
      expect(state.pauseId !== null).toBe(state.phase === 'paused');
      expect(state.operator === null).toBe(state.phase === 'loggedOut');
      expect(state.since === null).toBe(state.phase === 'loggedOut');
      expect(state.call === null && state.phase !== 'failed' ? state.wantedPauseId : null).toBeNull();
    });
    // The histories reach every phase; otherwise the laws would be shown for fewer.
    expect([...seen].sort()).toEqual([...withCall, 'loggedOut', 'idle', 'paused', 'failed'].sort());
  });

  it('every snapshot is plain data that survives the wire, and the last one shows the state', () => {
    let sent = 0;
    along((agent) => {
      for (const snapshot of agent.snapshots) expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
      for (const last of agent.effects.filter((effect) => effect.type === 'send').slice(-1)) {
        sent++;
        expect(last.state).toBe(agent.state);
        expect(last.transient).toBeUndefined();
      }
    });
    expect(sent).toBeGreaterThan(0);
  });

  it('what a client can see changes only with a snapshot', () => {
    let changes = 0;
    along((agent, before) => {
      const visible = (state: AgentState) => JSON.stringify(agent.snapshot(state));
      if (visible(before) === visible(agent.state)) return;
      changes++;
      expect(agent.sent.length).toBeGreaterThan(0);
    });
    expect(changes).toBeGreaterThan(0);
  });

  it('calls begin and end once each, and a live voice is ended with its call', () => {
    const open = new Map<AgentUnderTest, string | null>();
    const seen = { saveStart: 0, saveEnd: 0, lets: 0 };
    along((agent, before) => {
      for (const effect of agent.effects) {
        if (effect.type !== 'saveStart' && effect.type !== 'saveEnd') continue;
        seen[effect.type]++;
        const [was, is] = effect.type === 'saveStart' ? [null, effect.call.traceId] : [effect.traceId, null];
        expect(open.get(agent) ?? null).toBe(was);
        open.set(agent, is);
      }
      expect(open.get(agent) ?? null).toBe(live.includes(agent.state.phase) ? agent.state.call?.traceId : null);
      if (!live.includes(before.phase) || live.includes(agent.state.phase)) return;
      seen.lets++;
      expect(agent.done.includes('end') || agent.state.call?.toneUntil != null).toBe(true);
    });
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('the timers running are those that its state wants', () => {
    const running = new Map<AgentUnderTest, Map<TimerName, number>>();
    along((agent, _before, event) => {
      const own = running.get(agent) ?? new Map<TimerName, number>();
      running.set(agent, own);
      if (event.type === 'timer' && own.get(event.timer) === event.due) {
        own.delete(event.timer);
      }
      for (const effect of agent.effects) {
        if (effect.type === 'startTimer') own.set(effect.timer, effect.due);
        if (effect.type === 'cancelTimer') own.delete(effect.timer);
      }
      const wanted = [...dueTimes(rules, agent.state).keys()].filter((timer) => timer !== 'predictive');
      expect([...own.keys()].filter((timer) => timer !== 'predictive').sort()).toEqual(wanted.sort());
    });
  });

  it('an extension that did not answer leads to Force Pause, whatever is requested meanwhile', () => {
    let pauses = 0;
    const look = (agent: AgentUnderTest, before: AgentUnderTest['state']): void => {
      if (before.phase !== 'failed' || before.callError?.id !== '-223') return;
      const isPaused = agent.state.phase === 'paused';
      if (isPaused) pauses++;
      expect(['failed', 'paused', 'loggedOut']).toContain(agent.state.phase);
      expect(isPaused ? agent.state.pauseId : forcePause.id).toBe(forcePause.id);
    };
    // Few histories get this far: runs more, until one does.
    for (let round = 0; round < 30 && pauses === 0; round++) along(look);
    expect(pauses).toBeGreaterThan(0);
  });

  it('a transient state leaves the phase as it was', () => {
    let passing = 0;
    along((agent) => {
      const sends = agent.effects.filter((effect) => effect.type === 'send');
      for (const first of sends.filter(({ transient }) => transient).slice(0, 1)) {
        passing++;
        expect(first.state.phase).toBe(agent.state.phase);
      }
    });
    expect(passing).toBeGreaterThan(0);
  });
});

describe('availableCommand', () => {
  const accepted = ({ effects }: { readonly effects: readonly AgentEffect[] }) =>
    !effects.some((effect) => effect.type === 'refused' && effect.reason.startsWith('out of turn'));

  it('agrees with what is accepted', () => {
    along(({ state, at }) => {
      for (const type of agentRequestTypes) {
        const probe = new AgentUnderTest();
        probe.state = state;
        probe.at = at;
        probe.apply(asEvent(example(type, state)));
        expect(accepted(probe)).toBe(allowedRequests(state).includes(type));
        const command = commandOf[type];
        expect(command ? availableCommands(state).includes(command) : accepted(probe)).toBe(accepted(probe));
      }
    });
  });

  it('what is out of turn changes nothing and repeats the snapshot', () => {
    const refused = new Set<AgentRequest['type']>();
    along(({ state, at }) => {
      for (const type of agentRequestTypes) {
        if (allowedRequests(state).includes(type)) continue;
        refused.add(type);
        const probe = new AgentUnderTest();
        probe.state = state;
        probe.at = at;
        probe.apply(asEvent(example(type, state)));
        expect(probe.state).toBe(state);
        expect(probe.done).toEqual(['send']);
      }
    });
    expect(refused.size).toBeGreaterThan(0);
  });

  it('names no command twice', () => {
    along(({ state }) => {
      const commands = availableCommands(state);
      expect(new Set(commands).size).toBe(commands.length);
    });
  });
});

/** A request of that type that is valid in itself. */
function example(type: AgentRequest['type'], state: AgentState): AgentRequest {
  switch (type) {
    case 'login':
      return login;
    case 'makeCall':
      return { type, phoneNumber: '0661234501' };
    case 'pause':
      return { type, id: 1 };
    case 'resolutionSet':
      return { type, id: Number((state.call?.queue ?? trainingQueues[0])?.callCodes[0]?.ID) };
    default:
      return { type };
  }
}
