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

  describe('in a call that the phone has stored for the next page', () => {
    const inCall = async (): Promise<StoreHarness> => {
      const harness = new StoreHarness();
      await harness.signIn('STATE_CALL_ACTIVE');
      harness.softphone.kept = 'c1';
      return harness;
    };
    const press = (init: KeyboardEventInit): void => void dispatchEvent(new KeyboardEvent('keydown', init));

    it.each<KeyboardEventInit>([
      { key: 'F5' },
      { key: 'r', ctrlKey: true },
      { key: 'R', metaKey: true },
      { key: 'BrowserRefresh' },
      // The layouts of Ukraine and Russia.
      { key: 'к', code: 'KeyR', ctrlKey: true },
      { key: 'К', code: 'KeyR', ctrlKey: true, shiftKey: true },
    ])('does not ask before a reload by %j', async (key) => {
      await inCall();
      press(key);
      expect(asks()).toBe(false);
    });

    it('asks before closing after another key in the place of R', async () => {
      await inCall();
      press({ key: 'p', code: 'KeyR', ctrlKey: true });
      expect(asks()).toBe(true);
    });

    it('asks before closing, after other keys, and a second after the reload key', async () => {
      await inCall();
      expect(asks()).toBe(true);
      press({ key: 'r' });
      expect(asks()).toBe(true);
      const now = jest.spyOn(performance, 'now').mockReturnValue(1000);
      press({ key: 'F5' });
      now.mockReturnValue(2000);
      expect(asks()).toBe(true);
      now.mockRestore();
    });

    it('asks before closing while a reloaded page has not gone on with it, and no longer', async () => {
      const harness = new StoreHarness();
      const { softphone } = harness;
      softphone.start = () => undefined;
      softphone.kept = 'c1';
      await harness.signIn('STATE_IDLE');
      expect(asks()).toBe(true);
      press({ key: 'F5' });
      expect(asks()).toBe(false);
      softphone.kept = null;
      softphone.report({ type: 'registrationChanged', registration: { status: 'connecting' } });
      expect(asks()).toBe(false);
    });

    it('asks before a reload if nothing is stored', async () => {
      const { softphone } = await inCall();
      softphone.kept = null;
      press({ key: 'F5' });
      expect(asks()).toBe(true);
    });
  });
});
