import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { LeaderTab } from 'mediatel-lib/ports';
import { preloadEffects } from 'mediatel-lib/store';
import { FakeLeaderTab, OwnDayHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { OwnCalls } from '../pages/calls/own-calls';
import { DeskUnderTest } from './mediatel-desk.fixture';

let desk: DeskUnderTest;

async function signedIn(...given: ConstructorParameters<typeof DeskUnderTest>): Promise<void> {
  desk = new DeskUnderTest(...given);
  await desk.store.signIn();
  await desk.settled();
}

const find = (selector: string): HTMLElement | null => desk.element.querySelector<HTMLElement>(selector);
const read = (selector: string): string => find(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const isPulsing = (): boolean => desk.element.classList.contains('ringing');

beforeAll(preloadEffects);
beforeEach(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
afterEach(() => desk.element.remove());

describe('what the desk says', () => {
  it('of a state that it does not know: that it is unknown, and its name in the details', async () => {
    await signedIn();
    await desk.snapshot('STATE_TRANSFER_CONSULTATION', { status: 'transferring' });
    expect(await desk.word()).toBe('Unknown state');
    expect(await desk.notice()).toBe('Mediatel shows a state that this desk does not know');
    expect(desk.element.textContent).not.toContain('STATE_');
    const notice = await (await desk.harness()).notice();
    expect(await notice?.detail()).toBe('STATE_TRANSFER_CONSULTATION (transferring)');
  });

  it('of a call that comes and of one that the operator makes', async () => {
    await signedIn();
    await desk.snapshot('STATE_CALL_DELIVERED');
    expect([await desk.word(), isPulsing()]).toEqual(['Incoming call', true]);
    await desk.snapshot('STATE_IDLE');
    await desk.snapshot('STATE_MAKECALL_REQUEST', { ani: '0661234501' });
    await desk.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2' });
    expect([await desk.word(), isPulsing()]).toEqual(['Ringing', false]);
  });

  it('of a muted or held call: one line, whose room is always there', async () => {
    await signedIn();
    await desk.snapshot('STATE_CALL_ACTIVE');
    expect([find('.sound') === null, read('.sound')]).toEqual([false, '']);
    await desk.snapshot('STATE_HOLD');
    expect(read('.sound')).toContain('Nobody hears you');
  });

  it('of the last contact: two lines, which unfold the list in place', async () => {
    await signedIn();
    const callHistory = [{ MCC_STARTTIME: '2021-03-20 10:12:05', MCC_AGENT: 'agent1', MCC_RESULT: '50. No answer' }];
    await desk.snapshot('STATE_CALL_ACTIVE', { callHistory });
    expect([read('.history .result'), read('.history .rest')]).toEqual([
      'Mar 20, 2021, 10:12 · 50. No answer',
      'Earlier contacts (1) · agent1',
    ]);
    const panel = await (await desk.harness()).callPanel();
    await panel?.toggleHistory();
    expect(await (await panel?.history())?.columns()).toEqual(['When', 'Operator', 'Result']);
  });

  it('of the note: its name, also when it is written, in a field of three lines that grows', async () => {
    await signedIn();
    await desk.snapshot('STATE_CALL_ACTIVE');
    const panel = await (await desk.harness()).callPanel();
    const rows = (): string | null => find('textarea')?.getAttribute('rows') ?? null;
    expect([read('.note span'), rows()]).toEqual(['Note', '3']);
    await panel?.setNote('one\ntwo\nthree\nfour');
    await desk.settled();
    expect([read('.note span'), rows()]).toEqual(['Note', '4']);
  });

  it('of the day: nothing before the first call is over, then one line', async () => {
    const calls = signal<unknown[]>([]);
    await signedIn({}, {}, [{ provide: OwnCalls, useValue: { calls } }]);
    const day = async (): Promise<string> => {
      const harness = await TestbedHarnessEnvironment.loader(desk.fixture).getHarness(OwnDayHarness);
      return (await harness.words()).replaceAll('\u00a0', ' ');
    };
    expect(await day()).toBe('');
    calls.set([{ endedAt: 3_960_000, activeSince: 60_000, finishedAt: 3_998_000 }]);
    await desk.settled();
    expect(await day()).toBe('1 call · talked 1 hr 5 min · after call Ø 38 sec');
    await TestBed.inject(MediatelIntl).setLanguage('uk');
    await desk.settled();
    expect(await day()).toContain('дзвінків: 1');
  });

  it.each([
    ['can call', { status: 'registered', otherContacts: 0 }],
    ['sees what prevents calls', { status: 'rejected', sipStatus: 403, detail: 'Forbidden' }],
  ] as const)('of the day: only once the operator %s', async (_, registration) => {
    const calls = signal([{ endedAt: 3_960_000, activeSince: 60_000, finishedAt: 3_998_000 }]);
    desk = new DeskUnderTest({}, {}, [{ provide: OwnCalls, useValue: { calls } }]);
    const { softphone } = desk.store;
    jest.spyOn(softphone, 'start').mockImplementation(() => {
      softphone.report({ type: 'microphoneChanged', microphone: { status: 'ready', label: 'fake microphone' } });
      softphone.report({ type: 'registrationChanged', registration: { status: 'connecting' } });
    });
    await desk.store.signIn();
    await desk.settled();
    expect([read('mediatel-dialer') !== '', find('mediatel-own-day')]).toEqual([true, null]);
    softphone.report({ type: 'registrationChanged', registration });
    await desk.settled();
    expect(find('mediatel-own-day')).not.toBeNull();
  });

  it('on a page: no button that calls a number which nobody sees', async () => {
    await signedIn();
    await desk.type('102');
    expect(find('mediatel-primary-action')).not.toBeNull();
    desk.fixture.componentRef.setInput('page', 'shortcuts');
    await desk.settled();
    expect(find('mediatel-primary-action')).toBeNull();
    await desk.snapshot('STATE_PAUSE');
    expect(read('mediatel-primary-action .label')).toBe('End the pause');
    await desk.snapshot('STATE_IDLE');
    desk.fixture.componentRef.setInput('page', null);
    await desk.settled();
    expect(read('mediatel-primary-action .label')).toBe('Call');
  });

  it('in a tab that is not the phone: no green', async () => {
    const tab = new FakeLeaderTab();
    await signedIn({}, {}, [{ provide: LeaderTab, useValue: tab }]);
    expect(desk.element.classList.contains('elsewhere')).toBe(false);
    tab.follow();
    await desk.settled();
    expect(desk.element.classList.contains('elsewhere')).toBe(true);
  });
});
