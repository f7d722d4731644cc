import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { LeaderTab } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

/** Whether the browser would ask before it leaves the page. */
function asks(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

describe('askBeforeLeaving', () => {
  it('asks while Mediatel has a call, and no longer', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    expect(asks()).toBe(false);
    for (const state of ['STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED', 'STATE_CALL_ACTIVE', 'STATE_HOLD']) {
      harness.snapshot(state);
      expect([state, asks()]).toEqual([state, true]);
    }
    harness.snapshot('STATE_CLERICAL');
    expect(asks()).toBe(false);
  });

  it('asks while the phone is in a call, link or none', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    harness.softphone.invite();
    harness.softphone.execute({ type: 'answer', callId: harness.state.softphone.call!.callId });
    harness.disconnect();
    expect(asks()).toBe(true);
    harness.softphone.end();
    // Mediatel's last known call is no reason to keep anybody.
    expect(asks()).toBe(false);
  });

  it('asks in the tab that is the phone alone', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE');
    const leads = jest.spyOn(TestBed.inject(LeaderTab), 'isLeader').mockReturnValue(false);
    expect(asks()).toBe(false);
    // The phone moved to this tab during the call.
    leads.mockReturnValue(true);
    expect(asks()).toBe(true);
  });

  it('lets a ringing phone go', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    harness.softphone.invite();
    expect(asks()).toBe(false);
  });
});
