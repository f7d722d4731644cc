import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { CustomerTraces } from './drafts/customer-traces';

describe('the effects, loaded with the first sign-in', () => {
  // This test runs first: once fetched, the effects stay for the page.
  it('leave no sign-out pending before it, and nothing of an earlier page', async () => {
    const harness = new StoreHarness();
    const forget = jest.spyOn(TestBed.inject(CustomerTraces), 'forget');
    await expect(harness.session.signOut()).resolves.toBeNull();
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
    expect(harness.takeNames('Mediatel Session')).toEqual(['Signed Out']);
    expect(forget).toHaveBeenCalledTimes(1);
  });

  it('receive every action from then on', async () => {
    const harness = new StoreHarness();
    harness.connect();
    harness.snapshot('STATE_IDLE');
    expect(harness.state.agent.known).toBe(false);

    await harness.signIn('STATE_IDLE');
    expect(harness.state.agent).toMatchObject({ known: true, phase: 'available' });
    harness.snapshot('STATE_PAUSE', { pauseId: '6' });
    expect(harness.takeNames('Mediatel Agent')).toContain('Pause Started');
  });

  it('start only once: signing in again repeats nothing', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    await harness.session.signIn();
    harness.takeNames();
    harness.snapshot('STATE_PAUSE', { pauseId: '6' });
    expect(harness.takeNames('Mediatel Agent').filter((name) => name === 'Pause Started')).toHaveLength(1);
  });
});
