import { jest } from '@jest/globals';
import type { ForwardOutcome } from 'mediatel-lib/ports';
import { CommandCourier, commandAge } from './command-courier';

const notReached: ForwardOutcome = { status: 'not-reached' };

describe('CommandCourier', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Commands and their outcomes: `null` while there is none. */
  function sendEach(courier: CommandCourier, ...leaders: string[]): { ids: number[]; ends: (ForwardOutcome | null)[] } {
    const ids: number[] = [];
    const ends: (ForwardOutcome | null)[] = leaders.map(() => null);
    leaders.forEach((leader, place) => {
      void courier.send(leader, (id) => ids.push(id)).then((outcome) => (ends[place] = outcome));
    });
    return { ids, ends };
  }
  const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  it('gives each command the answer to its own number', async () => {
    const courier = new CommandCourier();
    const { ids, ends } = sendEach(courier, 'a', 'a');
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
    const { ends } = sendEach(new CommandCourier(), 'a');
    await settle(1999);
    expect(ends).toEqual([null]);
    await settle(1);
    expect(ends).toEqual([notReached]);
  });

  it('leaves no timer once it is answered', () => {
    const courier = new CommandCourier();
    const { ids } = sendEach(courier, 'a');
    courier.answered(ids[0]!, { status: 'taken' });
    expect(jest.getTimerCount()).toBe(0);
    expect(() => courier.answered(ids[0]!, notReached)).not.toThrow();
    expect(() => courier.follow('b')).not.toThrow();
  });

  it('gives up at once only the commands to a former leader', async () => {
    const courier = new CommandCourier();
    const { ends } = sendEach(courier, 'a', 'b');
    courier.follow('b');
    await settle();
    expect(ends).toEqual([notReached, null]);
    courier.follow(null);
    await settle();
    expect(ends).toEqual([notReached, notReached]);
  });
});
