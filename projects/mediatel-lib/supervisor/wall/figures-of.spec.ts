import fc from 'fast-check';
import { type CountedOperator, figuresOf } from './figures-of';
import type { WallTargets, wallFigures } from './wall-targets';

const targets: WallTargets = {
  talking: { is: 'atLeast', share: 0.6 },
  available: null,
  clerical: { is: 'atMost', share: 0.2 },
  paused: { is: 'atMost', share: 0.2 },
  attention: { is: 'atMost', share: 0 },
};
const of = (state: CountedOperator['state'], count: number, alerted = false): CountedOperator[] =>
  Array.from({ length: count }, () => ({ state, alerted }));
const figure = (name: (typeof wallFigures)[number], operators: readonly CountedOperator[]) =>
  figuresOf(operators, targets).find((shown) => shown.figure === name);

describe('the figures of the wall', () => {
  it('count a call on hold as a call, and nobody who is logged out', () => {
    const operators = [...of('talking', 5), ...of('held', 1), ...of('available', 4), ...of('loggedOut', 30)];
    expect(figure('talking', operators)).toMatchObject({ count: 6, share: 0.6, state: 'met' });
  });

  it('are near their target first, then missed', () => {
    const shares = (paused: number) =>
      figure('paused', [...of('paused', paused), ...of('talking', 100 - paused)])?.state;
    expect([shares(20), shares(21), shares(30), shares(31)]).toEqual(['met', 'near', 'near', 'missed']);
    const talks = (talking: number) =>
      figure('talking', [...of('talking', talking), ...of('available', 100 - talking)])?.state;
    expect([talks(60), talks(59), talks(40), talks(39)]).toEqual(['met', 'near', 'near', 'missed']);
  });

  it('are missed by one alert when none is wanted', () => {
    expect(figure('attention', [...of('talking', 99), ...of('clerical', 1, true)])).toMatchObject({
      count: 1,
      state: 'missed',
    });
  });

  it('compare nothing where nobody is logged in, or without a target', () => {
    expect(figure('talking', of('loggedOut', 3))).toMatchObject({ count: 0, share: null, state: 'none' });
    expect(figure('available', of('available', 3))).toMatchObject({ share: 1, state: 'none' });
  });

  it('never count an operator in two states (law)', () => {
    const states = [
      'talking',
      'held',
      'available',
      'clerical',
      'paused',
      'unconfirmed',
      'notReady',
      'loggedOut',
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.record({ state: fc.constantFrom(...states), alerted: fc.boolean() })), (operators) => {
        const shown = figuresOf(operators, targets).filter((one) => one.figure !== 'attention');
        const counted = shown.reduce((sum, { count }) => sum + count, 0);
        const expected = operators.filter(
          ({ state }) => !(['unconfirmed', 'notReady', 'loggedOut'] as readonly string[]).includes(state),
        );
        expect(counted).toBe(expected.length);
      }),
    );
  });
});
