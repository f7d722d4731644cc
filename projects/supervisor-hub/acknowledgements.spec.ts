import fc from 'fast-check';
import type { AlertAcknowledgement } from 'mediatel-lib/hub-protocol';
import { presenceOf, recordOf } from 'test-kit';
import { Acknowledgements } from './acknowledgements';
import { Roster } from './roster';

const clerical = (since: number): ReturnType<typeof presenceOf> =>
  presenceOf({ state: 'STATE_CLERICAL', status: 'clerical', since });
const acknowledged = (changes: Partial<AlertAcknowledgement> = {}): AlertAcknowledgement => ({
  operator: '301',
  condition: 'lasting:clerical:1000',
  by: 'chief',
  at: 10_000,
  ...changes,
});

describe('Acknowledgements', () => {
  let roster: Roster;
  let known: Acknowledgements;
  beforeEach(() => {
    roster = new Roster(() => 0);
    roster.addIfNewer(recordOf({}, { presence: clerical(1000) }));
    known = new Acknowledgements(roster);
  });

  it('stay while the condition lasts, whatever else changes, and go with it', () => {
    known.addIfEarlier(acknowledged(), 10_000);
    roster.addIfNewer(recordOf({}, { presence: { ...clerical(1000), codeChosen: true }, seq: 2 }));
    roster.markUnconfirmed('301');
    expect(known.prune(100_000)).toEqual([]);
    roster.addIfNewer(recordOf({}, { presence: clerical(2000), seq: 3 }));
    expect(known.prune(100_000)).toEqual([acknowledged()]);
    expect(known.all()).toEqual([]);
  });

  it('are not accepted again from a node that does not know yet that they are over', () => {
    roster.addIfNewer(recordOf({}, { presence: clerical(2000), seq: 2 }));
    expect(known.addIfEarlier(acknowledged(), 100_000)).toBe('over');
    expect(known.all()).toEqual([]);
  });

  it('go with the operator', () => {
    known.addIfEarlier(acknowledged(), 10_000);
    roster.forget('301');
    expect(known.prune(100_000)).toHaveLength(1);
  });

  it('wait for the state that they belong to', () => {
    known.addIfEarlier(acknowledged({ condition: 'lasting:clerical:9000' }), 10_000);
    expect(known.prune(10_100)).toEqual([]);
    roster.addIfNewer(recordOf({}, { presence: clerical(9000), seq: 2 }));
    expect(known.prune(100_000)).toEqual([]);
  });

  it('are the same on every node, whatever the order in which they come', () => {
    const one = fc
      .record({
        operator: fc.constantFrom('301', '302'),
        condition: fc.constantFrom('a', 'b'),
        by: fc.constantFrom('x', 'y', 'z'),
        at: fc.integer({ min: 1, max: 3 }),
      })
      .map(acknowledged);
    const sorted = (from: Acknowledgements): string[] =>
      from
        .all()
        .map((one) => JSON.stringify(one))
        .sort();
    fc.assert(
      fc.property(
        fc
          .array(one, { maxLength: 12 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([here, there]) => {
          const [a, b] = [new Acknowledgements(roster), new Acknowledgements(roster)];
          for (const one of here) a.addIfEarlier(one, 3);
          for (const one of there) b.addIfEarlier(one, 3);
          expect(sorted(a)).toEqual(sorted(b));
        },
      ),
    );
  });
});
