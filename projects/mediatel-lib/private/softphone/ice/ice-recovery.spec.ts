import { jest } from '@jest/globals';
import { IceRecovery, checkingTime, longestCrossing, pathPatience } from './ice-recovery';
import type { RestartOutcome } from './next-recovery';
import { pageTimers } from '../signalling/worker-timers';

describe('IceRecovery', () => {
  let restarts: ((outcome: RestartOutcome) => void)[];
  const lost = jest.fn();
  let standing: boolean;
  let mayEnd: boolean;
  let ice: { wait: number; restart(): Promise<RestartOutcome> };
  let recovery: IceRecovery;

  const answered = async (outcome: RestartOutcome): Promise<void> => {
    restarts.at(-1)?.(outcome);
    await Promise.resolve();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    restarts = [];
    lost.mockClear();
    standing = false;
    mayEnd = true;
    const restart = (): Promise<RestartOutcome> => new Promise((resolve) => restarts.push(resolve));
    ice = { restart, wait: 0 };
    recovery = new IceRecovery({ after: pageTimers, ice, standing: () => standing, mayEnd: () => mayEnd, lost });
  });
  afterEach(() => jest.useRealTimers());

  it('restarts at once, and again every 3 s until a path is found', async () => {
    recovery.pathBroken();
    recovery.pathBroken();
    expect(restarts).toHaveLength(1);
    await answered('agreed');
    jest.advanceTimersByTime(checkingTime);
    expect(restarts).toHaveLength(2);
    await answered('agreed');
    recovery.pathFound();
    jest.advanceTimersByTime(pathPatience * 2);
    expect(restarts).toHaveLength(2);
    expect(lost).not.toHaveBeenCalled();
  });

  it('accepts a path that never failed', async () => {
    recovery.pathBroken();
    standing = true;
    await answered('agreed');
    jest.advanceTimersByTime(pathPatience * 2);
    expect(restarts).toHaveLength(1);
    expect(lost).not.toHaveBeenCalled();
  });

  it('waits for SIP, and restarts when SIP is back', async () => {
    recovery.setReachable(false);
    recovery.pathBroken();
    jest.advanceTimersByTime(10_000);
    expect(restarts).toHaveLength(0);
    recovery.setReachable(true);
    expect(restarts).toHaveLength(1);
    recovery.setReachable(false);
    await answered('unsent');
    jest.advanceTimersByTime(10_000);
    expect(restarts).toHaveLength(1);
    recovery.setReachable(true);
    expect(restarts).toHaveLength(2);
  });

  it('runs one restart at a time', async () => {
    recovery.pathBroken();
    recovery.setReachable(false);
    recovery.setReachable(true);
    expect(restarts).toHaveLength(1);
    await answered('unsent');
    jest.advanceTimersByTime(checkingTime);
    expect(restarts).toHaveLength(2);
  });

  it('tries again within 2 s after glare', async () => {
    recovery.pathBroken();
    await answered('crossed');
    jest.advanceTimersByTime(longestCrossing);
    expect(restarts).toHaveLength(2);
  });

  it.each([
    ['refused', 7000, 7000],
    ['refused', 1000, checkingTime],
    ['crossed', 9000, 9000],
  ] as const)('tries no sooner than the server asks: %s, %i ms', async (outcome, wait, pause) => {
    recovery.pathBroken();
    ice.wait = wait;
    await answered(outcome);
    jest.advanceTimersByTime(pause - 1);
    expect(restarts).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(restarts).toHaveLength(2);
  });

  it('does not restart if the path recovered while SIP was unreachable', () => {
    recovery.setReachable(false);
    recovery.pathBroken();
    recovery.pathFound();
    recovery.setReachable(true);
    expect(restarts).toHaveLength(0);
  });

  it.each(['refused', 'unsent', 'agreed'] as const)('gives up after a minute of the outcome %s', async (outcome) => {
    recovery.pathBroken();
    for (let passed = 0; passed < pathPatience; passed += checkingTime) {
      expect(lost).not.toHaveBeenCalled();
      await answered(outcome);
      jest.advanceTimersByTime(checkingTime);
    }
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('does not give up a call that may not end, until it may', async () => {
    mayEnd = false;
    recovery.pathBroken();
    for (let tries = 0; tries < 100; tries += 1) {
      await answered('refused');
      jest.advanceTimersByTime(checkingTime);
    }
    expect(lost).not.toHaveBeenCalled();
    expect(restarts.length).toBeGreaterThan(99);
    mayEnd = true;
    await answered('refused');
    jest.advanceTimersByTime(pathPatience);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('restarts at once for another connection', () => {
    recovery.renew();
    expect(restarts).toHaveLength(1);
    expect(recovery.isWell).toBe(false);
    recovery.pathFound();
    expect(recovery.isWell).toBe(false);
  });

  it('keeps a call through network changes every second, as long as it has a path', async () => {
    standing = true;
    for (let second = 0; second < 200; second += 1) {
      recovery.networkChanged();
      recovery.setReachable(true);
      await answered(second % 2 ? 'agreed' : 'crossed');
      jest.advanceTimersByTime(1000);
    }
    expect(restarts.length).toBeGreaterThanOrEqual(200);
    expect(lost).not.toHaveBeenCalled();
  });

  it('gives up at once if the server does not know the call', async () => {
    recovery.pathBroken();
    await answered('gone');
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('does nothing once the call is over', async () => {
    recovery.pathBroken();
    recovery.end();
    await answered('gone');
    recovery.pathBroken();
    jest.advanceTimersByTime(pathPatience);
    expect(restarts).toHaveLength(1);
    expect(lost).not.toHaveBeenCalled();
  });
});
