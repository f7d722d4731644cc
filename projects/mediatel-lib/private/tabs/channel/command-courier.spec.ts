import { jest } from '@jest/globals';
import type { ForwardOutcome } from 'mediatel-lib/ports';
import { CommandCourier, commandAge } from './command-courier';

const notReached: ForwardOutcome = { status: 'not-reached' };
const unknown: ForwardOutcome = { status: 'unknown' };

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
    expect(() => courier.taking(ids[0]!)).not.toThrow();
    expect(() => courier.leaderEnded()).not.toThrow();
    expect(() => courier.giveUp()).not.toThrow();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not know the outcome of a command that the leader takes and does not answer', async () => {
    const courier = new CommandCourier();
    const { ids, ends } = send(courier, 2);
    courier.taking(ids[1]!);
    await settle(2000);
    expect(ends).toEqual([notReached, unknown]);
  });

  it('reads what has arrived before it gives up, if its page hung', async () => {
    const courier = new CommandCourier();
    const { ids, ends } = send(courier, 1);
    // The overdue timer runs first.
    jest.setSystemTime(Date.now() + 60_000);
    await settle(1000);
    await settle(999);
    expect(ends).toEqual([null]);
    courier.answered(ids[0]!, { status: 'taken' });
    await settle(1);
    expect(ends).toEqual([{ status: 'taken' }]);
  });

  it('waits a second for the last messages of a leader whose page ended', async () => {
    const courier = new CommandCourier();
    const { ids, ends } = send(courier, 3);
    courier.leaderEnded();
    await settle(999);
    expect(ends).toEqual([null, null, null]);
    courier.taking(ids[1]!);
    courier.answered(ids[2]!, { status: 'taken' });
    await settle(1);
    expect(ends).toEqual([notReached, unknown, { status: 'taken' }]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits no longer for a leader that ends late', async () => {
    const courier = new CommandCourier();
    const { ends } = send(courier, 1);
    await settle(1999);
    courier.leaderEnded();
    await settle(1);
    expect(ends).toEqual([notReached]);
  });

  it('does not know the outcome of any command once no answer can arrive', async () => {
    const courier = new CommandCourier();
    const { ends } = send(courier, 2);
    courier.giveUp();
    await settle();
    expect(ends).toEqual([unknown, unknown]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
