import { jest } from '@jest/globals';
import { WorkerTimers } from './worker-timers';

class FakeWorker {
  static readonly made: FakeWorker[] = [];
  readonly asked: [number, number][] = [];
  onmessage: ((event: { data: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  ended = false;

  constructor(readonly url: string) {
    FakeWorker.made.push(this);
  }
  postMessage(message: [number, number]): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
}

const globals = globalThis as Record<string, unknown>;

describe('WorkerTimers', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    FakeWorker.made.length = 0;
    globals['Worker'] = FakeWorker;
    URL.createObjectURL = () => 'blob:timers';
    URL.revokeObjectURL = () => undefined;
  });
  afterEach(() => {
    jest.useRealTimers();
    delete globals['Worker'];
    delete globals['trustedTypes'];
  });

  it('counts in the worker, and never runs a cancelled timer', () => {
    const timers = new WorkerTimers();
    const [worker] = FakeWorker.made;
    const [kept, dropped] = [jest.fn(), jest.fn()];
    timers.after(100, kept);
    timers.after(200, dropped)();
    expect(worker?.asked).toEqual([
      [1, 100],
      [2, 200],
    ]);
    jest.advanceTimersByTime(1000);
    expect(kept).not.toHaveBeenCalled();
    for (const data of [1, 2, 1]) worker?.onmessage?.({ data });
    expect(kept).toHaveBeenCalledTimes(1);
    expect(dropped).not.toHaveBeenCalled();
    timers.close();
    expect(worker?.ended).toBe(true);
  });

  it('counts in the page if the worker is refused at once', () => {
    globals['Worker'] = function refuse() {
      throw new DOMException('refused', 'SecurityError');
    };
    const run = jest.fn();
    new WorkerTimers().after(100, run);
    jest.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('takes over the worker’s timers if the refusal comes later', () => {
    const timers = new WorkerTimers();
    const [early, late, dropped] = [jest.fn(), jest.fn(), jest.fn()];
    timers.after(1000, early);
    const callOff = timers.after(1000, dropped);
    jest.advanceTimersByTime(400);
    FakeWorker.made[0]?.onerror?.();
    timers.after(5000, late);
    callOff();
    jest.advanceTimersByTime(600);
    expect(early).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(5000);
    expect(late).toHaveBeenCalledTimes(1);
    expect(dropped).not.toHaveBeenCalled();
  });

  it('passes Trusted Types by the policy that security.md names', () => {
    const names: string[] = [];
    globals['trustedTypes'] = {
      createPolicy: (name: string) => {
        names.push(name);
        return { createScriptURL: (url: string) => `trusted ${url}` };
      },
    };
    new WorkerTimers();
    new WorkerTimers();
    expect(FakeWorker.made.map(({ url }) => url)).toEqual(['trusted blob:timers', 'trusted blob:timers']);
    expect(names).toEqual(['mediatel']);
  });
});
