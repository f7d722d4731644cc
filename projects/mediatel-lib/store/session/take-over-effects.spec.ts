import { TestBed } from '@angular/core/testing';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

const takenOver = { loginErrorID: '4', loginErrorText: 'Taken over: this user has logged in elsewhere' };

function takeOver(harness: StoreHarness): void {
  harness.snapshot('STATE_LOGOUT', takenOver);
  harness.connection.disconnect({ status: 'kicked', detail: 'io server disconnect' });
  TestBed.tick();
}

describe('taken over by another sign-in', () => {
  it('does not log in again by itself', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.connection.takeSent();
    takeOver(harness);
    expect(harness.connection.takeSent()).toEqual([]);
    harness.connect();
    harness.snapshot('STATE_LOGOUT');
    expect(harness.connection.takeSent()).toEqual([]);
  });

  it('unregisters the phone, so that calls ring at the other place alone', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    takeOver(harness);
    expect(harness.state.softphone.registration.status).toBe('off');
  });

  it('lets an answered call end first', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_DELIVERED');
    harness.softphone.invite();
    expect(harness.softphone.answered).toEqual(['call-1']);
    harness.snapshot('STATE_CALL_ACTIVE');
    takeOver(harness);
    expect(harness.state.softphone.registration.status).toBe('registered');
    harness.softphone.end();
    expect(harness.state.softphone.registration.status).toBe('off');
  });

  it('takes phone and log-in back when the operator signs in', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    takeOver(harness);
    harness.connection.takeSent();
    await harness.signIn('STATE_LOGOUT');
    expect(harness.state.softphone.registration.status).toBe('registered');
    expect(harness.connection.takeSent()).toEqual(['login']);
  });

  it('keeps the phone at any other kick', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.connection.disconnect({ status: 'kicked', detail: 'io server disconnect' });
    TestBed.tick();
    expect(harness.state.softphone.registration.status).toBe('registered');
  });
});
