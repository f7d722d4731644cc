import { TestBed } from '@angular/core/testing';
import { CommandActions, preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { RecentNumbers } from './recent-numbers';

beforeAll(preloadEffects);
beforeEach(() => sessionStorage.clear());

/** Called one after the other. */
async function called(numbers: readonly string[]): Promise<readonly string[]> {
  const store = new StoreHarness();
  const recent = TestBed.inject(RecentNumbers);
  await store.signIn();
  for (const phoneNumber of numbers) {
    store.dispatch(CommandActions.makeCall({ phoneNumber }));
    TestBed.tick();
    store.snapshot('STATE_CALL_ACTIVE', { callTraceID: phoneNumber });
    store.snapshot('STATE_IDLE');
    TestBed.tick();
  }
  return recent.numbers();
}

describe('recent numbers', () => {
  it('are the newest first, each once', async () => {
    expect(await called(['11', '22', '11'])).toEqual(['11', '22']);
  });

  it('are eight at most', async () => {
    const numbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => digit.repeat(3));
    expect(await called(numbers)).toEqual(numbers.slice(1).reverse());
  });

  it('are those of the tab after a reload, with their times', async () => {
    const before = Date.now();
    await called(['11']);
    TestBed.resetTestingModule();
    new StoreHarness();
    const recent = TestBed.inject(RecentNumbers);
    expect(recent.numbers()).toEqual(['11']);
    expect(recent.calledAt('11')).toBeGreaterThanOrEqual(before);
    expect(recent.calledAt('22')).toBeNull();
  });

  it('are read as an older version stored them', () => {
    sessionStorage.setItem('mediatel.recent-numbers', JSON.stringify(['11', 7, { number: '22', at: 'x' }]));
    new StoreHarness();
    const recent = TestBed.inject(RecentNumbers);
    expect(recent.numbers()).toEqual(['11', '22']);
    expect([recent.calledAt('11'), recent.calledAt('22')]).toEqual([null, null]);
  });
});
