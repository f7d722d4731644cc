import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { type CallMove, LeaderTab } from 'mediatel-lib/ports';
import { preloadEffects } from 'mediatel-lib/store';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';
import { SharedTick } from '../state/shared-tick';

beforeAll(preloadEffects);

/** A desk in a call that changed its tab now. */
async function moved(how: CallMove['how']) {
  const tab = new FakeLeaderTab();
  const store = new StoreHarness({}, [
    { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    { provide: LeaderTab, useValue: tab },
  ]);
  const fixture = TestBed.createComponent(MediatelDesk);
  await store.signIn('STATE_CALL_ACTIVE');
  store.softphone.report({
    ...{ type: 'resumed', callId: 'a', callerNumber: '0661234501', callerName: null },
    ...{ answeredAt: -60_000, muted: false, at: 0 },
  });
  store.softphone.report({ type: 'reconnected', callId: 'a', at: 0 });
  tab.callMove.set({ how, at: store.clock.monotonic() });
  const notice = (): Element | null => (fixture.nativeElement as HTMLElement).querySelector('mediatel-notice');
  return {
    tab,
    /** The line has a long delay. */
    alarm: (): void =>
      store.softphone.report({
        type: 'qualityChanged',
        callId: 'a',
        rating: 'poor',
        alarms: ['round-trip'],
        mos: 2.9,
        at: 0,
      }),
    role: () => notice()?.getAttribute('role') ?? null,
    said: async (after = 0): Promise<string> => {
      store.clock.advance(after);
      TestBed.inject(SharedTick).beat();
      await fixture.whenStable();
      return notice()?.querySelector('p')?.textContent.trim() ?? '';
    },
  };
}

describe('a call that changed its tab without being asked to', () => {
  it('is said to be here since its tab was closed, politely, for eight seconds', async () => {
    const desk = await moved('taken-over');
    expect(await desk.said()).toBe('The call is here now: its tab was closed');
    expect(desk.role()).toBe('status');
    expect(await desk.said(6000)).not.toBe('');
    expect(await desk.said(3000)).toBe('');
  });

  it('is said to stay in the tab that keeps it', async () => {
    const desk = await moved('kept');
    expect(await desk.said()).toBe('The call stays here: it had no sound in the other tab');
  });

  it('is said to have stayed in the other tab, where it is', async () => {
    const desk = await moved('went-back');
    desk.tab.follow();
    expect(await desk.said()).toBe('The call stayed in the other tab: it had no sound here in time');
    desk.tab.lead();
    expect(await desk.said()).toBe('');
  });
});

describe('a call’s tab that does not answer', () => {
  it('is said before what it told last of the sound', async () => {
    const desk = await moved('kept');
    desk.tab.follow();
    desk.alarm();
    expect(await desk.said(9000)).toBe('Long delay on the line: let the customer finish');
    desk.tab.state.set({ status: 'following', foreign: false, silent: true });
    expect(await desk.said()).toBe('The call’s tab does not answer: is a dialog open there?');
    desk.tab.follow();
    expect(await desk.said()).toBe('Long delay on the line: let the customer finish');
  });
});
