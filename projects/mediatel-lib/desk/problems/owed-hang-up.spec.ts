import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { SoftphoneActions, CommandActions, preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { MediatelIntl, englishLabels } from 'mediatel-lib/ui';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

beforeAll(preloadEffects);
beforeEach(() => localStorage.clear());

const owed = 'You have hung up: the call ends when Mediatel is reached again';

/** A desk whose operator is signed in. Mediatel has not been reached yet. */
async function desk() {
  const store = new StoreHarness({}, [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }]);
  const fixture = TestBed.createComponent(MediatelDesk);
  const element = fixture.nativeElement as HTMLElement;
  await store.session.signIn();
  return {
    store,
    notice: async (): Promise<string> => {
      store.clock.advance(100);
      await fixture.whenStable();
      return element.querySelector('mediatel-notice p')?.textContent.trim() ?? '';
    },
    action: (): string => element.querySelector('mediatel-notice .action')?.textContent.trim() ?? '',
  };
}

/** The same in a call. */
async function inCall() {
  const made = await desk();
  made.store.connect();
  made.store.snapshot('STATE_CALL_DELIVERED');
  made.store.softphone.invite('a');
  made.store.snapshot('STATE_CALL_ACTIVE');
  made.store.clock.advance(1000);
  return made;
}

it('says that a hang-up waits for the link, before anything else, until Mediatel shows what became of it', async () => {
  const { store, notice, action } = await inCall();
  store.disconnect();
  expect(await notice()).not.toContain('hung up');
  store.dispatch(CommandActions.hangUp());
  expect(store.softphone.hungUp).toEqual(['a']);
  expect(await notice()).toBe(owed);
  expect(action()).toBe(englishLabels.action.tryNow);
  store.clock.advance(2000);
  store.dispatch(SoftphoneActions.graceEnded({ at: store.clock.monotonic() }));
  expect(await notice()).toBe(owed);
  store.connect();
  expect(await notice()).toBe(owed);
  store.snapshot('STATE_CALL_ACTIVE');
  expect(store.connection.takeSent()).toContain('closeCall');
  expect(await notice()).not.toContain('hung up');
});

it.each([
  ['uk', 'Ви завершили дзвінок: він закінчиться, щойно відновиться зв’язок із Mediatel'],
  ['ru', 'Вы завершили звонок: он закончится, как только восстановится связь с Mediatel'],
] as const)('says it in the operator’s language: %s', async (language, words) => {
  const { store, notice } = await inCall();
  await TestBed.inject(MediatelIntl).setLanguage(language);
  store.disconnect();
  store.dispatch(CommandActions.hangUp());
  expect(await notice()).toBe(words);
});

it('says it also on the next page, until the link is back', async () => {
  const { store } = await inCall();
  store.disconnect();
  store.dispatch(CommandActions.hangUp());
  TestBed.resetTestingModule();
  const next = await desk();
  expect(await next.notice()).toBe(owed);
  next.store.connect();
  next.store.snapshot('STATE_CALL_ACTIVE');
  expect(await next.notice()).not.toBe(owed);
  expect(next.store.connection.takeSent()).toContain('closeCall');
});

it.each([
  ['the customer ended the call', 'server'],
  ['the phone lost it', 'failure'],
] as const)('does not say so if %s', async (_, by) => {
  const { store, notice } = await inCall();
  store.disconnect();
  store.softphone.end(by);
  expect(await notice()).not.toContain('hung up');
});

it('does not say so of a call that came after the one that was hung up', async () => {
  const { store, notice } = await inCall();
  store.softphone.end('operator');
  store.snapshot('STATE_IDLE');
  store.clock.advance(1000);
  store.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2' });
  store.disconnect();
  expect(await notice()).not.toContain('hung up');
});

it('leaves the word to what ends the work here', async () => {
  const { store, notice } = await inCall();
  store.disconnect();
  store.dispatch(CommandActions.hangUp());
  store.connection.disconnect({ status: 'unauthorised' });
  TestBed.tick();
  expect(await notice()).toBe(englishLabels.problem.unauthorised);
});
