import { jest } from '@jest/globals';
import { SipKeepAlive } from './sip-keep-alive';
import { pageTimers } from './worker-timers';

describe('SipKeepAlive', () => {
  let answers: (() => void)[];
  const silent = jest.fn();
  let probe: SipKeepAlive;

  beforeEach(() => {
    jest.useFakeTimers();
    answers = [];
    silent.mockClear();
    probe = new SipKeepAlive(pageTimers, (answered) => answers.push(answered), silent);
    probe.start();
  });
  afterEach(() => jest.useRealTimers());

  it('asks every 10 s while it is answered', () => {
    for (let asked = 1; asked <= 5; asked += 1) {
      jest.advanceTimersByTime(10_000);
      expect(answers).toHaveLength(asked);
      answers.at(-1)?.();
    }
    expect(silent).not.toHaveBeenCalled();
  });

  it('rests again for 10 s when the server sends something', () => {
    jest.advanceTimersByTime(6000);
    probe.start();
    jest.advanceTimersByTime(9999);
    expect(answers).toHaveLength(0);
    jest.advanceTimersByTime(1);
    expect(answers).toHaveLength(1);
  });

  it('reports 5 s of silence once, and stops asking', () => {
    jest.advanceTimersByTime(14_999);
    expect(silent).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(silent).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(60_000);
    expect(silent).toHaveBeenCalledTimes(1);
    expect(answers).toHaveLength(1);
  });

  it('ignores a late answer', () => {
    jest.advanceTimersByTime(15_000);
    probe.start();
    jest.advanceTimersByTime(10_000);
    answers[0]?.();
    jest.advanceTimersByTime(5000);
    expect(silent).toHaveBeenCalledTimes(2);
  });

  it('is quiet once stopped', () => {
    jest.advanceTimersByTime(10_000);
    probe.stop();
    answers[0]?.();
    jest.advanceTimersByTime(60_000);
    expect(answers).toHaveLength(1);
    expect(silent).not.toHaveBeenCalled();
  });
});
