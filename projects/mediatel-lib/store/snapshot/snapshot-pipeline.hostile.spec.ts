import fc from 'fast-check';
import { wireSnapshot } from 'mediatel-lib/testing';
import type { Action } from '@ngrx/store';
import { isFull } from 'test-kit';
import { reduceAgent } from '../state/agent-feature';
import { type AgentState, initialAgentState } from '../state/agent-state';
import { ConnectionActions } from '../state/connection-actions';
import { SnapshotPipeline } from './snapshot-pipeline';

/** A tenth by default: `npm run test:unit -- snapshot-pipeline.hostile --full` runs all. */
const snapshots = isFull ? 100_000 : 10_000;
const sequence = 10;

const fields = [...Object.keys(wireSnapshot('STATE_CALL_ACTIVE')), 'callErrorID', 'webServer', 'novelty', 'toString'];

/** A deeply nested value: `[[[…]]]` or `{a:{a:…}}`. */
const nest = fc
  .tuple(fc.nat(3000), fc.boolean())
  .map(([depth, list]): unknown =>
    JSON.parse(list ? '['.repeat(depth + 1) + ']'.repeat(depth + 1) : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)),
  );

const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    NaN,
    Infinity,
    -0,
    1e308,
    -1,
    2 ** 53,
    '',
    '\0',
    '\ud800',
    'NaN',
    '__proto__',
    true,
    [],
    {},
  ),
  fc.constantFrom('-1', '0', '1e999', '0x10', ' 7 ', '١٢٣', 'STATE_NOWHERE', '1999-01-01 01:01:01'),
  fc.nat(200_000).map((length) => 'x'.repeat(length)),
  fc.nat(20_000).map((length) => Array.from({ length }, (_, i) => i)),
  fc.nat(2000).map((length) => Array.from({ length }, (_, i) => ({ ID: String(i % 7), Name: 'x', ActionFlag: '0' }))),
  fc.nat(500).map((length) => Array.from({ length }, (_, i) => [String(i % 3), 'pause'])),
  nest,
  fc.constantFrom(
    ...[
      '{"__proto__":{"polluted":1}}',
      '[{"__proto__":{"polluted":1}}]',
      '{"constructor":{"prototype":{"polluted":1}}}',
    ].map((json): unknown => JSON.parse(json)),
  ),
  fc.jsonValue(),
);

/** Whether the data are no snapshot: no object, or no `state`. Everything else must show. */
const isHopeless = (data: unknown): boolean => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return true;
  const { state } = data as { readonly state?: unknown };
  return typeof state !== 'string' || state === '';
};

/** A good snapshot with one to three poisoned fields, or data that are no snapshot at all. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom('STATE_IDLE', 'STATE_CALL_ACTIVE', 'STATE_CLERICAL'),
        fc.array(fc.tuple(fc.constantFrom(...fields), poison), { minLength: 1, maxLength: 3 }),
      )
      .map(([state, changes]) => ({ ...wireSnapshot(state), ...Object.fromEntries(changes) })),
  },
  { weight: 1, arbitrary: poison },
  { weight: 1, arbitrary: fc.anything() },
);

it(`${snapshots} hostile snapshots: each one with a state shows it, whatever else is in it; without one the last is kept`, () => {
  const rejected = ConnectionActions.snapshotRejected.type;
  const told = { taken: 0, rejected: 0, slowestMs: 0 };
  fc.assert(
    fc.property(fc.array(hostile, { minLength: sequence, maxLength: sequence }), (all) => {
      const intake = new SnapshotPipeline();
      let agent: AgentState = initialAgentState;
      const take = (data: unknown): readonly Action[] => {
        const actions: Action[] = [];
        const start = performance.now();
        intake.readAndApply(
          { data, receivedAt: 0, connection: 1 },
          () => agent,
          (action) => {
            actions.push(action);
            agent = reduceAgent(agent, action);
          },
        );
        told.slowestMs = Math.max(told.slowestMs, performance.now() - start);
        return actions;
      };
      take(wireSnapshot('STATE_IDLE'));
      for (const data of all) {
        const before = agent;
        const actions = take(data);
        const isRejected = actions.some(({ type }) => type === rejected);
        told[isRejected ? 'rejected' : 'taken']++;
        expect(isRejected ? actions.length : 1).toBe(1);
        expect(!isRejected || (agent === before && isHopeless(data))).toBe(true);
        expect(agent.state).toBe(isRejected ? before.state : (data as { readonly state: string }).state);
      }
      take({ ...wireSnapshot('STATE_PAUSE', { pauseId: '4' }), serverTime: 9e15 });
      expect(agent).toMatchObject({ state: 'STATE_PAUSE', pauseId: '4' });
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    }),
    { numRuns: snapshots / sequence, seed: 4, endOnFailure: true },
  );
  process.stdout.write(`      ${JSON.stringify({ snapshots, ...told, slowestMs: Math.round(told.slowestMs) })}\n`);
  expect(told.rejected).toBeGreaterThan(snapshots / 10);
  expect(told.taken).toBeGreaterThan(snapshots / 2);
}, 600_000);
