import { jest } from '@jest/globals';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { CommandActions, MissedCallActions, preloadEffects } from 'mediatel-lib/store';
import { MediatelDeskHarness, MediatelNoticeHarness, StoreHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { DeskPages } from '../state/desk-pages';
import { OperatorInput } from '../state/operator-input';
import { LaterLoader } from './later-loader';
import { MediatelDesk } from './mediatel-desk';
import { KeptOwnCalls } from '../pages/calls/kept-own-calls';

async function signedIn(config: Partial<MediatelConfig> = {}) {
  const store = new StoreHarness(config, [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }]);
  const fixture = TestBed.createComponent(MediatelDesk);
  // It is a chunk of its own; this test does not wait for it.
  TestBed.inject(KeptOwnCalls);
  const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
  await store.signIn();
  const see = async (...snapshot: Parameters<StoreHarness['snapshot']>): Promise<void> => {
    store.snapshot(...snapshot);
    await fixture.whenStable();
  };
  const press = async (key: string, init: KeyboardEventInit = {}, target: EventTarget = fixture.nativeElement) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
    await fixture.whenStable();
  };
  return { store, desk, fixture, see, press, element: fixture.nativeElement as HTMLElement };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

beforeAll(preloadEffects);

describe('MediatelDesk, its pages', () => {
  it('shows the check before the shift with the real cause, and leaves it for a call', async () => {
    const { store, desk, fixture, see, press, element } = await signedIn();
    store.softphone.audioFacts.update((facts) => ({ ...facts, permission: 'denied' }));
    await press('r', { code: 'KeyR' });
    // The page is a chunk of its own.
    await import('../pages/readiness/readiness-page');
    await fixture.whenStable();
    expect(await desk.page()).toBe('Sound and line check');
    expect(element.textContent).toContain('The browser does not allow it');
    await see('STATE_CALL_DELIVERED');
    expect(await desk.page()).toBeNull();
  });

  it.each(['Escape', 'Back'])('keeps the focus when a page is left by %s, so that keys still work', async (way) => {
    const { desk, fixture, press, element } = await signedIn();
    document.body.append(element);
    element.focus();
    await press('?');
    await import('../pages/shortcuts/shortcuts-page');
    await fixture.whenStable();
    const heading = element.querySelector('h2')!;
    expect(document.activeElement).toBe(heading);
    if (way === 'Escape') await press('Escape', {}, heading);
    else element.querySelector<HTMLElement>('[aria-label=Back]')!.click();
    await fixture.whenStable();
    expect(await desk.page()).toBeNull();
    expect(document.activeElement).toBe(element);
  });

  it('says why a call was missed, until dismissed', async () => {
    const { store, desk, fixture, element } = await signedIn();
    store.dispatch(
      MissedCallActions.callMissed({
        missed: {
          id: 1,
          reason: { kind: 'tab-asleep', sleepDurationMs: 64_000 },
          number: '0661234501',
          queueName: 'DM_MFO_1',
          callTraceID: '1',
          forcePause: false,
          missedAt: 1_000_000,
        },
      }),
    );
    const notice = await desk.notice();
    expect(await notice?.action()).toBe('Why?');
    await notice?.press();
    await import('../pages/missed/missed-page');
    await fixture.whenStable();
    expect(element.textContent).toContain('The browser had put this tab to sleep for 64 s');
    element.querySelector<HTMLElement>('[aria-label^="Dismiss"]')?.click();
    await fixture.whenStable();
    expect(element.textContent).toContain('No call was missed');
    expect(await desk.notice()).toBeNull();
  });

  it('should lead back to the dialer when the frame of the pages can’t be loaded', async () => {
    const fetch = jest.spyOn(LaterLoader.prototype, 'fetch').mockRejectedValue(new Error('offline'));
    const { fixture, see, press, element } = await signedIn();
    await see('STATE_IDLE_AVAILABLE');
    await press('r', { code: 'KeyR' });
    const { page } = TestBed.inject(MediatelIntl).labels();
    expect(element.querySelector('mediatel-dialer')).toBeNull();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const notice = await (await loader.getChildLoader('.body')).getHarness(MediatelNoticeHarness);
    expect([await notice.words(), await notice.action()]).toEqual([page.loadFailed, page.back]);
    await notice.press();
    expect(fixture.debugElement.injector.get(DeskPages).open()).toBeNull();
    expect(element.querySelector('mediatel-dialer')).not.toBeNull();
    fetch.mockRestore();
  });
});

describe('MediatelDesk', () => {
  it('mutes by a shortcut, also outside the desk if nobody could have typed it', async () => {
    const { store, desk, see, press } = await signedIn();
    store.softphone.invite();
    store.softphone.execute({ type: 'answer', callId: 'call-1' });
    await see('STATE_CALL_ACTIVE');
    const controls = await desk.callControls();
    await press('m', { code: 'KeyM' });
    expect(await controls?.isOn('mute')).toBe(true);
    await press('m', { code: 'KeyM' }, document.body);
    expect(await controls?.isOn('mute')).toBe(true);
    await press('m', { code: 'KeyM' });
    expect(await controls?.isOn('mute')).toBe(false);
  });

  it('keeps the state before a passing one: the buttons show what passed', async () => {
    const { desk, see } = await signedIn();
    await see('STATE_CALL_ACTIVE');
    await see('STATE_DIALPAD');
    expect(await desk.state()).toBe('In a call');
  });

  it('warns before a call reaches its limit, and when a pause exceeds its limit', async () => {
    const { store, desk, see } = await signedIn({ pauseLimits: { Meeting: 60 } });
    await see('STATE_CALL_ACTIVE', { maxCallDuration: '20' });
    expect(await (await desk.notice())?.words()).toBe('Mediatel ends this call in 20 s');
    await see('STATE_PAUSE', { time: 1_000_000 - 90_000 });
    expect(await (await desk.notice())?.words()).toBe('This pause is 00:30 over its limit');
    expect(store.state.agent.pauseId).toBe('4');
  });

  it('explains Force Pause once: by the page of missed calls, below which no notice asks “Why?”', async () => {
    const { desk, see } = await signedIn();
    await see('STATE_PAUSE', { pauseId: '99', pauseList: [['99', 'Force Pause']] });
    const notice = await desk.notice();
    expect(await notice?.words()).toBe('A call was not answered here, so Mediatel paused you');
    expect([await notice?.action(), await notice?.detail()]).toEqual(['Why?', null]);
    await notice?.press();
    expect(await desk.notice()).toBeNull();
    await desk.leavePage();
    expect(await (await desk.notice())?.words()).toBe('A call could not be answered here');
  });

  it('keeps a call’s chosen codes over a reload', async () => {
    const first = await signedIn();
    await first.see('STATE_CALL_ACTIVE');
    TestBed.inject(OperatorInput).setNote('Pays on Friday');
    TestBed.resetTestingModule();
    const second = await signedIn();
    await second.see('STATE_CLERICAL');
    expect(TestBed.inject(OperatorInput).call().note).toBe('Pays on Friday');
  });

  it('keeps the calls of the day with their codes, over a reload too', async () => {
    const { store, see } = await signedIn();
    await see('STATE_CALL_ACTIVE');
    await see('STATE_CLERICAL');
    TestBed.inject(OperatorInput).setCodes(['4']);
    store.dispatch(CommandActions.saveCallCodes({ callTraceID: '1185574264', codeIds: ['4'] }));
    await see('STATE_IDLE');
    const expected = [
      expect.objectContaining({ callTraceID: '1185574264', number: '0661234501', codes: ['10. Promise to pay'] }),
    ];
    expect(TestBed.inject(KeptOwnCalls).calls()).toEqual(expected);
    TestBed.resetTestingModule();
    await signedIn();
    expect(TestBed.inject(KeptOwnCalls).calls()).toEqual(expected);
  });

  it('offers to copy codes and note when time ran out before they were saved', async () => {
    const { desk, see } = await signedIn({ clericalSeconds: 30 });
    await see('STATE_CALL_ACTIVE');
    await see('STATE_CLERICAL', { time: 1_000_000 });
    TestBed.inject(OperatorInput).setCodes(['4']);
    TestBed.inject(OperatorInput).setNote('pays on Friday');
    await see('STATE_IDLE', { time: 1_030_000 });
    const notice = await desk.notice();
    expect(await notice?.words()).toBe('Time ran out. Mediatel may not have saved the result.');
    expect(await notice?.action()).toBe('Copy');
    const written: string[] = [];
    const clipboard = { writeText: (text: string) => (written.push(text), Promise.resolve()) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await notice?.press();
    expect(written).toEqual(['1185574264 10. Promise to pay · pays on Friday']);
  });

  it('says that copying was refused, and shows the text to copy by hand', async () => {
    const { desk, see } = await signedIn({ clericalSeconds: 30 });
    await see('STATE_CLERICAL', { time: 1_000_000 });
    TestBed.inject(OperatorInput).setCodes(['4']);
    await see('STATE_IDLE', { time: 1_030_000 });
    const refuse = { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { value: refuse, configurable: true });
    await (await desk.notice())?.press();
    const notice = await desk.notice();
    expect(await notice?.words()).toContain('The browser did not allow copying');
    expect(await notice?.detail()).toBe('1185574264 10. Promise to pay');
    await notice?.press();
    expect(await desk.notice()).toBeNull();
  });

  it('keeps no customer’s number after the sign-out', async () => {
    const { store, fixture, see } = await signedIn();
    await see('STATE_CALL_ACTIVE');
    await see('STATE_CLERICAL');
    await see('STATE_IDLE');
    expect(localStorage.getItem('mediatel.own-calls')).toContain('0661234501');
    const left = store.session.signOut();
    store.snapshot('STATE_LOGOUT');
    await expect(left).resolves.toBeNull();
    await fixture.whenStable();
    expect(localStorage.getItem('mediatel.own-calls')).toBeNull();
    expect(TestBed.inject(KeptOwnCalls).calls()).toEqual([]);
  });
});
