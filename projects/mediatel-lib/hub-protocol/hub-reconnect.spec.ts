import fc from 'fast-check';
import { jest } from '@jest/globals';
import { boardReconnection, hubReconnectDelay } from './hub-reconnect';

describe('the reconnect tries of a tab', () => {
  afterEach(() => jest.restoreAllMocks());

  /** Times of the tries in the first hour (ms after the loss). `chance`: the results of `Math.random`. */
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

  it('are so few that Chromium does not delay the phone’s WebSockets (law)', () => {
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

  it('of a thousand operators are spread over a quarter of a minute after a long outage', () => {
    const late = Array.from({ length: 1_000 }, () => hubReconnectDelay(20));
    expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(13_000);
    const inOneSecond = late.filter((delay) => Math.floor(delay / 1_000) === 50).length;
    expect(inOneSecond).toBeLessThan(150);
  });
});

describe('the reconnect tries of a board', () => {
  it.each([
    ['soonest', -1],
    ['latest', 1],
  ])('are few, but three within 5 s of a short outage, if chance makes them %s', (_chance, sign) => {
    const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = boardReconnection;
    const tries: number[] = [];
    // As Socket.IO computes them: the maximum also bounds the random part.
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
