import { jest } from '@jest/globals';
import { DestroyRef } from '@angular/core';
import { CallDrafts } from '../drafts/call-drafts';
import { preloadEffects } from '../effects-loader';
import { HostPage, deliver } from '../mediatel.fixture';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

it('a reload is not safe while the draft of a call that is over is stored nowhere but in the page', async () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const page = await HostPage.open();
  await page.signIn('STATE_CLERICAL');
  const drafts = page.app.injector.get(CallDrafts);
  drafts.change('7', { codeIds: ['4'], note: '' });
  drafts.close('7');
  expect(page.mediatel.safeToReload()).toEqual({ safe: false, reason: 'unsent-draft' });
  full.mockRestore();
  drafts.change('8', { note: 'x' });
  drafts.forget('8');
  expect(page.mediatel.safeToReload()).toEqual({ safe: true });
  page.app.destroy();
});

it('a reload is not safe while the page has not gone on with the stored call of an earlier one', async () => {
  const page = await HostPage.open();
  const { mediatel, softphone } = page;
  const inCall = { safe: false, reason: 'in-call' };
  softphone.start = () => undefined;
  softphone.kept = 'a';
  await mediatel.signIn();
  expect([mediatel.safeToReload(), mediatel.safeToReloadInCall()]).toEqual([inCall, inCall]);
  softphone.kept = null;
  softphone.report({
    ...{ type: 'resumed', callId: 'a', callerNumber: null, callerName: null },
    ...{ answeredAt: 0, muted: false, at: 0 },
  });
  expect(mediatel.safeToReload()).toEqual(inCall);
  softphone.report({ type: 'ended', callId: 'a', by: 'server', answered: true, cause: '', at: 0 });
  expect(mediatel.safeToReload()).toEqual({ safe: true });
  page.app.destroy();
});

it('a reload is safe again if the phone starts without the stored call', async () => {
  const page = await HostPage.open();
  const { mediatel, softphone } = page;
  softphone.start = () => undefined;
  softphone.kept = 'a';
  await mediatel.signIn();
  expect(mediatel.safeToReload().safe).toBe(false);
  softphone.kept = null;
  softphone.report({ type: 'registrationChanged', registration: { status: 'rejected', sipStatus: 0, detail: '' } });
  expect(mediatel.safeToReload()).toEqual({ safe: true });
  page.app.destroy();
});

describe('whenFree', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('resolves at once without a call, and else after the call and its work', async () => {
    const page = await HostPage.open();
    const { mediatel } = page;
    await page.signIn('STATE_IDLE');
    const free: string[] = [];
    await mediatel.whenFree();
    page.snapshot('STATE_CALL_ACTIVE');
    void mediatel.whenFree().then(() => free.push('first'));
    void mediatel.whenFree().then(() => free.push('second'));
    page.app.tick();
    await deliver();
    expect(free).toEqual([]);
    page.snapshot('STATE_CLERICAL');
    page.app.tick();
    await deliver();
    expect(free).toEqual(['first', 'second']);
    page.app.destroy();
  });

  it('resolves when the application is destroyed', async () => {
    const page = await HostPage.open();
    await page.signIn('STATE_CALL_ACTIVE');
    const free = page.mediatel.whenFree();
    page.app.destroy();
    await expect(free).resolves.toBeUndefined();
  });

  it('leaves no listener at the application after it has resolved', async () => {
    const page = await HostPage.open();
    await page.signIn('STATE_IDLE');
    const kept = new Set<unknown>();
    const destroyed = page.app.injector.get(DestroyRef);
    const listen = destroyed.onDestroy.bind(destroyed);
    jest.spyOn(destroyed, 'onDestroy').mockImplementation((run) => {
      kept.add(run);
      const forget = listen(run);
      return () => {
        kept.delete(run);
        forget();
      };
    });
    for (let call = 1; call <= 3; call += 1) {
      page.snapshot('STATE_CALL_ACTIVE');
      const free = page.mediatel.whenFree();
      page.app.tick();
      await deliver();
      expect(kept.size).toBeGreaterThan(0);
      page.snapshot('STATE_CLERICAL');
      page.app.tick();
      await free;
      expect(kept.size).toBe(0);
    }
    page.app.destroy();
  });

  it('resolves when it is asked for after the application was destroyed in a call', async () => {
    const page = await HostPage.open();
    await page.signIn('STATE_CALL_ACTIVE');
    expect(page.mediatel.safeToReload().safe).toBe(false);
    page.app.destroy();
    await expect(page.mediatel.whenFree()).resolves.toBeUndefined();
  });
});
