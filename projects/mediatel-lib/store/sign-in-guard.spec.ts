import { jest } from '@jest/globals';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { OperatorAccount, Registration } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from './effects-loader';
import { mediatelSignInGuard, type SignInGuardOptions } from './sign-in-guard';

const never = (): Promise<OperatorAccount> => new Promise(() => undefined);

/** Runs what waits without a timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** Whether the guard has let the route through. */
function enter(options?: SignInGuardOptions): { isOpen: boolean } {
  const route = { isOpen: false };
  void TestBed.runInInjectionContext(mediatelSignInGuard(options)).then((passes) => {
    route.isOpen = passes;
  });
  return route;
}

beforeAll(preloadEffects);
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  localStorage.clear();
});

describe('the guard that signs in', () => {
  const leaveCall = (): void => localStorage.setItem('mediatel.sip.call 1001 t.local ws://t.local', '{}');

  it('lets the route through at once, whether or not the host answers', async () => {
    const harness = new StoreHarness({ account: never });
    const route = enter();
    await settle();
    expect(route.isOpen).toBe(true);
    expect(harness.session.state()).toEqual({ status: 'signingIn' });
  });

  it('waits until the call that goes on is back', async () => {
    const { softphone } = new StoreHarness();
    const start = jest.spyOn(softphone, 'start').mockReturnValue();
    leaveCall();
    const route = enter();
    await settle();
    expect(start).toHaveBeenCalledTimes(1);
    softphone.resume('c1');
    softphone.report({ type: 'registrationChanged', registration: { status: 'registering' } });
    softphone.report({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });
    await settle();
    expect(route.isOpen).toBe(false);
    softphone.report({ type: 'reconnected', callId: 'c1', at: 0 });
    await settle();
    expect(route.isOpen).toBe(true);
  });

  it.each<[string, Registration]>([
    ['whose stored call is another operator’s', { status: 'registered', otherContacts: 0 }],
    ['that is refused', { status: 'rejected', sipStatus: 403, detail: '' }],
    ['that does not reach its server', { status: 'waiting', retryAt: 1000, detail: '' }],
  ])('does not wait for a phone %s', async (_, registration) => {
    const { softphone } = new StoreHarness();
    jest.spyOn(softphone, 'start').mockReturnValue();
    leaveCall();
    const route = enter();
    await settle();
    expect(route.isOpen).toBe(false);
    softphone.report({ type: 'registrationChanged', registration });
    await settle();
    expect(route.isOpen).toBe(true);
  });

  it('waits a second at most', async () => {
    new StoreHarness({ account: never });
    leaveCall();
    const route = enter();
    await settle();
    jest.advanceTimersByTime(999);
    await settle();
    expect(route.isOpen).toBe(false);
    jest.advanceTimersByTime(1);
    await settle();
    expect(route.isOpen).toBe(true);
  });

  it('does not wait for a sign-in that failed', async () => {
    const harness = new StoreHarness({ account: () => Promise.reject(new Error('no')) });
    leaveCall();
    const route = enter();
    await settle();
    expect(harness.session.state()).toMatchObject({ status: 'failed' });
    expect(route.isOpen).toBe(true);
  });

  it.each([false, Promise.resolve(false)])('signs nobody in who is no operator: %p', async (answer) => {
    const harness = new StoreHarness();
    leaveCall();
    const route = enter({ isOperator: () => answer });
    await settle();
    expect(route.isOpen).toBe(true);
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
  });

  it.each([
    () => {
      throw new Error('no session');
    },
    () => Promise.reject(new Error('no session')),
  ])('lets the route through, and tells of it, where the host’s answer is an error', async (isOperator) => {
    const harness = new StoreHarness();
    const handleError = jest.spyOn(TestBed.inject(ErrorHandler), 'handleError').mockReturnValue();
    const route = enter({ isOperator });
    await settle();
    expect(route.isOpen).toBe(true);
    expect(handleError).toHaveBeenCalledTimes(1);
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
  });
});
