import { TestBed } from '@angular/core/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { KeptOwnCalls } from './kept-own-calls';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

describe('the end of an own call’s after-call work', () => {
  async function signedIn() {
    const store = new StoreHarness();
    const kept = TestBed.inject(KeptOwnCalls);
    await store.signIn();
    const show = (state: string, time: number): void => {
      store.snapshot(state, { time, serverTime: time, callTraceID: state === 'STATE_IDLE' ? '-1' : '7' });
      TestBed.tick();
    };
    return { show, call: () => kept.calls()[0] };
  }

  it('is the beginning of Mediatel’s next state', async () => {
    const { show, call } = await signedIn();
    show('STATE_CALL_ACTIVE', 1_000_000);
    show('STATE_CLERICAL', 1_060_000);
    expect(call()).toMatchObject({ endedAt: 1_060_000 });
    expect(call()?.finishedAt).toBeUndefined();
    show('STATE_IDLE', 1_075_000);
    expect(call()).toMatchObject({ endedAt: 1_060_000, finishedAt: 1_075_000 });
  });

  it('is read again after a reload', async () => {
    const { show } = await signedIn();
    show('STATE_CALL_ACTIVE', 1_000_000);
    show('STATE_CLERICAL', 1_060_000);
    show('STATE_IDLE', 1_075_000);
    TestBed.resetTestingModule();
    const { call } = await signedIn();
    expect(call()).toMatchObject({ callTraceID: '7', finishedAt: 1_075_000 });
  });
});
