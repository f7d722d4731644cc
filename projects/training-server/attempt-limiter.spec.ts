import { AttemptLimiter } from './attempt-limiter';
import { ManualClock } from '../server-kit';

const limits = { windowMs: 60_000, perAccountAndAddress: 3, perAddress: 5, perAccount: 8 };

describe('the limit of log-in attempts', () => {
  let clock: ManualClock;
  let limiter: AttemptLimiter;

  beforeEach(() => {
    clock = new ManualClock();
    limiter = new AttemptLimiter(clock, limits);
  });

  const refuse = (times: number, account: string, address: string): void => {
    for (let i = 0; i < times; i++) limiter.refused(account, address);
  };

  it('allows some attempts, then returns how long to wait, and opens again', () => {
    refuse(2, 'agent1', 'a');
    expect(limiter.waitSeconds('agent1', 'a')).toBe(0);
    clock.advance(10_000);
    refuse(1, 'agent1', 'a');
    expect(limiter.waitSeconds('agent1', 'a')).toBe(50);
    clock.advance(49_999);
    expect(limiter.waitSeconds('agent1', 'a')).toBe(1);
    clock.advance(1);
    expect(limiter.waitSeconds('agent1', 'a')).toBe(0);
  });

  it('lasts no longer when the clock is set back meanwhile', () => {
    refuse(3, 'agent1', 'a');
    clock.setBack(3_600_000);
    expect(limiter.waitSeconds('agent1', 'a')).toBe(60);
  });

  it('limits only the account at that address', () => {
    refuse(3, 'agent1', 'a');
    expect(limiter.waitSeconds('agent1', 'b')).toBe(0);
    expect(limiter.waitSeconds('agent2', 'a')).toBe(0);
  });

  it('closes an address that tries one account after the other', () => {
    for (let i = 0; i < 5; i++) refuse(1, `agent${i}`, 'a');
    expect(limiter.waitSeconds('agent9', 'a')).toBe(60);
    expect(limiter.waitSeconds('agent9', 'b')).toBe(0);
  });

  it('closes an address to strangers only: not to an account that has signed in from there or has the cookie', () => {
    limiter.succeeded('agent1', 'office');
    for (let i = 0; i < 50; i++) refuse(1, `nobody${i}`, 'office');
    expect(limiter.waitSeconds('agent9', 'office')).toBe(60);
    expect(limiter.waitSeconds('agent1', 'office')).toBe(0);
    expect(limiter.waitSeconds('agent2', 'office', true)).toBe(0);
  });

  it('counts attempts with the account’s cookie separately: others don’t lock it out, it may not guess, it locks nobody out', () => {
    refuse(3, 'agent2', 'office');
    expect(limiter.waitSeconds('agent2', 'office', true)).toBe(0);
    for (let i = 0; i < 3; i++) limiter.refused('agent2', 'office', true);
    expect(limiter.waitSeconds('agent2', 'office', true)).toBe(60);
    expect(limiter.waitSeconds('agent9', 'office')).toBe(0);
  });

  it('closes an account tried from many addresses, but not to an address that has signed in before', () => {
    limiter.succeeded('agent1', 'home');
    for (let i = 0; i < 8; i++) refuse(1, 'agent1', `bot${i}`);
    expect(limiter.waitSeconds('agent1', 'bot99')).toBe(60);
    expect(limiter.waitSeconds('agent1', 'home')).toBe(0);
    refuse(3, 'agent1', 'home');
    expect(limiter.waitSeconds('agent1', 'home')).toBe(60);
  });

  it('forgets refused attempts after a successful one', () => {
    refuse(2, 'agent1', 'a');
    limiter.succeeded('agent1', 'a');
    refuse(2, 'agent1', 'a');
    expect(limiter.waitSeconds('agent1', 'a')).toBe(0);
  });

  it('never confuses two names', () => {
    refuse(3, 'agent1","a', 'b');
    expect(limiter.waitSeconds('agent1', 'a","b')).toBe(0);
  });
});
