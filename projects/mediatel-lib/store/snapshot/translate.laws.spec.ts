import fc from 'fast-check';
import {
  agentStates,
  agentStatuses,
  isTransientState,
  phaseOf,
  type AgentPhase,
  type Snapshot,
  decodeSnapshot,
} from 'mediatel-lib/protocol';
import { wireSnapshot, type WireSnapshot } from 'mediatel-lib/testing';
import type { Action } from '@ngrx/store';
import { AgentActions } from '../state/agent-actions';
import { reduceAgent } from '../state/agent-feature';
import { type AgentState, initialAgentState } from '../state/agent-state';
import { concernsCall } from '../state/call/call-phase';
import { SnapshotPipeline } from './snapshot-pipeline';
import { translate } from './translate';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) };

const id = fc.constantFrom('-1', '11', '12', '13');
const rows = fc.array(fc.record({ MCC_SAMPLEID: id, MCC_CHANNEL: fc.constantFrom('1', '2') }), { maxLength: 3 });

/** A snapshot of any state, with any of the fields that vary; most fields are as usual in the state. */
const snapshot: fc.Arbitrary<WireSnapshot> = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.constantFrom(...agentStates), weight: 12 },
      { arbitrary: fc.constantFrom('STATE_ODD', 'STATE_X'), weight: 1 },
    ),
    fc.record(
      {
        status: fc.constantFrom(...agentStatuses, 'odd', ''),
        callTraceID: id,
        callCustomerID: id,
        ani: fc.constantFrom('', '066', '067'),
        pauseId: fc.constantFrom('0', '1', '4'),
        mute: fc.constantFrom(0, 1),
        predictiveStatus: fc.constantFrom('0', '1'),
        callErrorID: fc.constantFrom('-1', '-223'),
        loginErrorID: fc.constantFrom('0', '7'),
        loginAttempt: fc.nat(3),
        queues: fc.constantFrom([''], ['A'], ['A', 'B']),
        pauseList: fc.constantFrom([], [['1', 'Tea']], [['1', 'Coffee']]),
        availableCommand: fc.constantFrom([], ['CMD_PAUSE'], ['CMD_ODD', 'CMD_PAUSE']),
        availableCallCodes: fc.constantFrom([], [{ ID: '4', Name: 'Yes', ActionFlag: '0' }]),
        callHistory: rows,
        time: fc.option(fc.nat(5), { nil: null }),
        serverTime: fc.integer({ min: 1_000_000, max: 1_004_000 }),
        queueName: fc.constantFrom('', 'Q'),
        webServer: fc.constantFrom('', 'https://crm.example/'),
        agentId: fc.constantFrom('-1', '329'),
        newField: fc.constantFrom(1, { a: 1 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([state, fields]) => wireSnapshot(state, fields));

/** A shift's snapshots over several connections: in a usual order or in none, with repeats and gaps. */
const sequence = fc.array(
  fc.record({ data: snapshot, repeat: fc.integer({ min: 1, max: 3 }), reconnect: fc.boolean() }),
  { minLength: 1, maxLength: 25, size: 'max' },
);
type Sequence = typeof sequence extends fc.Arbitrary<infer T> ? T : never;

interface Heard {
  readonly actions: readonly Action[];
  readonly agent: AgentState;
}

/** Plays a sequence through the pipeline, as the effect does. `each` checks the result of every snapshot. */
function play(
  items: Sequence,
  each: (before: AgentState, after: AgentState, actions: readonly Action[]) => void = () => undefined,
) {
  const intake = new SnapshotPipeline();
  const all: Action[] = [];
  let agent = initialAgentState;
  let connection = 1;
  let receivedAt = 0;
  for (const { data, repeat, reconnect } of items) {
    if (reconnect) connection++;
    for (let i = 0; i < repeat; i++) {
      const before = agent;
      const actions: Action[] = [];
      receivedAt += 10;
      // Through JSON and back, so that no value keeps its reference.
      intake.readAndApply(
        { data: JSON.parse(JSON.stringify(data)) as unknown, receivedAt, connection },
        () => agent,
        (action) => {
          actions.push(action);
          agent = reduceAgent(agent, action);
        },
      );
      all.push(...actions);
      each(before, agent, actions);
    }
  }
  return { actions: all, agent } satisfies Heard;
}

const localFields = [
  ...[
    'known',
    'phase',
    'knownPhase',
    'phaseReceivedAt',
    'phaseSince',
    'clock',
    'callsSeen',
    'callNumber',
    'knownCallTraceID',
  ],
  ...['callDirection', 'callAnswered', 'callActiveSince', 'knownCall', 'lastCall', 'muteReceivedAt'],
];
const projected = (state: object): object =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !localFields.includes(name) && name !== 'serverTime'));

/** The phase that a listener derives from the events alone. */
function phaseHeard(phase: AgentPhase, action: Action): AgentPhase {
  switch (action.type) {
    case AgentActions.loggedOut.type:
      return 'loggedOut';
    case AgentActions.becameAvailable.type:
      return 'available';
    case AgentActions.pauseStarted.type:
      return 'paused';
    case AgentActions.dialingStarted.type:
      return 'dialing';
    case AgentActions.callDelivered.type:
      return 'delivered';
    case AgentActions.callStarted.type:
    case AgentActions.callRetrieved.type:
      return 'talking';
    case AgentActions.callHeld.type:
      return 'held';
    case AgentActions.clericalStarted.type:
      return 'clerical';
    case AgentActions.unknownStateEntered.type:
    case AgentActions.unknownStateLeft.type:
      return (action as ReturnType<typeof AgentActions.unknownStateLeft>).phase;
    default:
      return phase;
  }
}

const lastRead = (items: Sequence): Snapshot | null =>
  items.reduce<Snapshot | null>((last, { data }) => {
    const decoded = decodeSnapshot(data);
    return decoded.ok ? decoded.snapshot : last;
  }, null);

describe('the first law', () => {
  it('folding every agentChanged gives what the last snapshot alone projects', () => {
    fc.assert(
      fc.property(sequence, (items) => {
        const { actions, agent } = play(items);
        const folded = actions.reduce(reduceAgent, initialAgentState);
        expect(folded).toEqual(agent);
        expect(projected(folded)).toEqual(projected(lastRead(items)!));
      }),
      runs,
    );
  });

  it('holds for every field: a snapshot onto the initial state', () => {
    fc.assert(
      fc.property(snapshot, (data) => {
        const decoded = decodeSnapshot(data);
        if (!decoded.ok) throw new Error(decoded.reason);
        const { changes } = translate(initialAgentState, decoded.snapshot, { origin: 'resync', receivedAt: 0 });
        expect(projected({ ...initialAgentState, ...changes })).toEqual(projected(decoded.snapshot));
      }),
      runs,
    );
  });
});

describe('the second law', () => {
  it('the phase follows from the events alone', () => {
    fc.assert(
      fc.property(sequence, (items) => {
        let heard: AgentPhase = 'loggedOut';
        play(items, (_before, after, actions) => {
          heard = actions.reduce(phaseHeard, heard);
          expect(heard).toBe(after.phase);
        });
      }),
      runs,
    );
  });
});

describe('every snapshot', () => {
  it('makes at most one agentChanged, first; events change nothing', () => {
    let changed = 0;
    fc.assert(
      fc.property(sequence, (items) => {
        play(items, (_before, after, actions) => {
          const changes = actions.filter(({ type }) => type === AgentActions.agentChanged.type);
          expect(changes.length).toBeLessThanOrEqual(1);
          expect(changes.every((change) => change === actions[0])).toBe(true);
          changed += changes.length;
          const events = actions.filter(({ type }) => type !== AgentActions.agentChanged.type);
          expect(events.reduce(reduceAgent, after)).toBe(after);
          expect(JSON.parse(JSON.stringify(actions))).toEqual(actions);
        });
      }),
      runs,
    );
    expect(changed).toBeGreaterThan(0);
  });

  it('that repeats the one before causes no action within a connection', () => {
    fc.assert(
      fc.property(sequence, snapshot, (items, data) => {
        const once = play([...items, { data, repeat: 1, reconnect: true }]);
        const thrice = play([...items, { data, repeat: 3, reconnect: true }]);
        expect(thrice.actions).toHaveLength(once.actions.length);
      }),
      runs,
    );
  });
});

describe('local history', () => {
  it('numbers calls upwards, and only if there is a call', () => {
    const seen = { numbered: 0, known: 0 };
    fc.assert(
      fc.property(sequence, (items) => {
        play(items, (before, after) => {
          expect(after.callsSeen - before.callsSeen).toBeGreaterThanOrEqual(0);
          expect(after.callsSeen - before.callsSeen).toBeLessThanOrEqual(1);
          const isNumbered = after.callNumber !== null;
          const isKnown = after.phase !== 'unknown';
          if (isNumbered) seen.numbered++;
          if (isKnown) seen.known++;
          expect(after.callNumber ?? after.callsSeen).toBe(after.callsSeen);
          expect(isNumbered).toBe(isKnown ? concernsCall(after.phase) : isNumbered);
        });
      }),
      runs,
    );
    expect(Math.min(seen.numbered, seen.known)).toBeGreaterThan(0);
  });

  it('keeps number, id and clock of a call until the next one', () => {
    const seen = { id: 0, clock: 0, answered: 0 };
    fc.assert(
      fc.property(sequence, (items) => {
        play(items, (before, after) => {
          if (before.callNumber === null || after.callNumber !== before.callNumber) return;
          if (before.knownCallTraceID !== null) seen.id++;
          if (before.callActiveSince !== null) seen.clock++;
          if (before.callAnswered) seen.answered++;
          expect(after.knownCallTraceID).toBe(before.knownCallTraceID ?? after.knownCallTraceID);
          expect(after.callActiveSince).toBe(before.callActiveSince ?? after.callActiveSince);
          expect(after.callAnswered).toBe(before.callAnswered || after.callAnswered);
        });
      }),
      runs,
    );
    expect(Math.min(seen.id, seen.clock, seen.answered)).toBeGreaterThan(0);
  });

  it('ends no call, no pause and no clerical in a transient state', () => {
    let passing = 0;
    fc.assert(
      fc.property(sequence, (items) => {
        play(items, (before, after, actions) => {
          const live = actions.some((action) => 'origin' in action && action.origin === 'live');
          if (!live || !isTransientState(after.state)) return;
          passing++;
          expect(after.phase).toBe(before.phase);
          expect(after.knownPhase).toBe(before.knownPhase);
        });
      }),
      runs,
    );
    expect(passing).toBeGreaterThan(0);
  });

  it('takes the phase from the snapshot if it has one', () => {
    let said = 0;
    fc.assert(
      fc.property(sequence, (items) => {
        const { agent } = play(items);
        const told = phaseOf(agent.state, agent.status);
        if (told !== null) said++;
        expect(agent.phase).toBe(told ?? agent.phase);
        expect(agent.knownPhase).not.toBe('unknown');
      }),
      runs,
    );
    expect(said).toBeGreaterThan(0);
  });

  it('starts, ends and numbers each call once in the events', () => {
    fc.assert(
      fc.property(sequence, (items) => {
        const { actions } = play(items);
        const started = actions.filter(({ type }) => type === AgentActions.callStarted.type);
        const numbers = started.map((action) => (action as ReturnType<typeof AgentActions.callStarted>).callNumber);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers).not.toContain(null);
      }),
      runs,
    );
  });
});
