import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { jest } from '@jest/globals';
import { MediatelRecordings } from 'mediatel-lib/rest';
import { MEDIATEL_CALL_NOTES, MissedCallActions, SupervisorNotes, preloadEffects } from 'mediatel-lib/store';
import {
  MediatelCallControlsHarness,
  MediatelCallPanelHarness,
  CallsPageHarness,
  MediatelChoiceListHarness,
  MediatelClericalFormHarness,
  ContactHistoryHarness,
  DeskMenuHarness,
  DeviceSelectHarness,
  MediatelDialerHarness,
  MediatelLevelMeterHarness,
  MediatelDeskHarness,
  MediatelDialHarness,
  MissedPageHarness,
  MediatelPauseMenuHarness,
  MediatelPrimaryActionHarness,
  MediatelQualityBadgeHarness,
  ReadinessPageHarness,
  MediatelRecordingPlayerHarness,
  ShortcutsPageHarness,
  SignInFormHarness,
  StoreHarness,
  SupervisorNotesHarness,
} from 'mediatel-lib/testing';
import { MediatelIntl, MediatelRecordingPlayer } from 'mediatel-lib/ui';
import { MediatelCallPanel } from '../call-panel/call-panel';
import { CallsPage } from '../pages/calls/calls-page';
import { ContactHistory } from '../call-panel/contact-history';
import { DeskMenu } from '../menu/desk-menu';
import { DeskPages } from '../state/desk-pages';
import { Floating } from '../menu/floating';
import { MediatelDesk } from './mediatel-desk';
import { MediatelDial } from '../dial/mediatel-dial';
import { MissedPage } from '../pages/missed/missed-page';
import { KeptOwnCalls } from '../pages/calls/kept-own-calls';
import { deskPageProviders } from '../pages/page-loaders';
import { MediatelQualityBadge } from '../call-panel/quality-badge';
import { ReadinessPage } from '../pages/readiness/readiness-page';
import { ShortcutsPage } from '../pages/shortcuts/shortcuts-page';
import { SignInForm } from '../sign-in/sign-in-form';
import { SupervisorNotesList } from '../supervisor-notes/supervisor-notes-list';

@Component({
  imports: [MediatelDial],
  template: `
    <span [mediatelDial]="'0661234501'">Olena K.</span>
    <button type="button" mediatelDial="">Nobody</button>
  `,
})
class Customers {}

function storeHarness(): StoreHarness {
  return new StoreHarness({}, [
    { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    { provide: MEDIATEL_CALL_NOTES, useValue: () => undefined },
    provideHttpClient(),
    provideHttpClientTesting(),
    deskPageProviders,
    Floating,
  ]);
}

async function render<T>(part: Type<T>, inputs: Readonly<Record<string, unknown>> = {}) {
  await TestBed.inject(MediatelIntl).loadViews();
  const fixture = TestBed.createComponent(part);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, loader: TestbedHarnessEnvironment.loader(fixture) };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
beforeAll(preloadEffects);

describe('the harnesses of the desk’s parts', () => {
  it('sign in, and read why a sign-in failed', async () => {
    const { fixture } = await render(SignInForm, { error: 'Wrong login or password' });
    const form = await TestbedHarnessEnvironment.harnessForFixture(fixture, SignInFormHarness);
    const given: unknown[] = [];
    fixture.componentInstance.signIn.subscribe((credentials) => given.push(credentials));
    expect(await form.error()).toBe('Wrong login or password');
    await form.signIn('agent1', '');
    expect(await form.error()).toBe('Enter your login and password');
    await form.signIn('agent1', 'training');
    expect(given).toEqual([{ login: 'agent1', password: 'training' }]);
    fixture.componentRef.setInput('pending', true);
    expect(await form.isPending()).toBe(true);
  });

  it('read earlier contacts, whatever their columns', async () => {
    const rows = [
      { date: '2021-03-20', result: '50. No answer' },
      { date: '2021-03-11', RESERVED_7: '0' },
    ];
    const { fixture } = await render(ContactHistory, { rows });
    const history = await TestbedHarnessEnvironment.harnessForFixture(fixture, ContactHistoryHarness);
    // Columns that Mediatel reserves say nothing to anybody.
    expect(await history.columns()).toEqual(['date', 'result']);
    expect(await history.rows()).toEqual([
      ['2021-03-20', '50. No answer'],
      ['2021-03-11', ''],
    ]);
    fixture.componentRef.setInput('rows', []);
    expect(await history.rows()).toEqual([]);
  });

  it('play a recording, and read why it can’t be played', async () => {
    storeHarness();
    const { fixture } = await render(MediatelRecordingPlayer, {
      source: TestBed.inject(MediatelRecordings),
      callTraceID: '7',
      who: 'Olena K.',
    });
    const player = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelRecordingPlayerHarness);
    const address = '/records/mediatel-record?calltraceID=7';
    const answer = async (status: number) => {
      await player.play();
      TestBed.inject(HttpTestingController).expectOne(address).flush(new Blob(), { status, statusText: 'told' });
      await fixture.whenStable();
    };
    expect(await player.downloadUrl()).toBe(`${address}&download=1`);
    for (const [status, words] of [
      [404, 'The recording is not there yet. Try again in a minute.'],
      [403, 'You may not hear this recording.'],
      [0, 'The recordings can’t be reached. Try again.'],
      [502, 'The recording can’t be played.'],
    ] as const) {
      await answer(status);
      expect([await player.source(), await player.failure()]).toEqual([null, words]);
    }
    await answer(206);
    expect([await player.source(), await player.failure()]).toEqual([address, '']);
  });

  it('save a recording, and read why it can’t be saved', async () => {
    storeHarness();
    const saved: string[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.getAttribute('href') ?? '');
    });
    const { fixture } = await render(MediatelRecordingPlayer, {
      source: TestBed.inject(MediatelRecordings),
      callTraceID: '7',
      who: 'Olena K.',
    });
    const player = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelRecordingPlayerHarness);
    const address = '/records/mediatel-record?calltraceID=7';
    const answer = async (status: number) => {
      const isFollowed = fixture.nativeElement
        .querySelector('a')
        .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      expect(isFollowed).toBe(false);
      TestBed.inject(HttpTestingController).expectOne(address).flush(new Blob(), { status, statusText: 'told' });
      await fixture.whenStable();
    };
    await answer(403);
    expect([saved, await player.failure()]).toEqual([[], 'You may not hear this recording.']);
    await answer(206);
    expect([saved, await player.failure()]).toEqual([[`${address}&download=1`], '']);
    click.mockRestore();
  });

  it('read how the line sounds', async () => {
    const quality = { mos: 3.3, roundTrip: 42, jitter: 3, lossShare: 0.012, rating: 'fair' };
    const { fixture } = await render(MediatelQualityBadge, { quality });
    const badge = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelQualityBadgeHarness);
    expect([await badge.words(), await badge.bars()]).toEqual(['line fair', 2]);
    expect(await badge.figures()).toBe('MOS 3.3 · delay 42 ms · jitter 3 ms · lost 1.2 %');
    fixture.componentRef.setInput('quality', null);
    expect([await badge.words(), await badge.bars(), await badge.figures()]).toEqual(['', 0, '']);
  });

  it('dial by a click, and read why dialling is disabled', async () => {
    const store = storeHarness();
    await store.signIn();
    store.connection.takeSent();
    const { loader } = await render(Customers);
    const nobody = await loader.getHarness(MediatelDialHarness.with({ text: 'Nobody' }));
    expect([await nobody.isDisabled(), await nobody.description()]).toEqual([true, 'Enter a number first']);
    const olena = await loader.getHarness(MediatelDialHarness.with({ text: /^Olena/ }));
    expect(await olena.isDisabled()).toBe(false);
    await olena.pressEnter();
    expect(store.connection.sent).toMatchObject([{ type: 'makeCall', phoneNumber: '0661234501' }]);
    store.snapshot('STATE_PAUSE');
    expect([await olena.isDisabled(), await olena.description()]).toEqual([true, 'Only while available']);
  });

  it('operate the present call', async () => {
    const store = storeHarness();
    await store.signIn('STATE_CALL_DELIVERED');
    store.softphone.invite('a');
    store.softphone.execute({ type: 'answer', callId: 'a' });
    store.snapshot('STATE_CALL_ACTIVE', { callHistory: [{ date: '2021-03-20' }] });
    const { fixture } = await render(MediatelCallPanel);
    const panel = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelCallPanelHarness);
    expect((await (await panel.callCard()).number())?.replace(/\D/g, '')).toBe('0661234501');
    expect(await panel.heardMeters()).toHaveLength(2);
    await panel.setNote('Pays on Friday');
    expect(await panel.note()).toBe('Pays on Friday');
    await panel.toggleHistory();
    expect(await (await panel.history())?.columns()).toEqual(['date']);
    await panel.toggleHistory();
    expect(await panel.history()).toBeNull();
    await (await panel.callControls()).press('keys');
    await (await panel.keypad())?.press('4#');
    expect(store.softphone.executedOf('sendDigits').map(({ digits }) => digits)).toEqual(['4', '#']);
    expect(await panel.silence()).toBe('');
    store.snapshot('STATE_HOLD');
    expect(await panel.silence()).toContain('Nobody hears you');
  });

  it('choose from the menu, whose items are created when it opens', async () => {
    const store = storeHarness();
    await store.signIn();
    const created = jest.spyOn(document, 'createElement');
    const { fixture } = await render(DeskMenu);
    expect(created.mock.calls.filter(([tag]) => tag === 'button')).toHaveLength(1);
    created.mockRestore();
    const menu = await TestbedHarnessEnvironment.harnessForFixture(fixture, DeskMenuHarness);
    expect(await menu.entries()).toEqual(expect.arrayContaining(['My calls today', 'Language', 'Log out']));
    await menu.choose('My calls today');
    expect(TestBed.inject(DeskPages).open()).toBe('calls');
    await menu.choose('Language', 'Українська');
    await fixture.whenStable();
    expect(await menu.entries()).toContain('Мова');
  });

  it('read and dismiss supervisors’ requests', async () => {
    storeHarness();
    const notes = TestBed.inject(SupervisorNotes);
    notes.addNote({ id: '1', from: 'chief', request: { kind: 'message', text: 'Well done' }, outcome: null });
    const { fixture } = await render(SupervisorNotesList);
    const list = await TestbedHarnessEnvironment.harnessForFixture(fixture, SupervisorNotesHarness);
    expect(await list.notes()).toEqual([expect.stringMatching(/chief.*Well done/s)]);
    await list.dismiss(0);
    expect(await list.notes()).toEqual([]);
  });

  it('read the cards of missed calls, and dismiss them', async () => {
    const store = storeHarness();
    const card = { queueName: null, callTraceID: null, forcePause: false, missedAt: 0 };
    for (const [id, number] of [
      [1, '0661234501'],
      [2, null],
    ] as const) {
      store.dispatch(MissedCallActions.callMissed({ missed: { ...card, id, number, reason: { kind: 'busy' } } }));
    }
    const { fixture } = await render(MissedPage);
    const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, MissedPageHarness);
    expect(await page.callers()).toHaveLength(2);
    expect(await page.card(0)).toContain('in another call');
    await page.dismiss(0);
    expect(await page.callers()).toHaveLength(1);
    await page.dismiss(0);
    expect(await page.callers()).toEqual([]);
  });

  it('read the calls of the day', async () => {
    const store = storeHarness();
    TestBed.inject(KeptOwnCalls);
    await store.signIn();
    for (const state of ['STATE_CALL_ACTIVE', 'STATE_CLERICAL', 'STATE_IDLE']) {
      store.snapshot(state);
      TestBed.tick();
    }
    const { fixture } = await render(CallsPage);
    const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, CallsPageHarness);
    expect((await page.customers()).map((who) => who.replace(/\D/g, ''))).toEqual(['0661234501']);
    expect(await page.codes()).toEqual(['no call code']);
    const [recording] = await page.recordings();
    expect(await recording?.downloadUrl()).toContain('calltraceID=1185574264');
  });

  it('read the check before the shift, and choose devices', async () => {
    const store = storeHarness();
    await store.signIn();
    const { softphone } = store;
    const headset = { deviceId: 'h', label: 'Headset' };
    softphone.devices.update((known) => ({ ...known, microphones: [headset] }));
    softphone.audioFacts.update((facts) => ({ ...facts, permission: 'denied' }));
    const { fixture, loader } = await render(ReadinessPage);
    const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, ReadinessPageHarness);
    const checks = new Map(await page.checks());
    expect(checks.size).toBe(6);
    expect([...checks.values()]).toContain('failed');
    expect(await page.summary()).not.toBe('');
    expect(await page.check([...checks.keys()][0] ?? '')).toContain('The browser does not allow it');
    const microphone = await loader.getHarness(DeviceSelectHarness.with({ label: 'Microphone' }));
    expect(await microphone.devices()).toEqual([expect.any(String), 'Headset']);
    await microphone.choose('Headset');
    expect(softphone.devices().microphone.chosen).toEqual(headset);
    softphone.devices.update((known) => ({
      ...known,
      microphones: [],
      microphone: { chosen: headset, active: null, missing: true },
    }));
    expect([await microphone.chosen(), await microphone.missing()]).toEqual([
      'Headset',
      expect.stringContaining('Headset'),
    ]);
    const desk = { deviceId: 'd', label: 'Desk microphone' };
    softphone.devices.update((known) => ({
      ...known,
      microphones: [headset, desk],
      microphone: { chosen: headset, active: desk, missing: false, refused: true },
    }));
    expect(await microphone.missing()).toBe('Headset can’t be opened: Desk microphone is in use');
  });

  it('show shortcuts and change them', async () => {
    storeHarness();
    const { fixture } = await render(ShortcutsPage);
    const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, ShortcutsPageHarness);
    const [first = '', second = ''] = await page.names();
    const before = await page.keys(first);
    await page.change(first, 'y');
    expect(await page.keys(first)).toBe('Y');
    await page.change(second, 'y');
    expect(await page.conflict()).not.toBe('');
    await page.reset();
    expect(await page.keys(first)).toBe(before);
  });
});

describe('the harness of the desk', () => {
  it('takes an operator through a call and a pause', async () => {
    const store = storeHarness();
    // The primary action ignores presses for 500 ms after its meaning changed.
    const press = async (primary: MediatelPrimaryActionHarness): Promise<void> => {
      await primary.label();
      store.clock.advance(500);
      await primary.press();
    };
    const { fixture, loader } = await render(MediatelDesk, { layout: 'open' });
    const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
    await store.signIn();
    expect(await desk.state()).toBe('Available');
    // No meter moves while the operator waits.
    expect(await loader.getAllHarnesses(MediatelLevelMeterHarness)).toEqual([]);

    await (await loader.getHarness(MediatelPauseMenuHarness)).choosePause('Meeting');
    store.snapshot('STATE_PAUSE');
    expect(await desk.state()).toBe('Pause · Meeting');
    const primary = await loader.getHarness(MediatelPrimaryActionHarness);
    expect(await primary.label()).toBe('End the pause');
    await press(primary);
    store.snapshot('STATE_IDLE');

    await (await loader.getHarness(MediatelDialerHarness)).setNumber('0661234501');
    await press(primary);
    store.snapshot('STATE_CALL_DELIVERED');
    store.softphone.invite('a');
    store.softphone.execute({ type: 'answer', callId: 'a' });
    store.snapshot('STATE_CALL_ACTIVE');
    store.softphone.levels.set({ microphone: 0.3, remote: 0 });
    expect(await (await loader.getHarness(MediatelLevelMeterHarness)).steps()).toBe(3);
    await (await loader.getHarness(MediatelCallControlsHarness)).press('mute');
    expect(await (await desk.callPanel())?.silence()).toBe('Nobody hears you');
    store.snapshot('STATE_CLERICAL');
    const form = await loader.getHarness(MediatelClericalFormHarness);
    await form.writeNote('Pays on Friday');
    expect(await form.note()).toBe('Pays on Friday');
    const codes = await loader.getHarness(MediatelChoiceListHarness);
    const [first = ''] = await codes.names();
    await codes.choose(first);
    expect(await codes.chosen()).toEqual([first]);
    await press(primary);
    expect(store.connection.takeSent()).toEqual(['pause', 'pause', 'makeCall', 'muteCall', 'resolutionSet']);
  });
});
