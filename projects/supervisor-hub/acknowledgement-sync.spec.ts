import fc from 'fast-check';
import type { AlertAcknowledgement } from 'mediatel-lib/hub-protocol';
import pino from 'pino';
import { presenceOf, recordOf } from 'test-kit';
import { AcknowledgementSync } from './acknowledgement-sync';
import { Acknowledgements } from './acknowledgements';
import { MemoryStore } from './memory-store';
import { Roster } from './roster';
import { StoreConnection } from './store-connection';

const away = (): Promise<never> => Promise.reject(new Error('the store is away'));

/** Nodes that share a store and a connection. Tests can take either away. */
class NodesUnderTest {
  now = 0;
  isAway = false;
  readonly told: number[] = [0, 0];
  readonly roster = new Roster(() => this.now);
  readonly store = new MemoryStore();
  readonly known = [new Acknowledgements(this.roster), new Acknowledgements(this.roster)];
  readonly desks = this.known.map((known, i) => {
    const { store } = this;
    return new AcknowledgementSync({
      known,
      store: Object.assign(Object.create(store) as MemoryStore, {
        acknowledge: (one: AlertAcknowledgement) => (this.isAway ? away() : store.acknowledge(one)),
        unacknowledge: (over: readonly AlertAcknowledgement[]) => (this.isAway ? away() : store.unacknowledge(over)),
        acknowledged: () => (this.isAway ? away() : store.acknowledged()),
      }),
      storeConnection: new StoreConnection(pino({ level: 'silent' })),
      clock: { now: () => this.now },
      updateBoards: () => (this.told[i] = (this.told[i] ?? 0) + 1),
      tellNodes: (all) => {
        if (!this.isAway) this.desks[1 - i]?.addAll(structuredClone(all));
      },
    });
  });

  constructor() {
    for (const id of ['301', '302']) this.become(id, 1);
  }

  become(id: string, seq: number): void {
    const state = { state: 'STATE_CLERICAL', status: 'clerical', since: seq };
    this.roster.addIfNewer(recordOf({}, { id, seq, presence: presenceOf(state) }));
  }

  acknowledge(node: number, operator: string): void {
    const since = this.roster.get(operator)?.presence.since ?? 0;
    this.desks[node]?.add({ operator, condition: `lasting:clerical:${since}`, by: `chief${node}`, at: this.now });
  }

  shown(node: number): readonly string[] {
    return (this.known[node]?.all() ?? []).map(({ operator, by }) => `${operator} ${by}`).sort();
  }
}

describe('AcknowledgementSync', () => {
  it('shows an acknowledgement of one node at once on every node', () => {
    const nodes = new NodesUnderTest();
    nodes.acknowledge(0, '301');
    expect(nodes.shown(1)).toEqual(['301 chief0']);
    expect(nodes.told).toEqual([1, 1]);
  });

  it('reads earlier acknowledgements at its start', async () => {
    const nodes = new NodesUnderTest();
    await nodes.store.acknowledge({ operator: '301', condition: 'lasting:clerical:1', by: 'chief0', at: 0 });
    await nodes.desks[1]?.load();
    expect(nodes.shown(1)).toEqual(['301 chief0']);
  });

  it('sends the boards nothing that they know', () => {
    const nodes = new NodesUnderTest();
    nodes.acknowledge(0, '301');
    for (const desk of [...nodes.desks, ...nodes.desks]) desk.sweep();
    expect(nodes.told).toEqual([1, 1]);
  });

  it('is the same on every node and in the store within a second after an outage, whatever happened meanwhile', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('away' as const), away: fc.boolean() }),
      fc.record({
        do: fc.constant('acknowledge' as const),
        node: fc.constantFrom(0, 1),
        operator: fc.constantFrom('301', '302'),
      }),
      fc.record({ do: fc.constant('become' as const), operator: fc.constantFrom('301', '302') }),
      fc.record({ do: fc.constant('look' as const), node: fc.constantFrom(0, 1) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
        const nodes = new NodesUnderTest();
        let seq = 1;
        for (const one of steps) {
          nodes.now += 700;
          if (one.do === 'away') nodes.isAway = one.away;
          else if (one.do === 'acknowledge') nodes.acknowledge(one.node, one.operator);
          else if (one.do === 'become') nodes.become(one.operator, (seq += 1));
          else nodes.desks[one.node]?.sweep();
          await Promise.resolve();
        }
        nodes.isAway = false;
        for (const desk of nodes.desks) desk.recover();
        await new Promise(setImmediate);
        // An acknowledgement waits 5 s for its operator's state before it is over.
        nodes.now += 6_000;
        for (const desk of nodes.desks) desk.sweep();
        await new Promise(setImmediate);
        expect(nodes.shown(0)).toEqual(nodes.shown(1));
        const kept = (await nodes.store.acknowledged()).map(({ operator, by }) => `${operator} ${by}`).sort();
        expect(kept).toEqual(nodes.shown(0));
        for (const one of nodes.known[0]?.all() ?? []) {
          expect(one.condition).toBe(`lasting:clerical:${nodes.roster.get(one.operator)?.presence.since}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
