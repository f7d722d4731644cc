import fc from 'fast-check';
import { jest } from '@jest/globals';
import { boardReconnection, hubReconnectDelay } from './hub-reconnect';

describe('the tries of a tab that lost its hub', () => {
  afterEach(() => jest.restoreAllMocks());

  /** When the tries set out, milliseconds after the loss, up to an hour; `chance` is what `Math.random` says. */
  const triesWith = (chance: readonly number[]): number[] => {
    let turn = 0;
    jest.spyOn(Math, 'random').mockImplementation(() => chance[(turn += 1) % chance.length] ?? 0);
    const tries: number[] = [];
    for (let at = 0, failures = 0; at < 3_600_000; failures += 1) {
      at += hubReconnectDelay(failures);
      tries.push(at);
    }
    return tries;
  };
  const chances = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 });

  it('are so few that Chromium does not hold the phone’s WebSockets back (law)', () => {
    fc.assert(
      fc.property(chances, (chance) => {
        const tries = triesWith(chance);
        for (const [i, from] of tries.entries()) {
          const within = tries.slice(i).filter((at) => at < from + 6 * 60_000);
          expect(within.length).toBeLessThan(16);
        }
      }),
    );
  });

  it('are two within 5 s of a short outage, and never more than a minute apart (law)', () => {
    fc.assert(
      fc.property(chances, (chance) => {
        const tries = triesWith(chance);
        expect(tries[1]).toBeLessThan(5_000);
        for (const [i, at] of tries.entries()) expect(at - (tries[i - 1] ?? 0)).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  it('of a thousand operators are spread over a quarter of a minute once the hub has been away for long', () => {
    const late = Array.from({ length: 1_000 }, () => hubReconnectDelay(20));
    expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(13_000);
    const inOneSecond = late.filter((delay) => Math.floor(delay / 1_000) === 50).length;
    expect(inOneSecond).toBeLessThan(150);
  });
});

describe('the tries of a board that lost its hub', () => {
  it.each([
    ['soonest', -1],
    ['latest', 1],
  ])('are few, and three within 5 s of a short outage, where chance has them %s', (_chance, sign) => {
    const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = boardReconnection;
    const tries: number[] = [];
    // As Socket.IO counts them: the bound is upon what chance has made longer, too.
    for (let at = 0; at < 3_600_000;) {
      const delay = reconnectionDelay * 2 ** tries.length * (1 + sign * randomizationFactor);
      at += Math.min(delay, reconnectionDelayMax);
      tries.push(at);
    }
    expect(tries[2]).toBeLessThan(5_000);
    for (const from of tries) {
      expect(tries.filter((at) => at >= from && at < from + 6 * 60_000).length).toBeLessThan(16);
    }
  });
});
