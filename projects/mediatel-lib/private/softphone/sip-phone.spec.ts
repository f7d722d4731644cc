import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import {
  accountPlace,
  keptCallLifetime,
  noAudioDevices,
  noAudioFacts,
  storedPlaces,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import { ownerOf } from './resume/call-keeper';
import { type CallRecord, versioned } from './resume/call-record';
import { OutgoingTrack } from './media/outgoing-track';
import { contactUri, provideFakeConnections, request, response } from './jssip/jssip-page.fixture';
import { instanceId } from './signalling/instance-id';
import type { PhoneShell } from './phone-shell';

const actual = await import('./jssip/jssip-inside');
/** Whether the part of JsSIP that resumes a call can be fetched. */
let isReachable = true;
jest.unstable_mockModule('./jssip/jssip-inside', () => ({
  ...actual,
  loadSessionClass: () => (isReachable ? actual.loadSessionClass() : Promise.reject(new Error('no network'))),
}));
const { SipPhone } = await import('./sip-phone');

const { key } = accountPlace(storedPlaces.sipCall, fakeAccount.sip);
const others = { ...fakeAccount.sip, login: '1002' };
const othersKey = accountPlace(storedPlaces.sipCall, others).key;

/** The browser's WebSocket. It opens when the test says so. */
class FakeWebSocket {
  static last: FakeWebSocket;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readyState = 0;
  readonly sent: string[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { readonly data: string }) => void = () => undefined;

  constructor() {
    FakeWebSocket.last = this;
  }

  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 2;
  }

  /** The server accepts the connection, and answers the REGISTER so. */
  accept(status: string, ...headers: readonly string[]): void {
    this.readyState = 1;
    this.onopen();
    const [register] = this.of('REGISTER');
    this.onmessage({ data: response(register!, status, ...headers) });
  }
  of(start: string): readonly string[] {
    return this.sent.filter((text) => text.startsWith(start));
  }
}

describe('SipPhone on a page with a stored call', () => {
  let events: SoftphoneEvent[];
  let phone: InstanceType<typeof SipPhone>;

  const store = (changes: Partial<CallRecord> = {}, at = key): void => {
    const record: CallRecord = {
      ...{ callerNumber: '066', callerName: null, owner: ownerOf(fakeAccount.sip, instanceId()), contactUri },
      ...{
        answeredAt: Date.now() - 9000,
        muted: false,
        aliveAt: Date.now(),
        isSoundLeft: false,
        reportsWithin: null,
        unacked: [],
      },
      dialog: {
        ...{ callId: 'call-1', localTag: 'ours', remoteTag: 'theirs', localUri: 'sip:1001@pbx.invalid' },
        ...{ remoteUri: 'sip:066@pbx.invalid', remoteTarget: 'sip:mediatel@farm.invalid:5070', routes: [] },
        ...{ localSequence: 41, remoteSequence: 5 },
      },
    };
    localStorage.setItem(at, JSON.stringify(versioned({ ...record, ...changes })));
  };
  /** The state that the registration got to. */
  const registration = () => {
    const last = events.findLast(({ type }) => type === 'registrationChanged');
    return last?.type === 'registrationChanged' ? last.registration : undefined;
  };
  const start = async (): Promise<void> => {
    phone.start(fakeAccount.sip);
    await until(() => registration() !== undefined, 'the phone has tried to register');
  };
  const types = (): readonly string[] => events.map(({ type }) => type);

  const made = (): InstanceType<typeof SipPhone> => {
    const config = { resumeCalls: true, iceServers: [], iceGatheringTimeout: 1, chime: false, dtmf: 'auto' };
    return new SipPhone({
      config: { ...config, notify: false, registerExpires: 60 },
      clock: { monotonic: () => performance.now() },
      policy: {
        socketDelay: () => 60_000,
        openTimeout: 60_000,
        registerDelay: () => 60_000,
        registerTimeout: 60_000,
        refusedDelay: () => 60_000,
      },
      facts: signal(noAudioFacts),
      devices: signal(noAudioDevices),
      levels: signal({ microphone: 0, remote: 0 }),
      quality: signal(null),
      trace: () => undefined,
      emitEvent: (event: SoftphoneEvent) => void events.push(event),
    } as unknown as PhoneShell);
  };

  beforeAll(provideFakeConnections);
  beforeEach(() => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    Object.assign(globalThis, { WebSocket: FakeWebSocket });
    localStorage.clear();
    isReachable = true;
    events = [];
    phone = made();
  });
  afterEach(() => {
    phone.destroy();
    jest.restoreAllMocks();
  });

  it('goes on with the call before it registers', async () => {
    store();
    await start();
    expect(types().indexOf('resumed')).toBeLessThan(types().indexOf('registrationChanged'));
    expect(phone.call?.id).toBe('call-1theirs');
    expect(registration()).toMatchObject({ status: 'connecting' });
  });

  it('starts without the call if the stored Contact is no address, and removes the record', async () => {
    store({ contactUri: 'nobody' });
    await start();
    expect(registration()).toMatchObject({ status: 'connecting' });
    expect([phone.call, localStorage.getItem(key)]).toEqual([null, null]);
  });

  it('removes the record of a call that is too old, with the customer’s number', async () => {
    const aliveAt = Date.now() - keptCallLifetime - 1000;
    store({ aliveAt });
    store({ aliveAt, owner: 'somebody' }, othersKey);
    await start();
    expect([phone.call, localStorage.getItem(key), localStorage.getItem(othersKey)]).toEqual([null, null, null]);
  });

  it('touches no record of another operator’s call that may live', async () => {
    const owner = ownerOf(others, instanceId());
    store({ owner }, othersKey);
    store();
    const theirs = localStorage.getItem(othersKey);
    await start();
    expect(phone.call?.id).toBe('call-1theirs');
    phone.stop();
    expect([localStorage.getItem(key), localStorage.getItem(othersKey)]).toEqual([null, theirs]);
  });

  it('goes on with no call that another phone of this account left', async () => {
    store({ owner: 'somebody' });
    await start();
    expect(phone.call).toBeNull();
  });

  it('leaves nothing of its operator’s calls when it is stopped, as at a sign-out', async () => {
    await start();
    store({ owner: 'somebody' });
    for (const place of [storedPlaces.sipInvite, storedPlaces.heldCall])
      localStorage.setItem(accountPlace(place, fakeAccount.sip).key, '{}');
    phone.stop();
    expect(Object.keys(localStorage).filter((name) => name.includes(fakeAccount.sip.login))).toEqual([]);
  });

  it('writes no earlier page’s INVITE back after it was stopped', async () => {
    const inviteKey = accountPlace(storedPlaces.sipInvite, fakeAccount.sip).key;
    const owner = ownerOf(fakeAccount.sip, instanceId());
    const message = 'INVITE sip:1001@tab.invalid SIP/2.0';
    localStorage.setItem(inviteKey, JSON.stringify({ owner, contactUri, message, at: Date.now(), version: 1 }));
    await start();
    phone.stop();
    phone.drop();
    await start();
    expect(localStorage.getItem(inviteKey)).toBeNull();
  });

  it('keeps the call for the next try if its code can’t be fetched, and says so', async () => {
    store();
    isReachable = false;
    await start();
    expect(registration()).toMatchObject({ status: 'rejected', loaded: false });
    expect(localStorage.getItem(key)).not.toBeNull();
    isReachable = true;
    phone.execute({ type: 'registerNow' });
    await until(() => phone.call !== null, 'the call is resumed');
    expect(types()).toContain('resumed');
  });

  describe('in a call that goes on', () => {
    const inCall = async (changes: Partial<CallRecord> = {}): Promise<FakeWebSocket> => {
      store(changes);
      await start();
      FakeWebSocket.last.accept('200 OK');
      await until(() => FakeWebSocket.last.of('INVITE').length > 0, 'the offer is sent', 3000);
      return FakeWebSocket.last;
    };
    /** The server ends the call. */
    const bye = (socket: FakeWebSocket): void => socket.onmessage({ data: request('BYE', 6, 'ours') });

    it('is started with another password after the call: the customer is not hung up on', async () => {
      const first = await inCall();
      phone.start({ ...fakeAccount.sip, password: 'of-this-hour' });
      expect([first.of('BYE'), types().includes('ended'), FakeWebSocket.last]).toEqual([[], false, first]);
      bye(first);
      await until(() => FakeWebSocket.last !== first, 'the phone is started again', 5000);
      expect(types().filter((type) => type === 'ended')).toHaveLength(1);
    });

    it('executes no command to a call that is over', async () => {
      const socket = await inCall();
      phone.executeInCall({ type: 'hangUp', callId: 'c0' });
      expect([socket.of('BYE'), phone.call?.id]).toEqual([[], 'call-1theirs']);
    });

    it('starts no more after the call if it was stopped meanwhile', async () => {
      const first = await inCall();
      phone.start({ ...fakeAccount.sip, password: 'of-this-hour' });
      phone.stop();
      await Promise.resolve();
      expect([phone.call, FakeWebSocket.last]).toEqual([null, first]);
    });

    it('acknowledges the offers of an earlier page, and leaves its own to the next one', async () => {
      const socket = await inCall({ unacked: [40] });
      expect(socket.of('ACK')).toEqual([expect.stringMatching(/^CSeq: 40 ACK\r$/m)]);
      const [own] = socket.of('INVITE').map((invite) => Number(/^CSeq: (\d+)/m.exec(invite)![1]));
      phone.drop();
      expect(JSON.parse(localStorage.getItem(key)!)).toMatchObject({ unacked: [40, own] });
    });

    it('mutes the sound that it has left to another tab, and that of no other call', async () => {
      await inCall();
      expect(phone.handOver()).toBe(true);
      const mute = jest.spyOn(OutgoingTrack.prototype, 'setMuted');
      for (const callId of ['call-0theirs', 'call-1theirs'])
        phone.executeInCall({ type: 'setMuted', callId, muted: true });
      expect(mute.mock.calls).toEqual([[true]]);
    });

    it('hangs up if another tab wants a call that the browser could not store: nobody could go on with it', async () => {
      const socket = await inCall();
      jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      // As in a call whose record could never be written.
      localStorage.removeItem(key);
      expect(phone.handOver()).toBe(false);
      expect([phone.call, socket.of('BYE').length]).toEqual([null, 1]);
      expect(types()).toContain('ended');
    });
  });

  describe('when the operator hangs up while SIP is down', () => {
    const byeKey = accountPlace(storedPlaces.sipBye, fakeAccount.sip).key;
    const byes = (): readonly string[] => FakeWebSocket.last.of('BYE');
    const hungUp = async (): Promise<void> => {
      store();
      await start();
      phone.call!.execute({ type: 'hangUp', callId: 'call-1theirs' });
      await until(() => types().includes('ended'), 'the call is over for the operator');
    };

    it('the BYE is sent once SIP is back, and no more after its answer', async () => {
      await hungUp();
      expect(byes()).toEqual([]);
      FakeWebSocket.last.accept('200 OK');
      await until(() => byes().length === 1, 'the BYE is sent');
      expect(localStorage.getItem(byeKey)).not.toBeNull();
      const [bye] = byes();
      expect(bye).toMatch(/^Call-ID: call-1\r$/m);
      FakeWebSocket.last.onmessage({ data: response(bye!, '200 OK') });
      expect(localStorage.getItem(byeKey)).toBeNull();
      expect(events.filter(({ type }) => type === 'ended')).toHaveLength(1);
    });

    it('a later page sends it', async () => {
      await hungUp();
      phone.drop();
      expect(localStorage.getItem(key)).toBeNull();
      events = [];
      phone = made();
      await start();
      expect([phone.call, types().includes('resumed')]).toEqual([null, false]);
      FakeWebSocket.last.accept('200 OK');
      await until(() => byes().length === 1, 'the BYE is sent');
      FakeWebSocket.last.onmessage({ data: response(byes()[0]!, '481 Call Does Not Exist') });
      expect(localStorage.getItem(byeKey)).toBeNull();
    });

    it('nothing is sent or stored any more after the sign-out, although the code for it comes only then', async () => {
      await hungUp();
      FakeWebSocket.last.accept('200 OK');
      phone.stop();
      await actual.loadSessionClass();
      expect([byes(), localStorage.getItem(byeKey)]).toEqual([[], null]);
    });

    it('a page that only closes owes no BYE', async () => {
      store();
      await start();
      phone.destroy();
      expect([localStorage.getItem(key), localStorage.getItem(byeKey)]).toEqual([null, null]);
      phone = made();
    });

    it('an error of the server is no answer', async () => {
      await hungUp();
      FakeWebSocket.last.accept('200 OK');
      await until(() => byes().length === 1, 'the BYE is sent');
      FakeWebSocket.last.onmessage({ data: response(byes()[0]!, '503 Service Unavailable') });
      expect(localStorage.getItem(byeKey)).not.toBeNull();
    });
  });

  it.each([
    [[], 60],
    [['Retry-After: 120'], 180],
    [['Retry-After: 86400'], 360],
    [['Retry-After: tomorrow'], 60],
  ])('registers no sooner than the server asks: %s', async (headers, seconds) => {
    await start();
    FakeWebSocket.last.accept('503 Service Unavailable', ...headers);
    const next = registration();
    const wait = next?.status === 'waiting' ? next.retryAt - performance.now() : 0;
    expect(Math.round(wait / 1000)).toBe(seconds);
    // Nothing hurries a server that asks for time.
    expect([next?.status, next && 'asked' in next]).toEqual(['waiting', seconds > 60]);
  });

  it.each(['403 Forbidden', '503 Service Unavailable'])(
    'offers the call a new path although the REGISTER is refused: %s',
    async (status) => {
      store();
      await start();
      FakeWebSocket.last.accept(status);
      await until(() => FakeWebSocket.last.of('INVITE').length > 0, 'the offer is sent', 3000);
    },
  );
});
