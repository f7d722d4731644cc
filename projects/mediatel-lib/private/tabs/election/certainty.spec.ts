import { jest } from '@jest/globals';
import { FakeClock } from 'mediatel-lib/testing';
import { Certainty, standstillLimit } from './certainty';

/** Where the current code runs. */
let place: 'inside' | 'outside';
const within =
  (where: typeof place) =>
  <T>(run: () => T): T => {
    const before = place;
    place = where;
    const result = run();
    place = before;
    return result;
  };
const zone = { run: within('inside'), runOutsideAngular: within('outside') };
let clock: FakeClock;
let answers: (() => void)[];
/** Where the browser was asked. */
let asked: string[];
let certainty: Certainty;
let done: string[];
const run = (name: string): void => certainty.run(() => void done.push(name));

async function answer(): Promise<void> {
  answers.shift()?.();
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
}

beforeEach(() => {
  jest.useFakeTimers();
  clock = new FakeClock();
  answers = [];
  done = [];
  place = 'inside';
  asked = [];
  certainty = new Certainty(clock, zone, () => {
    asked.push(place);
    return new Promise((resolve) => answers.push(resolve));
  });
});

afterEach(() => {
  certainty.stop();
  jest.useRealTimers();
});

/** Lets time pass while the page runs. */
function pass(ms: number): void {
  for (let step = 0; step < ms; step += 100) {
    clock.advance(100);
    jest.advanceTimersByTime(100);
  }
}

describe('Certainty', () => {
  it('lets a tab that does not lead act at once', () => {
    clock.advance(60_000);
    run('a');
    expect(done).toEqual(['a']);
    expect(answers).toEqual([]);
  });

  it('lets a leader act at once while its script runs, however long nothing happens', () => {
    certainty.start();
    pass(60_000);
    run('a');
    expect(done).toEqual(['a']);
    expect(answers).toEqual([]);
  });

  it('delays actions after a suspension until the browser has answered, in order, and asks once', async () => {
    certainty.start();
    clock.advance(standstillLimit + 1);
    run('a');
    run('b');
    expect(done).toEqual([]);
    expect(answers).toHaveLength(1);
    await answer();
    expect(done).toEqual(['a', 'b']);
    run('c');
    expect(done).toEqual(['a', 'b', 'c']);
    expect(answers).toEqual([]);
  });

  it('notices a suspension by its own timer too, before anything else happens', () => {
    certainty.start();
    clock.advance(5000);
    jest.advanceTimersByTime(400);
    expect(answers).toHaveLength(1);
    run('a');
    expect(done).toEqual([]);
  });

  it('runs delayed actions when the tab no longer leads', async () => {
    certainty.start();
    clock.advance(5000);
    run('a');
    certainty.stop();
    expect(done).toEqual(['a']);
    await answer();
    expect(done).toEqual(['a']);
  });

  it('ignores an answer from an earlier time as leader', async () => {
    certainty.start();
    clock.advance(5000);
    run('a');
    certainty.stop();
    certainty.start();
    clock.advance(5000);
    run('b');
    await answer();
    expect(done).toEqual(['a']);
    await answer();
    expect(done).toEqual(['a', 'b']);
  });

  it('continues if the browser never answers', async () => {
    certainty.start();
    clock.advance(5000);
    run('a');
    await jest.advanceTimersByTimeAsync(1999);
    expect(done).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['a']);
  });

  it('checks and asks outside of Angular’s zone, and acts in it', async () => {
    const timers = jest.spyOn(globalThis, 'setInterval').mockImplementation(() => {
      expect(place).toBe('outside');
      return 1 as never;
    });
    certainty.start();
    expect(timers).toHaveBeenCalledTimes(1);
    clock.advance(5000);
    let acted = '';
    const places: string[] = [];
    const limits = jest.spyOn(globalThis, 'setTimeout').mockImplementation(() => {
      places.push(place);
      return 1 as never;
    });
    certainty.run(() => (acted = place));
    limits.mockRestore();
    expect([...places, ...asked]).toEqual(['outside', 'outside']);
    place = 'outside';
    await answer();
    expect(acted).toBe('inside');
    timers.mockRestore();
  });

  it('continues if the browser refuses to answer', async () => {
    certainty = new Certainty(clock, zone, () => Promise.reject(new Error('no locks')));
    certainty.start();
    clock.advance(5000);
    run('a');
    await answer();
    expect(done).toEqual(['a']);
  });
});
