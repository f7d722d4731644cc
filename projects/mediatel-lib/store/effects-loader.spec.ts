import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { CustomerTraces } from './drafts/customer-traces';

describe('the effects come with the first sign-in', () => {
  // The first of all: once fetched, they stay for the page.
  it('so signing out before it leaves nothing waiting, and nothing of an earlier page', async () => {
    const harness = new StoreHarness();
    const forget = jest.spyOn(TestBed.inject(CustomerTraces), 'forget');
    await expect(harness.session.signOut()).resolves.toBeNull();
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
    expect(harness.takeNames('Mediatel Session')).toEqual(['Signed Out']);
    expect(forget).toHaveBeenCalledTimes(1);
  });

  it('and hear everything from then on', async () => {
    const harness = new StoreHarness();
    harness.connect();
    harness.snapshot('STATE_IDLE');
    expect(harness.state.agent.known).toBe(false);

    await harness.signIn('STATE_IDLE');
    expect(harness.state.agent).toMatchObject({ known: true, phase: 'available' });
    harness.snapshot('STATE_PAUSE', { pauseId: '6' });
    expect(harness.takeNames('Mediatel Agent')).toContain('Pause Started');
  });

  it('once only: signing in again repeats nothing', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    await harness.session.signIn();
    harness.takeNames();
    harness.snapshot('STATE_PAUSE', { pauseId: '6' });
    expect(harness.takeNames('Mediatel Agent').filter((name) => name === 'Pause Started')).toHaveLength(1);
  });
});
