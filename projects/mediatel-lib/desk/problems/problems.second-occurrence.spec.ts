import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { CallMediaFlow } from 'mediatel-lib/ports';
import { SoftphoneActions, preloadEffects } from 'mediatel-lib/store';
import { StoreHarness, type WireSnapshot } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

beforeAll(preloadEffects);

async function signedIn() {
  const store = new StoreHarness({}, [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }]);
  const fixture = TestBed.createComponent(MediatelDesk);
  const element = fixture.nativeElement as HTMLElement;
  await store.signIn();
  return {
    store,
    notice: async (): Promise<string | null> => {
      await fixture.whenStable();
      return element.querySelector('mediatel-notice p')?.textContent.trim() ?? null;
    },
    /** Presses the notice's button. */
    action: async (): Promise<void> => {
      await fixture.whenStable();
      element.querySelector<HTMLElement>('mediatel-notice .action')!.click();
      await fixture.whenStable();
    },
  };
}

/** Nothing of the customer arrives. */
const unheard: CallMediaFlow = {
  outgoing: { audibility: 'heard', reason: null },
  incoming: { audibility: 'silent', reason: 'no-packets' },
  received: null,
};

describe('a problem that was mended once is said when it comes again', () => {
  it('audio left over, in the next call', async () => {
    const { store, notice, action } = await signedIn();
    for (const callId of ['a', 'b']) {
      const times = { callTraceID: callId, serverTime: 1_000_000 + store.clock.monotonic() };
      store.snapshot('STATE_CALL_DELIVERED', times);
      store.softphone.invite(callId);
      store.snapshot('STATE_CALL_ACTIVE', times);
      store.snapshot('STATE_IDLE');
      store.clock.advance(2000);
      store.dispatch(SoftphoneActions.graceEnded({ at: store.clock.monotonic() }));
      expect(await notice()).toBe('You are still connected by sound, but Mediatel shows no call');
      await action();
      store.softphone.end();
      expect(await notice()).toBeNull();
    }
  });

  it('nothing of the customer arrives, in the next call', async () => {
    const { store, notice, action } = await signedIn();
    for (const callId of ['a', 'b']) {
      store.snapshot('STATE_CALL_DELIVERED', { callTraceID: callId });
      store.softphone.invite(callId);
      store.snapshot('STATE_CALL_ACTIVE', { callTraceID: callId });
      store.softphone.prove(unheard);
      expect(await notice()).toContain('No sound arrives from the customer');
      await action();
      store.softphone.end();
      store.snapshot('STATE_IDLE');
      expect(await notice()).toBeNull();
    }
  });

  it('Force Pause, later in the shift', async () => {
    const { store, notice, action } = await signedIn();
    for (const time of [1_000_000, 2_000_000]) {
      const pause: WireSnapshot = { time, pauseId: '99', pauseList: [['99', 'Force Pause']] };
      store.snapshot('STATE_PAUSE', pause);
      expect(await notice()).toBe('A call was not answered here, so Mediatel paused you');
      await action();
      store.snapshot('STATE_IDLE');
    }
  });
});
