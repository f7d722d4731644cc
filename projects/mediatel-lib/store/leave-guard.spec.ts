import { EnvironmentInjector, InjectionToken, inject, runInInjectionContext } from '@angular/core';
import type { CanDeactivateFn, CanMatchFn } from '@angular/router';
import { preloadEffects } from './effects-loader';
import { mediatelLeaveGuard } from './leave-guard';
import { HostPage, deliver } from './mediatel.fixture';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

const inPage = (page: HostPage, guard: ReturnType<typeof mediatelLeaveGuard>): boolean | Promise<boolean> =>
  runInInjectionContext(page.app.injector.get(EnvironmentInjector), guard);

describe('mediatelLeaveGuard', () => {
  it('lets a route be left when nothing would be lost, and else keeps it', async () => {
    const page = await HostPage.open();
    const guard = mediatelLeaveGuard();
    expect(inPage(page, guard)).toBe(true);
    await page.signIn('STATE_IDLE');
    expect(inPage(page, guard)).toBe(true);
    page.snapshot('STATE_CALL_ACTIVE');
    expect(inPage(page, guard)).toBe(false);
    page.snapshot('STATE_CLERICAL');
    await deliver();
    expect(inPage(page, guard)).toBe(true);
    page.app.destroy();
  });

  it('asks by its reason, where services can be injected', async () => {
    const answer = new InjectionToken<boolean>('answer', { factory: () => true });
    const page = await HostPage.open();
    await page.signIn('STATE_CALL_ACTIVE');
    const asked: string[] = [];
    const guard = mediatelLeaveGuard({
      ask: (reason) => {
        asked.push(reason);
        return Promise.resolve(inject(answer));
      },
    });
    await expect(inPage(page, guard)).resolves.toBe(true);
    expect(asked).toEqual(['in-call']);
    page.app.destroy();
  });

  it('is kept only by the reasons that it is given', async () => {
    const page = await HostPage.open();
    await page.signIn('STATE_CALL_ACTIVE');
    expect(inPage(page, mediatelLeaveGuard({ keptBy: ['pending', 'unsent-draft'] }))).toBe(true);
    expect(inPage(page, mediatelLeaveGuard({ keptBy: ['in-call'] }))).toBe(false);
    page.app.destroy();
  });

  it('is a guard of the router', () => {
    const guards: [CanDeactivateFn<unknown>, CanMatchFn] = [mediatelLeaveGuard(), mediatelLeaveGuard()];
    expect(guards.every((guard) => typeof guard === 'function')).toBe(true);
  });
});
