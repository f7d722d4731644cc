import { TestBed } from '@angular/core/testing';
import { Store, provideStore } from '@ngrx/store';
import type { MediatelConfig } from 'mediatel-lib/ports';
import {
  CommandActions,
  MEDIATEL_CALL_CONTACT_HANDLER,
  type CallContact,
  selectCommandContext,
  selectCommands,
  selectMissedCalls,
} from 'mediatel-lib/store';
import { FakeLeaderTab } from '../fakes/fake-leader-tab';
import { PhoneDriver } from './phone-driver';
import { provideMediatelTesting } from './provide-mediatel-testing';

function setUp(config: Partial<MediatelConfig> = {}) {
  const contacts: CallContact[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideMediatelTesting(config),
      { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: (contact: CallContact) => contacts.push(contact) },
    ],
  });
  return { phone: TestBed.inject(PhoneDriver), store: TestBed.inject(Store), contacts };
}

async function available(config: Partial<MediatelConfig> = {}) {
  const test = setUp(config);
  await test.phone.signIn();
  return test;
}

describe('PhoneDriver', () => {
  it('signs in: logged out, then logged in and available', async () => {
    const { phone } = await available();
    expect(phone.phase).toBe('available');
    expect(phone.connection.takeSent()).toEqual(['login']);
  });

  it('takes an incoming call from INVITE to the saved code', async () => {
    const { phone, contacts } = await available();
    phone.callComesIn({ number: '0501112233', queue: 'Sales', customerId: '7', callTraceID: '99' });
    expect(phone.call).toMatchObject({
      phase: 'delivered',
      direction: 'incoming',
      audio: 'answered',
      callTraceID: '99',
    });
    phone.talk();
    expect(phone.call).toMatchObject({ phase: 'talking', otherParty: '0501112233', queueName: 'Sales' });
    phone.hangUp();
    expect([phone.phase, phone.call?.audio]).toEqual(['clerical', undefined]);
    phone.saveCode('10. Promise to pay', 'Pays on Friday');
    expect(phone.phase).toBe('available');
    expect(contacts).toEqual([
      {
        callTraceID: '99',
        number: '0501112233',
        queueName: 'Sales',
        callCustomerID: '7',
        codes: [{ id: '4', name: '10. Promise to pay', actionFlag: '0' }],
        codesAre: 'saved',
        note: 'Pays on Friday',
        report: expect.objectContaining({ endedBy: 'operator', holds: { count: 0, seconds: 0 } }),
      },
    ]);
    expect(phone.connection.takeSent()).toEqual(['login', 'closeCall', 'resolutionSet']);
  });

  it('takes an outgoing call: dialing, delivered, talking', async () => {
    const { phone } = await available();
    phone.callGoesOut({ number: '0501112233', queue: 'DM_Banks_ManualCalls' });
    expect(phone.call).toMatchObject({ phase: 'dialing', direction: 'outgoing', audio: 'answered', callTraceID: null });
    phone.customerRings();
    expect(phone.call).toMatchObject({ phase: 'delivered', callTraceID: '1185574264' });
    phone.talk();
    expect(phone.call).toMatchObject({ phase: 'talking', queueName: 'DM_Banks_ManualCalls' });
    phone.customerHangsUp();
    expect(phone.phase).toBe('clerical');
    phone.afterCallEnds();
    expect(phone.phase).toBe('available');
  });

  it('cancels a call whose customer does not ring yet', async () => {
    const { phone } = await available();
    phone.callGoesOut();
    phone.hangUp();
    expect([phone.phase, phone.call]).toEqual(['available', null]);
  });

  it.each([
    ['busy', 'clerical', '-224'],
    ['no-answer', 'clerical', '-225'],
    ['invalid-number', 'available', '-226'],
  ] as const)('lets a call fail: %s', async (why, phase, error) => {
    const { phone } = await available();
    phone.callGoesOut();
    phone.callFails(why);
    expect([phone.phase, phone.call]).toEqual([phase, null]);
    expect(phone.connection.takeSent()).toEqual(['login', 'makeCall']);
    expect(stateOf().agent.callErrorID).toBe(error);
  });

  it('holds, retrieves and mutes', async () => {
    const { phone } = await available();
    phone.callComesIn();
    phone.talk();
    phone.hold();
    expect(phone.call?.phase).toBe('held');
    phone.retrieve();
    expect(phone.call?.phase).toBe('talking');
    phone.mute();
    expect(phone.call?.mute).toBe('both');
    phone.mute(false);
    expect(phone.call?.mute).toBe('off');
  });

  it('takes a pause now, and one after the call', async () => {
    const { phone } = await available();
    phone.pause('Meeting');
    expect([phone.phase, stateOf().agent.pauseId]).toEqual(['paused', '4']);
    phone.endPause();
    expect(phone.phase).toBe('available');
    phone.callComesIn();
    phone.talk();
    phone.pause('Technical Break');
    phone.hangUp();
    phone.saveCode('4');
    expect([phone.phase, stateOf().agent.pauseId]).toEqual(['paused', '1']);
  });

  it('misses a call: a card, and Force Pause', async () => {
    const { phone, store } = await available();
    phone.callIsMissed({ number: '0501112233' });
    expect(store.selectSignal(selectMissedCalls)()).toMatchObject([
      { number: '0501112233', reason: { kind: 'never-rang' }, forcePause: true },
    ]);
    phone.endPause();
    expect(phone.phase).toBe('available');
  });

  it('rings until the operator answers, or the caller gives up', async () => {
    const { phone, store } = await available({ autoAnswer: 'never' });
    phone.callComesIn();
    expect(phone.call?.audio).toBe('ringing');
    expect(() => phone.talk()).toThrow('the phone has not answered');
    phone.answer();
    phone.talk();
    phone.hangUp();
    phone.afterCallEnds();
    phone.callComesIn({ number: '0501112233' });
    phone.customerHangsUp();
    phone.wait(2000);
    expect(store.selectSignal(selectMissedCalls)()).toMatchObject([
      { number: '0501112233', reason: { kind: 'caller-gave-up' } },
    ]);
  });

  it('loses the link in a call, and gets it back with the call', async () => {
    const { phone } = await available();
    phone.callComesIn();
    phone.talk();
    phone.loseLink();
    expect(() => phone.hold()).toThrow('hold was refused: not-connected');
    phone.linkReturns();
    phone.hold();
    expect(phone.call).toMatchObject({ phase: 'held', audio: 'answered' });
  });

  it('forbids a command, and allows it again', async () => {
    const { phone } = await available();
    phone.forbid('CMD_MAKECALL');
    expect(() => phone.callGoesOut()).toThrow('makeCall was refused: not-available');
    phone.allow('CMD_MAKECALL');
    phone.callGoesOut();
    expect(phone.phase).toBe('dialing');
  });

  it('leaves a request unanswered; the library’s timers go by the fake clock', async () => {
    const { phone, store } = await available({ commandTimeout: 3000 });
    const status = () => store.selectSignal(selectCommands)().statuses.pause.status;
    phone.ignoreRequests();
    phone.pause('4');
    expect(status()).toBe('pending');
    phone.wait(2499);
    expect(status()).toBe('pending');
    phone.wait(1);
    expect(status()).toBe('unanswered');
    phone.answerRequests();
    phone.pause('4');
    expect(phone.phase).toBe('paused');
  });

  it('answers what the host’s own code requests, a moment later', async () => {
    const { phone, store } = await available();
    store.dispatch(CommandActions.makeCall({ phoneNumber: '0501112233' }));
    expect([phone.phase, stateOf().commands.statuses.makeCall.status]).toEqual(['available', 'pending']);
    await Promise.resolve();
    expect([phone.phase, stateOf().commands.statuses.makeCall.status]).toEqual(['dialing', 'idle']);
  });

  it('says what is wrong with a step', async () => {
    const { phone } = await available();
    expect(() => phone.talk()).toThrow('there is no call: Mediatel is in STATE_IDLE');
    expect(() => phone.hangUp()).toThrow('hangUp was refused: no-call');
    expect(() => phone.afterCallEnds()).toThrow('there is no after-call work');
    expect(() => phone.pause('Lunch')).toThrow('no pause “Lunch”; Mediatel offers “Technical Break”, “Meeting”');
    expect(() => phone.saveCode('Paid')).toThrow('no call code “Paid”; the call has none');
    phone.callGoesOut();
    expect(() => phone.callComesIn()).toThrow('a call reaches only an available operator');
  });

  it('signs out, and not during a call', async () => {
    const { phone } = await available();
    phone.callComesIn();
    phone.talk();
    await expect(phone.signOut()).rejects.toThrow('the sign-out was refused: in-call');
    phone.hangUp();
    phone.saveCode('4');
    await phone.signOut();
    expect(phone.phase).toBe('loggedOut');
  });
});

describe('provideMediatelTesting', () => {
  it('starts each test with an empty storage', async () => {
    const first = await available();
    first.phone.callComesIn({ callTraceID: '1' });
    first.phone.talk();
    first.phone.hangUp();
    first.phone.ignoreRequests();
    first.phone.saveCode('4', 'of the first test');
    TestBed.resetTestingModule();
    const { phone, contacts } = await available();
    phone.callComesIn({ callTraceID: '1' });
    phone.talk();
    phone.hangUp();
    phone.saveCode('4');
    expect(contacts).toMatchObject([{ note: '' }]);
  });

  it('provides a tab that a test can make a follower', async () => {
    const { phone, store } = await available();
    const tab = TestBed.inject(FakeLeaderTab);
    tab.follow();
    store.dispatch(CommandActions.makeCall({ phoneNumber: '0501112233' }));
    expect(phone.connection.takeSent()).toEqual(['login']);
    expect(tab.commands).toMatchObject([{ command: { phoneNumber: '0501112233' } }]);
  });
});

const stateOf = () => TestBed.inject(Store).selectSignal(selectCommandContext)();
