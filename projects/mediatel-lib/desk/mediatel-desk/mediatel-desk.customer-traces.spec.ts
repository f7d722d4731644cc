import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { jest } from '@jest/globals';
import { CommandActions, SessionActions, preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { OperatorInput } from '../state/operator-input';
import { MediatelDesk } from './mediatel-desk';
import { KeptOwnCalls } from '../pages/calls/kept-own-calls';
import { RecentNumbers } from '../state/recent-numbers';

beforeAll(preloadEffects);
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** A customer's data: numbers, the note, the customer's id. */
const secrets = /0661234501|0667654321|owes|39553609/;
const kept = (): string => JSON.stringify({ ...localStorage, ...sessionStorage });

async function signedIn() {
  const still = { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } };
  const store = new StoreHarness({}, [still]);
  const fixture = TestBed.createComponent(MediatelDesk);
  TestBed.inject(KeptOwnCalls);
  await store.signIn();
  await fixture.whenStable();
  return { store, fixture };
}

/** An operator calls, writes a note, and leaves a number half typed. */
async function worked() {
  const { store, fixture } = await signedIn();
  store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
  await fixture.whenStable();
  store.snapshot('STATE_CALL_ACTIVE');
  TestBed.inject(OperatorInput).setNote('owes 5,000');
  store.snapshot('STATE_CLERICAL');
  await fixture.whenStable();
  store.snapshot('STATE_IDLE');
  await fixture.whenStable();
  TestBed.inject(OperatorInput).number.set('0667654321');
  // The data is there before, so the later searches prove something.
  expect(kept()).toContain('0661234501');
  expect(kept()).toContain('owes');
  return { store, fixture };
}

const shown = () => ({
  recent: TestBed.inject(RecentNumbers).numbers(),
  calls: TestBed.inject(KeptOwnCalls).calls(),
  number: TestBed.inject(OperatorInput).number(),
  note: TestBed.inject(OperatorInput).call().note,
});
const nothing = { recent: [], calls: [], number: '', note: '' };

describe('customer data in an operator’s tab', () => {
  it('is removed from memory and storage by the sign-out', async () => {
    const { store, fixture } = await worked();
    const left = store.session.signOut();
    store.snapshot('STATE_LOGOUT');
    await expect(left).resolves.toBeNull();
    await fixture.whenStable();
    expect(kept()).not.toMatch(secrets);
    expect(shown()).toEqual(nothing);
    expect(JSON.stringify(store.state)).not.toMatch(secrets);
    await store.signIn();
    await fixture.whenStable();
    expect(shown()).toEqual(nothing);
  });

  it('is removed from every tab when one signs out', async () => {
    const { fixture } = await worked();
    expect(JSON.stringify({ ...sessionStorage })).toMatch(secrets);
    // The tab that signs out empties the shared storage; the browser notifies the others.
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: 'mediatel.customers-forgotten', newValue: '1' }));
    await fixture.whenStable();
    expect(kept()).not.toMatch(secrets);
    expect(shown()).toEqual(nothing);
  });

  it('is removed from other tabs by each sign-out', async () => {
    const values = new Set<string | null>();
    for (let times = 0; times < 2; times++) {
      TestBed.resetTestingModule();
      const { store } = await worked();
      store.session.signOut();
      store.snapshot('STATE_LOGOUT');
      values.add(localStorage.getItem('mediatel.customers-forgotten'));
    }
    expect(values.size).toBe(2);
    expect(values).not.toContain(null);
  });

  it('survives a crash for the same operator, and is removed when another signs in', async () => {
    await worked();
    TestBed.resetTestingModule();
    const same = await signedIn();
    expect(TestBed.inject(RecentNumbers).numbers()).toEqual(['0661234501']);
    same.store.dispatch(SessionActions.signedIn({ user: 'another', extension: '1002' }));
    await same.fixture.whenStable();
    expect(kept()).not.toMatch(secrets);
    expect(shown()).toEqual(nothing);
  });

  it.each([
    ['the calls of the day', () => localStorage, 'mediatel.own-calls'],
    ['the calls of the day of an earlier version', () => localStorage, 'mediatel-own-calls'],
    ['drafts', () => localStorage, 'mediatel.call-drafts'],
    ['numbers', () => sessionStorage, 'mediatel.recent-numbers'],
    ['numbers of an earlier version', () => sessionStorage, 'mediatel-recent-numbers'],
    ['whose they are', () => localStorage, 'mediatel.customers-of'],
    ['whose they are in the tab', () => sessionStorage, 'mediatel.customers-of'],
  ])('is gone though no desk was opened since: %s', async (_what, storage, key) => {
    storage().setItem(key, '"0661234501"');
    await new StoreHarness().session.signOut();
    expect(storage().getItem(key)).toBeNull();
  });

  it('is gone with a sign-out on a page where nobody has signed in yet', async () => {
    await worked();
    TestBed.resetTestingModule();
    const harness = new StoreHarness();
    harness.session.signOut();
    expect(kept()).not.toMatch(secrets);
  });
});

describe('My calls today', () => {
  afterEach(() => jest.useRealTimers());

  it('is emptied at midnight, also when nothing happens', async () => {
    jest.useFakeTimers({ now: new Date(2026, 2, 1, 23, 59, 30), doNotFake: ['queueMicrotask', 'performance'] });
    const store = new StoreHarness();
    const calls = TestBed.inject(KeptOwnCalls).calls;
    await store.signIn('STATE_CALL_ACTIVE');
    TestBed.tick();
    store.snapshot('STATE_IDLE');
    TestBed.tick();
    expect(calls()).toHaveLength(1);
    jest.advanceTimersByTime(29_000);
    expect(calls()).toHaveLength(1);
    jest.advanceTimersByTime(2000);
    expect(calls()).toEqual([]);
    store.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
    TestBed.tick();
    expect(calls().map(({ callTraceID }) => callTraceID)).toEqual(['2']);
  });
});
