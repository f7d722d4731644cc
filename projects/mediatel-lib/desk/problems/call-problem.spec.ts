import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { CommandActions, SoftphoneActions, preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

beforeAll(preloadEffects);

async function signedIn() {
  const store = new StoreHarness({}, [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }]);
  const fixture = TestBed.createComponent(MediatelDesk);
  const element = fixture.nativeElement as HTMLElement;
  const text = (selector: string): string => element.querySelector(selector)?.textContent.trim() ?? '';
  await store.signIn();
  return {
    store,
    /** The state's word and the primary action's. */
    shown: async (): Promise<readonly string[]> => {
      store.clock.advance(100);
      await fixture.whenStable();
      return [text('.word'), text('mediatel-primary-action button')];
    },
    notice: (): string => text('mediatel-notice p'),
    action: (): string => text('mediatel-notice .action'),
  };
}

/** Ends the 2 s in which server and phone may differ. */
const endGrace = ({ store }: Awaited<ReturnType<typeof signedIn>>): void => {
  store.clock.advance(2000);
  store.dispatch(SoftphoneActions.graceEnded({ at: store.clock.monotonic() }));
};

describe('audio that outlives Mediatel’s call', () => {
  it('is not shown as a call, for example when the customer is busy', async () => {
    const desk = await signedIn();
    desk.store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
    desk.store.snapshot('STATE_MAKECALL_REQUEST');
    expect(await desk.shown()).toEqual(['Dialling', 'Cancel']);
    desk.store.softphone.invite();
    expect(desk.store.softphone.answered).toEqual(['call-1']);
    expect(await desk.shown()).toEqual(['Dialling', 'Cancel']);
    desk.store.snapshot('STATE_CLERICAL', { serverTime: 1_001_000 });
    expect((await desk.shown())[0]).toBe('After call');
    desk.store.softphone.end();
    expect((await desk.shown())[0]).toBe('After call');
  });

  it.each([
    ['STATE_CLERICAL', 'After call'],
    ['STATE_PAUSE', 'Pause'],
    ['STATE_IDLE', 'Available'],
  ])('after %s is a problem when the grace period ends, before problems of the audio', async (state, word) => {
    const desk = await signedIn();
    desk.store.snapshot('STATE_CALL_DELIVERED');
    desk.store.softphone.invite();
    desk.store.snapshot('STATE_CALL_ACTIVE');
    expect(await desk.shown()).toEqual(['In a call', 'Hang up']);
    desk.store.snapshot(state, { serverTime: 1_002_000 });
    desk.store.softphone.mute(true, 'system');
    expect((await desk.shown())[0]).toContain(word);
    expect(desk.notice()).toBe('');
    endGrace(desk);
    expect((await desk.shown())[0]).toContain(word);
    expect(desk.notice()).toBe('You are still connected by sound, but Mediatel shows no call');
    expect(desk.action()).toBe('End it');
  });

  it('is a call while Mediatel is unreachable', async () => {
    const desk = await signedIn();
    desk.store.snapshot('STATE_CALL_DELIVERED');
    desk.store.softphone.invite();
    desk.store.snapshot('STATE_IDLE', { serverTime: 1_002_000 });
    desk.store.disconnect();
    expect(await desk.shown()).toEqual(['In a call', 'Hang up']);
  });
});

describe('audio that comes before Mediatel’s first snapshot of the call', () => {
  it('is dialling when the operator gave the command to call', async () => {
    const desk = await signedIn();
    await desk.shown();
    desk.store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
    desk.store.softphone.invite();
    desk.store.softphone.execute({ type: 'answer', callId: 'call-1' });
    expect(await desk.shown()).toEqual(['Dialling', 'Cancel']);
    desk.store.snapshot('STATE_MAKECALL_REQUEST');
    expect(await desk.shown()).toEqual(['Dialling', 'Cancel']);
  });

  it('is ringing otherwise, and a problem when the grace period ends', async () => {
    const desk = await signedIn();
    await desk.shown();
    desk.store.softphone.invite();
    desk.store.softphone.execute({ type: 'answer', callId: 'call-1' });
    expect(await desk.shown()).toEqual(['Incoming call', 'Cancel']);
    endGrace(desk);
    expect((await desk.shown())[0]).toBe('Available');
    expect(desk.notice()).toBe('You are still connected by sound, but Mediatel shows no call');
  });
});

it('says that another sign-in took over, and offers to take it back', async () => {
  const desk = await signedIn();
  desk.store.snapshot('STATE_LOGOUT', { loginErrorID: '4', loginErrorText: 'Taken over: logged in elsewhere' });
  desk.store.connection.disconnect({ status: 'kicked', detail: 'io server disconnect' });
  await desk.shown();
  expect(desk.notice()).toBe('Taken over by another sign-in');
  expect(desk.action()).toBe('Sign in');
});

describe('the call of an earlier page', () => {
  const silence = { audibility: 'no-packets', reason: 'no-packets' } as const;
  const returning = async () => {
    const desk = await signedIn();
    desk.store.snapshot('STATE_CALL_ACTIVE');
    const caller = { callerNumber: '0661234501', callerName: null };
    desk.store.softphone.report({
      ...{ type: 'resumed', callId: 'a', ...caller, answeredAt: -60_000, muted: false, at: 0 },
    });
    return desk;
  };

  it('is said to come back until its path is up', async () => {
    const desk = await returning();
    expect(await desk.shown()).toEqual(['In a call', 'Hang up']);
    expect(desk.notice()).toBe('The call is coming back…');
    desk.store.softphone.report({ type: 'reconnected', callId: 'a', at: 0 });
    await desk.shown();
    expect(desk.notice()).toBe('');
  });

  it('is said to have no sound yet, with the hold, and can be ended', async () => {
    const desk = await returning();
    const proof = { incoming: silence, outgoing: silence, received: null };
    desk.store.softphone.report({ type: 'audioProved', callId: 'a', proof, at: 0 });
    await desk.shown();
    expect(desk.notice()).toBe('No sound yet: the phone keeps trying');
    expect(desk.action()).toBe('End it');
    desk.store.snapshot('STATE_HOLD');
    await desk.shown();
    expect(desk.notice()).toBe('No sound yet: the phone keeps trying, and the customer is on hold');
  });
});
