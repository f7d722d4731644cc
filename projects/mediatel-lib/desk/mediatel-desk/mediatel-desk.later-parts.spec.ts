import { jest } from '@jest/globals';
import { inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { preloadEffects } from 'mediatel-lib/store';
import { FakeClock } from 'mediatel-lib/testing';
import { SharedTick } from '../state/shared-tick';
import { KeptOwnCalls } from '../pages/calls/kept-own-calls';
import { LaterLoader } from './later-loader';
import { DeskUnderTest } from './mediatel-desk.fixture';

beforeAll(preloadEffects);
afterEach(() => jest.restoreAllMocks());
beforeEach(() => {
  [localStorage, sessionStorage].forEach((kept) => kept.clear());
  document.head.innerHTML = '<title>Your CRM</title>';
});

/** A desk whose later parts can't be fetched so many times. */
function desk(failures = 0): {
  readonly desk: DeskUnderTest;
  readonly fetched: { readonly mock: { readonly calls: readonly unknown[] } };
} {
  const fetched = jest
    .spyOn(LaterLoader.prototype, 'fetch')
    .mockImplementation(() => (failures-- > 0 ? Promise.reject(new Error('offline')) : import('./later-parts')));
  return {
    desk: new DeskUnderTest({}, { pageTitle: true }, [
      { provide: MEDIATEL_TIMERS, useFactory: () => inject(FakeClock).timers },
    ]),
    fetched,
  };
}

describe('the later parts, once not fetched', () => {
  async function failed(failures: number) {
    const made = desk(failures);
    await made.desk.store.signIn();
    await made.desk.settled();
    expect(made.fetched).toHaveBeenCalledTimes(1);
    expect(document.title).toBe('Your CRM');
    return made;
  }

  it('are fetched when a page is opened, which then shows', async () => {
    const { desk, fetched } = await failed(2);
    desk.fixture.componentRef.setInput('page', 'readiness');
    await desk.settled();
    expect([fetched.mock.calls.length, desk.element.querySelector('mediatel-notice')?.textContent]).toEqual([
      2,
      expect.stringContaining('This could not be loaded.'),
    ]);
    desk.fixture.componentRef.setInput('page', null);
    await desk.settled();
    desk.fixture.componentRef.setInput('page', 'readiness');
    await desk.settled();
    expect(desk.element.querySelector('mediatel-desk-page')).not.toBeNull();
    expect(document.title).toMatch(/^● /);
  });

  it('are fetched after ten seconds, unasked', async () => {
    const { desk, fetched } = await failed(2);
    desk.store.clock.advance(10_000);
    await desk.settled();
    expect([fetched.mock.calls.length, document.title]).toEqual([2, 'Your CRM']);
    desk.store.clock.advance(10_000);
    await desk.settled();
    expect(document.title).toMatch(/^● /);
    desk.store.clock.advance(60_000);
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it('are not fetched after the desk', async () => {
    const { desk, fetched } = await failed(1);
    desk.fixture.destroy();
    desk.store.clock.advance(60_000);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('while the phone has not started', () => {
  async function starting(state: string) {
    const made = desk();
    jest.spyOn(made.desk.store.softphone, 'start').mockImplementation(() => undefined);
    await made.desk.store.signIn(state);
    await made.desk.settled();
    return made;
  }

  it('they wait, for two seconds', async () => {
    const { desk, fetched } = await starting('STATE_PAUSE');
    expect(fetched).not.toHaveBeenCalled();
    desk.store.clock.advance(2000);
    TestBed.inject(SharedTick).beat();
    await desk.settled();
    expect([fetched.mock.calls.length, document.title]).toEqual([1, expect.stringMatching(/^● .*Pause/)]);
  });

  it('they don’t wait after a call, which is in the operator’s day', async () => {
    const { desk } = await starting('STATE_CLERICAL');
    expect(document.title).toMatch(/^● .*After call/);
    await desk.snapshot('STATE_IDLE');
    const calls = TestBed.inject(KeptOwnCalls).calls();
    expect(calls.map(({ endedAt, finishedAt }) => [typeof endedAt, typeof finishedAt])).toEqual([['number', 'number']]);
  });
});
