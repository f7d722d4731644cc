import { jest } from '@jest/globals';
import type { ForwardOutcome } from 'mediatel-lib/ports';
import { CommandCourier, commandAge } from './command-courier';

const notReached: ForwardOutcome = { status: 'not-reached' };

describe('CommandCourier', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Commands and their outcomes: `null` while there is none. */
  function send(courier: CommandCourier, count: number): { ids: number[]; ends: (ForwardOutcome | null)[] } {
    const ids: number[] = [];
    const ends: (ForwardOutcome | null)[] = Array.from({ length: count }, () => null);
    for (let place = 0; place < count; place++) {
      void courier.send((id) => ids.push(id)).then((outcome) => (ends[place] = outcome));
    }
    return { ids, ends };
  }
  const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  it('gives each command the answer to its own number', async () => {
    const courier = new CommandCourier();
    const { ids, ends } = send(courier, 2);
    expect(new Set(ids).size).toBe(2);
    courier.answered(ids[1]!, { status: 'taken' });
    await settle();
    expect(ends).toEqual([null, { status: 'taken' }]);
    courier.answered(ids[0]!, notReached);
    await settle();
    expect(ends).toEqual([notReached, { status: 'taken' }]);
  });

  it('waits for the leader’s limit of a second, and a second more for the answer', async () => {
    expect(commandAge).toBe(1000);
    const { ends } = send(new CommandCourier(), 1);
    await settle(1999);
    expect(ends).toEqual([null]);
    await settle(1);
    expect(ends).toEqual([notReached]);
  });

  it('leaves no timer once it is answered', () => {
    const courier = new CommandCourier();
    const { ids } = send(courier, 1);
    courier.answered(ids[0]!, { status: 'taken' });
    expect(jest.getTimerCount()).toBe(0);
    expect(() => courier.answered(ids[0]!, notReached)).not.toThrow();
    expect(() => courier.giveUp()).not.toThrow();
  });

  it('gives up every command at once if nobody can answer', async () => {
    const courier = new CommandCourier();
    const { ends } = send(courier, 2);
    courier.giveUp();
    await settle();
    expect(ends).toEqual([notReached, notReached]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
