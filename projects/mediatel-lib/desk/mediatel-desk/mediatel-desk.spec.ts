import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { type MediatelConfig, LeaderTab } from 'mediatel-lib/ports';
import { OperatorInput } from '../state/operator-input';
import { DeskUnderTest } from './mediatel-desk.fixture';
import { RecentNumbers } from '../state/recent-numbers';
import { SharedTick } from '../state/shared-tick';
import { preloadEffects } from 'mediatel-lib/store';
import { SignInFormHarness } from 'mediatel-lib/testing';

let desk: DeskUnderTest;

async function signedIn(
  config: Partial<MediatelConfig> = {},
  inputs: Readonly<Record<string, unknown>> = {},
): Promise<DeskUnderTest> {
  desk = new DeskUnderTest(config, inputs);
  await desk.store.signIn();
  await desk.settled();
  desk.store.connection.takeSent();
  return desk;
}

beforeEach(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
afterEach(() => {
  jest.restoreAllMocks();
  desk.element.remove();
});

beforeAll(preloadEffects);

describe('MediatelDesk', () => {
  it('takes an operator through a call by keyboard only', async () => {
    await signedIn();
    expect(await desk.word()).toBe('Available');

    await desk.type('0661234501');
    await desk.key('Enter');
    expect(desk.store.connection.sent).toEqual([
      { type: 'makeCall', phoneNumber: '0661234501', queueName: 'DM_Banks_ManualCalls' },
    ]);

    await desk.snapshot('STATE_MAKECALL_REQUEST', { ani: '0661234501' });
    expect(await desk.word()).toBe('Dialling');
    expect(await (await (await desk.harness()).primary()).label()).toBe('Cancel');
    desk.store.softphone.invite();
    await desk.snapshot('STATE_CALL_DELIVERED');
    expect(TestBed.inject(OperatorInput).number()).toBe('');
    expect(TestBed.inject(RecentNumbers).numbers()).toEqual(['0661234501']);
    await desk.snapshot('STATE_CALL_ACTIVE');
    expect(await desk.word()).toBe('In a call');
    expect(desk.element.textContent).toContain('DM_MFO_1');
    await desk.press('Hang up');
    expect(desk.store.connection.sent.at(-1)).toEqual({ type: 'closeCall' });

    await desk.snapshot('STATE_CLERICAL');
    desk.store.softphone.end();
    await desk.settled();
    expect(await desk.word()).toBe('After call');
    expect(await (await desk.codes())?.names()).toEqual(['10. Promise to pay', '50. No answer']);
    const list = desk.element.querySelector('[role=listbox]')!;
    expect(document.activeElement).toBe(list);
    await desk.key('2', list);
    await desk.key('Enter', list);
    expect(desk.store.connection.sent.at(-1)).toEqual({ type: 'resolutionSet', id: 13 });

    await desk.snapshot('STATE_IDLE');
    expect(await desk.word()).toBe('Available');
    expect(await desk.codes()).toBeNull();
  });

  it('does not call and hang up on a double click', async () => {
    await signedIn();
    await desk.type('103');
    const primary = await (await desk.harness()).primary();
    await primary.press();
    await desk.snapshot('STATE_MAKECALL_REQUEST');
    await primary.press();
    expect(desk.store.connection.takeSent()).toEqual(['makeCall']);
  });

  it('says why no call can be made', async () => {
    await signedIn();
    const button = desk.element.querySelector('mediatel-primary-action button')!;
    const reason = (): string =>
      document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
    expect(reason()).toBe('Enter a number first');
    await desk.type('103');
    expect(reason()).toBe('');
    desk.store.softphone.report({
      type: 'registrationChanged',
      registration: { status: 'rejected', sipStatus: 403, detail: 'Forbidden' },
    });
    await desk.settled();
    expect(reason()).toBe('The phone is not registered');
    expect(await desk.word()).toBe('Not ready');
    expect(await desk.notice()).toBe('The phone server refused your account');
  });

  it('distinguishes a phone server that refuses the sign-in from one that is unreachable', async () => {
    await signedIn();
    const waiting = { status: 'waiting', retryAt: 40_000, detail: 'not authorised' } as const;
    desk.store.softphone.report({ type: 'registrationChanged', registration: { ...waiting, unauthorised: true } });
    await desk.settled();
    expect(await desk.notice()).toBe('Mediatel does not know you: sign in again');
    desk.store.softphone.report({ type: 'registrationChanged', registration: waiting });
    await desk.settled();
    expect(await desk.notice()).toContain('The phone is not registered');
  });

  it('says that the phone could not be loaded, not that a server refused the account', async () => {
    await signedIn();
    const rejected = { status: 'rejected', sipStatus: 0, detail: 'Failed to fetch' } as const;
    desk.store.softphone.report({ type: 'registrationChanged', registration: { ...rejected, loaded: false } });
    await desk.settled();
    expect(await desk.notice()).toBe('The phone could not be loaded');
    desk.store.softphone.report({ type: 'registrationChanged', registration: { ...rejected, detail: 'Invalid URI' } });
    await desk.settled();
    expect(await desk.notice()).toBe('The phone server refused your account');
  });

  it('takes a pause from the list and ends it', async () => {
    await signedIn();
    await (await (await desk.harness()).pauseMenu())?.choosePause('Meeting');
    expect(desk.store.connection.sent).toEqual([{ type: 'pause', id: '4' }]);
    await desk.snapshot('STATE_PAUSE');
    expect(await desk.word()).toBe('Pause · Meeting');
    desk.store.connection.takeSent();
    await desk.press('End the pause');
    expect(desk.store.connection.takeSent()).toEqual(['pause']);
  });

  it('counts the after-call work down by the server’s clock', async () => {
    await signedIn({ clericalSeconds: 30 });
    await desk.snapshot('STATE_CALL_ACTIVE');
    await desk.snapshot('STATE_CLERICAL', { time: 1_005_000, serverTime: 1_014_000 });
    TestBed.inject(SharedTick).beat();
    await desk.settled();
    expect(await desk.timer()).toBe('00:21 left');
    desk.store.clock.advance(21_000);
    TestBed.inject(SharedTick).beat();
    await desk.settled();
    expect(await desk.timer()).toBe('00:00 left');
    desk.store.clock.advance(4000);
    TestBed.inject(SharedTick).beat();
    await desk.settled();
    expect(await desk.timer()).toBe('00:04 over');
  });

  it('ends the after-call step when the server leaves clerical, and delivers the note once', async () => {
    await signedIn();
    await desk.snapshot('STATE_CALL_ACTIVE');
    await desk.snapshot('STATE_CLERICAL');
    TestBed.inject(OperatorInput).setNote('  call back  ');
    await desk.settled();
    expect(desk.notes).toEqual([]);
    await desk.snapshot('STATE_IDLE');
    await desk.snapshot('STATE_PAUSE');
    expect(await desk.codes()).toBeNull();
    expect(desk.notes).toEqual([
      { callTraceID: '1185574264', number: '0661234501', callCustomerID: '39553609', text: 'call back' },
    ]);
  });

  it('has the note written where its key or its button says, so that no letter of it mutes', async () => {
    await signedIn();
    await desk.snapshot('STATE_CALL_ACTIVE');
    const field = (): HTMLTextAreaElement | null => desk.element.querySelector('mediatel-call-panel textarea');
    const button = desk.element.querySelector<HTMLElement>('button.note')!;
    TestBed.inject(OperatorInput).setNote('pays ');
    desk.element.focus();
    // It is open from the beginning.
    expect(field()).not.toBeNull();
    const key = new KeyboardEvent('keydown', { key: 'n', code: 'KeyN', bubbles: true, cancelable: true });
    desk.element.dispatchEvent(key);
    await desk.settled();
    expect(key.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(field());
    expect(field()?.selectionStart).toBe('pays '.length);

    button.focus();
    button.click();
    await desk.settled();
    expect(field()).toBeNull();
    expect(document.activeElement).toBe(button);
    button.click();
    await desk.settled();
    expect(document.activeElement).toBe(field());
  });

  it('leaves the note to the leading tab', async () => {
    await signedIn();
    jest.spyOn(TestBed.inject(LeaderTab), 'isLeader').mockReturnValue(false);
    await desk.snapshot('STATE_CALL_ACTIVE');
    TestBed.inject(OperatorInput).setNote('call back');
    await desk.snapshot('STATE_CLERICAL');
    await desk.snapshot('STATE_IDLE');
    expect(desk.notes).toEqual([]);
  });

  it('claims that somebody is heard only in a conversation: not while it rings, not on hold', async () => {
    await signedIn();
    const { softphone } = desk.store;
    const proofs = async () => Promise.all((await (await desk.harness()).heardMeters()).map((meter) => meter.proof()));
    await desk.snapshot('STATE_CALL_DELIVERED');
    softphone.invite('a');
    softphone.execute({ type: 'answer', callId: 'a' });
    const heard = { audibility: 'heard', reason: null } as const;
    softphone.prove({ outgoing: heard, incoming: heard, received: true });
    await desk.settled();
    expect(await proofs()).toEqual([null, null]);
    await desk.snapshot('STATE_CALL_ACTIVE');
    expect(await proofs()).toEqual(['heard', 'heard']);
    await desk.snapshot('STATE_HOLD');
    expect(await proofs()).toEqual([null, null]);
    await desk.snapshot('STATE_CALL_ACTIVE');
    expect(await proofs()).toEqual(['heard', 'heard']);
  });

  it.each([0, 300, 499, 500, 700, 999])(
    'warns of a call’s end by the second its timer shows, begun %d ms into one',
    async (ms) => {
      await signedIn();
      await desk.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '30', time: 1_000_000 - 10_000 - ms });
      const [minutes = '', seconds = ''] = (await desk.timer()).split(' / ')[0]?.split(':') ?? [];
      const left = Number(/\d+/.exec(await desk.notice())?.[0]);
      expect(Number(minutes) * 60 + Number(seconds) + left).toBe(30);
    },
  );

  it('keeps a number that could not be dialled, so that it can be corrected', async () => {
    await signedIn();
    await desk.type('066123');
    await desk.press('Call');
    await desk.snapshot('STATE_MAKECALL_REQUEST');
    await desk.snapshot('STATE_MAKECALL_FAILED', { callErrorID: '-1001', callErrorText: 'Wrong number' });
    await desk.snapshot('STATE_IDLE', { callErrorID: '-1001', callErrorText: 'Wrong number' });
    expect(TestBed.inject(OperatorInput).number()).toBe('066123');
    expect(await desk.notice()).toBe('The call failed: Wrong number');
  });

  it('keeps the typed number through every state', async () => {
    await signedIn();
    await desk.type('0507654321');
    await desk.snapshot('STATE_CALL_ACTIVE');
    await desk.snapshot('STATE_CLERICAL');
    await desk.snapshot('STATE_IDLE');
    const dialer = await (await desk.harness()).dialer();
    expect((await dialer?.number())?.replace(/\s/g, '')).toBe('0507654321');
  });

  it('lets the operator answer an unannounced call', async () => {
    await signedIn();
    desk.store.softphone.invite('call-9', '0441112233');
    await desk.settled();
    expect(await desk.word()).toBe('Incoming call');
    expect(desk.element.querySelector('mediatel-call-panel')?.textContent).toContain('Cancel');
    await desk.press('Answer');
    expect(desk.store.softphone.answered).toEqual(['call-9']);
  });

  it('mutes and sends tones', async () => {
    await signedIn();
    desk.store.softphone.invite();
    desk.store.softphone.execute({ type: 'answer', callId: 'call-1' });
    await desk.snapshot('STATE_CALL_ACTIVE');
    await (await (await desk.harness()).callControls())?.press('mute');
    expect(desk.element.textContent).toContain('Nobody hears you');
    await desk.type('5#');
    expect(desk.store.softphone.executedOf('sendDigits').map(({ digits }) => digits)).toEqual(['5', '#']);
  });

  it('distinguishes a lost connection from a lost call', async () => {
    await signedIn();
    desk.store.connection.disconnect({ status: 'unreachable', retryAt: 3000, detail: 'transport close' });
    await desk.settled();
    expect(await desk.word()).toBe('No connection');
    expect(await desk.notice()).toBe('No connection to Mediatel, trying again in 3 s');
    await desk.act();
    expect(desk.store.connection.retries).toBe(1);
  });

  it('says that the browser blocks the local network, for Mediatel and the phone server', async () => {
    await signedIn();
    const blocked = { retryAt: 3000, detail: 'websocket error', blocked: true } as const;
    const registration = { status: 'waiting', ...blocked } as const;
    desk.store.softphone.report({ type: 'registrationChanged', registration });
    await desk.settled();
    const words = 'The browser does not let this page reach the local network: allow it in the site’s settings';
    expect(await desk.notice()).toBe(`${words}, trying again in 3 s`);
    desk.store.softphone.report({
      type: 'registrationChanged',
      registration: { status: 'registered', otherContacts: 0 },
    });
    desk.store.connection.disconnect({ status: 'unreachable', ...blocked });
    await desk.settled();
    expect(await desk.notice()).toBe(`${words}, trying again in 3 s`);
  });

  it('says that the farm has no agent, and plays blocked sound by a click', async () => {
    await signedIn();
    desk.store.connection.receiveMessage({ type: 'agentUnavailable' });
    await desk.settled();
    expect(await desk.notice()).toBe('No agent is available in Mediatel: tell your supervisor');
    desk.store.softphone.report({ type: 'playbackChanged', playback: { status: 'blocked' } });
    await desk.settled();
    await desk.act();
    expect(desk.store.softphone.executedOf('unlockPlayback')).toHaveLength(1);
  });

  it('does not show a failure from before the page was loaded', async () => {
    await signedIn();
    await desk.snapshot('STATE_IDLE', { callErrorID: '-224', callErrorText: 'Customer is busy' });
    expect(await desk.notice()).toBe('');
  });

  it('dismisses a past problem for good', async () => {
    await signedIn();
    const failed = { callErrorID: '-7', callErrorText: 'Barred number' };
    await desk.snapshot('STATE_MAKECALL_REQUEST');
    await desk.snapshot('STATE_PAUSE', failed);
    expect(await desk.notice()).toBe('The call failed: Barred number');
    await desk.act();
    await desk.snapshot('STATE_IDLE', failed);
    expect(await desk.notice()).toBe('');
  });

  it('signs in by its own form and gives the password only to the host', async () => {
    const asked: unknown[] = [];
    desk = new DeskUnderTest(
      { account: (credentials) => (asked.push(credentials), Promise.reject(new Error('closed'))) },
      { signInForm: true },
    );
    const loader = TestbedHarnessEnvironment.loader(desk.fixture);
    const form = await loader.getHarness(SignInFormHarness);
    await form.signIn('agent1', 'training');
    expect(asked).toEqual([{ login: 'agent1', password: 'training' }]);
    expect(await form.error()).toBe('Your accounts could not be loaded');
    expect(JSON.stringify(desk.store.actions)).not.toContain('training');
  });
});
