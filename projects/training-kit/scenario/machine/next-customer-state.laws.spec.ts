import fc from 'fast-check';
import type { ScenarioCall } from '../scenario';
import type { CustomerEffect } from './customer-effect';
import type { CustomerEvent } from './customer-event';
import { firstCustomerState, type CustomerState } from './customer-state';
import { nextCustomerState } from './next-customer-state';
import { callWith } from './virtual-call.fixture';

const ids = ['a', 'b', 'c', 'd'];
const seconds = fc.constantFrom(0.1, 0.5, 1, 3, 7);
const condition = fc.oneof(
  ...(['speech', 'speaking', 'silence', 'held', 'muted', 'after'] as const).map((name) =>
    seconds.map((each) => ({ [name]: each })),
  ),
  fc.constantFrom({ resumed: true }, { said: true }, { tone: '1' }, { codeChosen: 'any' }, { codeChosen: ['10.'] }),
);
const action = fc.constantFrom(
  { hangUp: true },
  { temper: 'angry' },
  { audio: 'gone' },
  { stuck: true },
  { secondCall: 5 },
);
const turnOf = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      say: fc.constant('Hello?'),
      do: fc.array(action, { maxLength: 2 }),
      next: fc.array(fc.record({ when: condition, go: fc.constantFrom(...ids, 'end') }), { maxLength: 4 }),
    },
    { requiredKeys: ['id'] },
  );
const calls = fc.tuple(...ids.map(turnOf)).map((turns) => callWith({ turns } as Parameters<typeof callWith>[0]));

type Kind = CustomerEvent['type'];
const kinds: Kind[] = ['speaks', 'stops', 'said', 'held', 'resumed', 'muted', 'tone', 'passed', 'codeSaved'];
const kind = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...kinds) },
  { weight: 1, arbitrary: fc.constantFrom<Kind>('ended', 'begun') },
);
const acts = fc.array(
  fc.record({
    kind,
    waits: fc.constantFrom(0, 20, 700, 2000, 9000, 65_000),
    back: fc.constantFrom(0, 0, 0, 300),
    flag: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

interface Step {
  readonly call: ScenarioCall;
  readonly before: CustomerState;
  readonly after: CustomerState;
  readonly event: CustomerEvent;
  readonly effects: readonly CustomerEffect[];
  /** When the call ended, as far as it has. */
  readonly isOver: boolean;
}

/** Gives many customers many events, and every step to the check. */
function along(check: (step: Step) => void): void {
  fc.assert(
    fc.property(calls, acts, (call, list) => {
      let before = firstCustomerState(call);
      let atMs = 0;
      let isOver = false;
      const give = (event: CustomerEvent) => {
        const { state, effects } = nextCustomerState(call, before, event);
        check({ call, before, after: state, event, effects, isOver });
        isOver ||= event.type === 'ended';
        before = state;
      };
      give({ type: 'begun', atMs });
      for (const { kind: type, waits, back, flag } of list) {
        atMs += waits;
        give(eventOf(type, atMs - back, flag));
      }
    }),
    { numRuns: 400 },
  );
}

function eventOf(type: Kind, atMs: number, flag: boolean): CustomerEvent {
  if (type === 'stops') return { type, atMs, spokenMs: flag ? 1500 : 300 };
  if (type === 'muted') return { type, atMs, muted: flag };
  if (type === 'tone') return { type, atMs, tone: flag ? '1' : '2' };
  if (type === 'codeSaved') return { type, atMs, id: '4', name: flag ? '10. Promise' : 'Other' };
  return { type, atMs };
}

describe('laws of a scripted customer', () => {
  it('waits for a time, for the operator, or is through', () => {
    let waits = 0;
    along(({ after, effects }) => {
      if (after.status !== 'inTurn') return;
      const isWoken = effects.some(({ type }) => type === 'wakeAt');
      if (isWoken) waits++;
      expect(isWoken || after.heldSinceMs !== null || after.speakingSinceMs !== null).toBe(true);
    });
    expect(waits).toBeGreaterThan(300);
  });

  it('never goes back in time, and is woken later than now', () => {
    along(({ before, after, event, effects }) => {
      expect(after.nowMs).toBe(Math.max(before.nowMs, event.atMs));
      const wakes = effects.flatMap((effect) => (effect.type === 'wakeAt' ? [effect.atMs] : []));
      expect(wakes.filter((atMs) => !(atMs > after.nowMs))).toEqual([]);
    });
  });

  it('does nothing that is heard after the call', () => {
    let steps = 0;
    along(({ after, event, effects, isOver }) => {
      if (!isOver && event.type !== 'ended') return;
      steps++;
      expect(after.status).toBe('over');
      expect(effects.filter(({ type }) => type !== 'turn' && type !== 'finished')).toEqual([]);
      expect(effects.length > 0 && isOver && event.type !== 'codeSaved').toBe(false);
    });
    expect(steps).toBeGreaterThan(300);
  });

  it('is finished once, and hangs up once', () => {
    let ends = 0;
    along(({ before, after, effects }) => {
      const ending = effects.filter(({ type }) => type === 'finished').length;
      expect(ending).toBe(Number(after.isFinished) - Number(before.isFinished));
      ends += ending;
      if (!effects.some(({ type }) => type === 'hangUp')) return;
      expect([before.status, after.status]).toEqual([expect.stringMatching(/waiting|inTurn/), 'leaving']);
    });
    expect(ends).toBeGreaterThan(100);
  });

  it('begins one turn at most for each event of a call', () => {
    let turns = 0;
    along(({ event, effects, isOver }) => {
      const begun = effects.filter(({ type }) => type === 'turn').length;
      turns += begun;
      expect(begun).toBeLessThanOrEqual(isOver || event.type === 'ended' ? Infinity : 1);
    });
    expect(turns).toBeGreaterThan(400);
  });

  it('never speaks into its own line without a stop', () => {
    let lines = 0;
    along(({ before, event, effects }) => {
      if (!effects.some(({ type }) => type === 'say')) return;
      lines++;
      const isSpeaking = before.line !== 'none' && event.type !== 'said' && event.atMs < before.lineSinceMs + 60_000;
      expect(effects.some(({ type }) => type === 'hush')).toBe(isSpeaking);
    });
    expect(lines).toBeGreaterThan(300);
  });

  it('stays as it is for what it was given: pure', () => {
    along(({ call, before, event, after, effects }) => {
      expect(nextCustomerState(call, before, event)).toEqual({ state: after, effects });
    });
  });
});
