import { jest } from '@jest/globals';
import { accountPlace, storedPlaces, type SoftphoneEvent } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import type { CallRecord } from '../resume/call-record';
import {
  FakeSocket,
  call as dialog,
  contactUri,
  header,
  provideFakeConnections,
  request,
  response,
  routes,
  sdp,
  userAgent,
} from '../jssip/jssip-page.fixture';
import { type SessionClass, loadSessionClass, restoreSession } from '../jssip/jssip-inside';
import { awaitingAck, callConfirmed, loadJsSip, type JsSip, type JsSipSession } from '../jssip/jssip-module';
import { pageTimers } from '../signalling/worker-timers';
import type { CallSurroundings } from './call-surroundings';
import { SipCall } from './sip-call';

const account = fakeAccount.sip;
const { key } = accountPlace(storedPlaces.sipCall, account);
const localTag = 'ours';

const record: CallRecord = {
  ...{ callerNumber: '066', callerName: null, owner: 'me', contactUri, answeredAt: 1, muted: false, aliveAt: 2 },
  ...{ isSoundLeft: false, reportsWithin: null, unacked: [] },
  dialog: {
    ...{ ...dialog, localTag, routes, remoteTarget: 'sip:mediatel@farm.invalid:5070' },
    ...{ localSequence: 41, remoteSequence: 5 },
  },
};

describe('SipCall of an earlier page', () => {
  let jssip: JsSip;
  let Session: SessionClass;
  let socket: FakeSocket;
  let events: SoftphoneEvent[];
  let call: SipCall;
  let session: JsSipSession;

  /** The present connection says that it is up. */
  const connected = (): void => {
    Object.assign(session.connection, { connectionState: 'connected' });
    for (const type of ['iceconnectionstatechange', 'connectionstatechange'])
      session.connection.dispatchEvent(new Event(type));
  };
  const types = (): readonly string[] => events.map(({ type }) => type);
  const ended = (): SoftphoneEvent | undefined => events.find(({ type }) => type === 'ended');
  const stored = (): Partial<CallRecord> | null => JSON.parse(localStorage.getItem(key) ?? 'null') as CallRecord | null;

  /** The next page has the call, and has sent its offer. Resolves with it. `changes` to the record. `before`: runs before SIP works. */
  async function offered(changes: Partial<CallRecord> = {}, before = (): void => undefined): Promise<string> {
    const agent = userAgent(jssip, socket);
    session = restoreSession(jssip, Session, agent, record.dialog, new Date());
    const nothing = (): void => undefined;
    const around = {
      config: { iceServers: [], iceGatheringTimeout: 1, chime: false, dtmf: 'auto' },
      clock: { monotonic: () => performance.now() },
      after: pageTimers,
      microphone: { whenKnown: () => nothing, cloneTrack: () => null },
      remoteAudio: { playback: 'idle', attach: nothing, detach: nothing },
      identity: () => ({ account, owner: 'me', contactUri }),
      emitEvent: (event: SoftphoneEvent) => void events.push(event),
      ...{
        rings: nothing,
        hangsUp: nothing,
        talks: nothing,
        receiving: nothing,
        measured: nothing,
        connected: nothing,
        ended: nothing,
      },
    };
    call = new SipCall(
      session,
      { callerNumber: '066', callerName: null },
      around as unknown as CallSurroundings,
      false,
    );
    call.resume({ ...record, ...changes });
    agent.start();
    before();
    call.reachable();
    await until(() => socket.of('INVITE').length > 0, 'the offer is sent');
    return socket.of('INVITE')[0]!;
  }

  beforeAll(async () => {
    jssip = await loadJsSip();
    Session = await loadSessionClass();
    provideFakeConnections();
  });
  beforeEach(() => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    localStorage.clear();
    socket = new FakeSocket();
    events = [];
  });
  afterEach(() => {
    call.hangUp();
    socket.ondisconnect();
    jest.restoreAllMocks();
  });

  it('is kept for a later page while it comes back', async () => {
    await offered();
    expect(stored()).toMatchObject({ owner: 'me', dialog: { callId: dialog.callId } });
    expect(types()).toContain('resumed');
  });

  it.each([
    '404 Not Found',
    '410 Gone',
    '481 Call/Transaction Does Not Exist',
    '482 Loop Detected',
    '604 Does Not Exist Anywhere',
  ])('is let go without BYE when the dialog is over, and is kept no longer: %s', async (status) => {
    const offer = await offered();
    socket.ondata(response(offer, status));
    await until(() => ended() !== undefined, 'the call is over');
    expect(ended()).toMatchObject({ by: 'failure', answered: true });
    expect(socket.of('BYE')).toEqual([]);
    expect(stored()).toBeNull();
  });

  it.each(['403 Forbidden', '480 Temporarily Unavailable', '488 Not Acceptable Here', '500 Server Error'])(
    'is kept, and no BYE is sent, when the server refuses the offer: %s',
    async (status) => {
      const offer = await offered();
      socket.ondata(response(offer, status));
      await until(() => socket.of('ACK').length > 0, 'the refusal is acknowledged');
      await until(() => socket.of('INVITE').length > 1, 'the offer is repeated', 6000);
      expect(ended()).toBeUndefined();
      expect(socket.of('BYE')).toEqual([]);
      expect(stored()).not.toBeNull();
    },
    10_000,
  );

  it('is kept no longer when the server ends it', async () => {
    await offered();
    socket.ondata(request('BYE', 6, localTag));
    expect(ended()).toMatchObject({ by: 'server' });
    expect(stored()).toBeNull();
  });

  it('is kept no longer when the operator hangs up', async () => {
    await offered();
    call.hangUp();
    expect(ended()).toMatchObject({ by: 'operator' });
    expect(socket.of('BYE')).toHaveLength(1);
    expect(stored()).toBeNull();
  });

  it('stays muted, and says so once, while the microphone is not open', async () => {
    await offered({ muted: true });
    expect(events.filter(({ type }) => type === 'resumed' || type === 'muteChanged')).toMatchObject([
      { type: 'resumed', muted: true },
      { type: 'muteChanged', muted: true, cause: 'operator' },
    ]);
  });

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('goes on with the call’s time if the clock is set %s in the call', async (_, step) => {
    const now = Date.now();
    await offered({ answeredAt: now - 90_000, aliveAt: now - 500 });
    const lasted = ({ answeredAt = 0, aliveAt = 0 } = stored() ?? {}): number => aliveAt - answeredAt;
    expect(lasted()).toBeGreaterThanOrEqual(90_000);
    jest.spyOn(Date, 'now').mockReturnValue(now + step);
    call.execute({ type: 'setMuted', callId: call.id, muted: true });
    expect(stored()).toMatchObject({ muted: true, aliveAt: now + step });
    expect(lasted()).toBeGreaterThanOrEqual(90_000);
    expect(lasted()).toBeLessThan(120_000);
  });

  it('goes on with the call’s time if the clock was set back while no page was open', async () => {
    const now = Date.now();
    await offered({ answeredAt: now - 60_000, aliveAt: now + 30_000 });
    const resumed = events.find((event) => event.type === 'resumed')!;
    const lasted = performance.now() - resumed.answeredAt;
    expect(lasted).toBeGreaterThanOrEqual(90_000);
    expect(lasted).toBeLessThan(95_000);
  });

  describe('an UPDATE of the server with an offer (RFC 3311, 5.2)', () => {
    const answers = (): readonly string[] => socket.of('SIP/2.0 ').map((text) => text.split('\r\n', 1)[0]!);
    /** Whether an offer of the server has reached the connection. */
    const applied = (): jest.Mock<() => Promise<void>> => {
      const setRemoteDescription = jest.fn(() => Promise.resolve());
      Object.assign(session.connection, { setRemoteDescription });
      return setRemoteDescription;
    };

    it('is answered once with 491 while the page’s own offer is out, and the call goes on', async () => {
      const offer = await offered();
      const offerOfServer = applied();
      socket.ondata(request('UPDATE', 6, localTag, sdp));
      await session.connection.createAnswer();
      expect(answers()).toEqual(['SIP/2.0 491 Request Pending']);
      expect(offerOfServer).not.toHaveBeenCalled();
      socket.ondata(response(offer, '200 OK'));
      await until(() => socket.of('ACK').length > 0, 'the answer is acknowledged');
      expect(offerOfServer).toHaveBeenCalledTimes(1);
      connected();
      expect(types()).toContain('reconnected');
      expect(ended()).toBeUndefined();
      socket.ondata(request('UPDATE', 7, localTag, sdp));
      await until(() => answers().length > 1, 'the server’s offer is answered');
      expect(answers().at(-1)).toBe('SIP/2.0 200 OK');
      expect(offerOfServer).toHaveBeenCalledTimes(2);
    });

    it('is answered with 491 before the page has offered, which it then does', async () => {
      await offered(undefined, () => {
        const offerOfServer = applied();
        socket.ondata(request('UPDATE', 6, localTag, sdp));
        expect(answers()).toEqual(['SIP/2.0 491 Request Pending']);
        expect(offerOfServer).not.toHaveBeenCalled();
      });
      expect(answers()).toHaveLength(1);
      expect(ended()).toBeUndefined();
    });

    it('is a refresh without an offer, and then accepted', async () => {
      await offered();
      socket.ondata(request('UPDATE', 6, localTag));
      expect(answers()).toEqual(['SIP/2.0 200 OK']);
    });

    it('is answered with 500 and a time while an offer of the server is being answered', async () => {
      const offer = await offered();
      socket.ondata(response(offer, '200 OK'));
      await until(() => socket.of('ACK').length > 0, 'the answer is acknowledged');
      socket.ondata(request('INVITE', 6, localTag, sdp));
      socket.ondata(request('UPDATE', 7, localTag, sdp));
      const refusal = socket.of('SIP/2.0 500')[0];
      expect(refusal).toMatch(/^CSeq: 7 UPDATE/m);
      expect(Number(header(refusal!, 'Retry-After'))).toBeGreaterThan(0);
      await until(() => socket.of('SIP/2.0 200').length > 0, 'the server’s re-INVITE is answered');
    });
  });

  describe('a request of the server while our 200 awaits its ACK', () => {
    /** The first lines of the answers to a request with this number. */
    const answersTo = (sequence: number, method: string): readonly string[] =>
      socket
        .of('SIP/2.0 ')
        .filter((text) => header(text, 'CSeq') === `${sequence} ${method}` && !text.startsWith('SIP/2.0 1'));
    const firstLine = (message: string | undefined): string | undefined => message?.split('\r\n', 1)[0];

    /** The call is back, and has answered the server's re-INVITE (6), whose ACK is due. */
    const awaitsAck = async (body = sdp): Promise<void> => {
      const offer = await offered();
      socket.ondata(response(offer, '200 OK'));
      await until(() => socket.of('ACK').length > 0, 'the answer is acknowledged');
      connected();
      await until(() => session.isReadyToReOffer(), 'the server may offer');
      socket.ondata(request('INVITE', 6, localTag, body));
      await until(() => answersTo(6, 'INVITE').length > 0, 'the re-INVITE is answered');
      expect(firstLine(answersTo(6, 'INVITE')[0])).toBe('SIP/2.0 200 OK');
      expect(session.status).toBe(awaitingAck);
    };

    it.each(['INVITE', 'UPDATE'])('is answered with 500 and a time if it is an offer: %s', async (method) => {
      await awaitsAck();
      socket.ondata(request(method, 7, localTag, sdp));
      const [refusal] = answersTo(7, method);
      expect(firstLine(refusal)).toBe('SIP/2.0 500 Awaiting ACK');
      expect(header(refusal!, 'Retry-After')).toMatch(/^([1-9]|10)$/);
      expect(answersTo(7, method)).toHaveLength(1);
    });

    it.each(['INVITE', 'UPDATE'])('is answered with 491 if that 200 was our own offer: %s', async (method) => {
      await awaitsAck('');
      socket.ondata(request(method, 7, localTag, sdp));
      expect(answersTo(7, method).map(firstLine)).toEqual(['SIP/2.0 491 Request Pending']);
    });

    it('is accepted if it is a mere refresh', async () => {
      await awaitsAck();
      socket.ondata(request('UPDATE', 7, localTag));
      expect(answersTo(7, 'UPDATE').map(firstLine)).toEqual(['SIP/2.0 200 OK']);
      expect(header(answersTo(7, 'UPDATE')[0]!, 'Contact')).toContain('resumed@tab.invalid');
    });

    it('does not hide the ACK, after which the server may offer again', async () => {
      await awaitsAck();
      socket.ondata(request('INVITE', 7, localTag, sdp));
      socket.ondata(request('ACK', 7, localTag).replace('z9hG4bK-ACK-7', 'z9hG4bK-INVITE-7'));
      expect(session.status).toBe(awaitingAck);
      socket.ondata(request('ACK', 6, localTag));
      expect(session.status).toBe(callConfirmed);
      socket.ondata(request('UPDATE', 8, localTag, sdp));
      await until(() => answersTo(8, 'UPDATE').length > 0, 'the offer is answered');
      expect(answersTo(8, 'UPDATE').map(firstLine)).toEqual(['SIP/2.0 200 OK']);
      expect(ended()).toBeUndefined();
    });
  });

  it('keeps digits until another connection is up, when the server does not hear', async () => {
    let packets = 0;
    const stats = (): Promise<object> =>
      Promise.resolve(new Map([['o', { type: 'outbound-rtp', kind: 'audio', packetsSent: (packets += 20) }]]));
    const offer = await offered({ reportsWithin: 300 });
    const first = session.connection;
    Object.assign(first, { getStats: stats });
    socket.ondata(response(offer, '200 OK'));
    await until(() => socket.of('ACK').length > 0, 'the answer is acknowledged');
    connected();
    await until(() => session.connection !== first, 'another connection is made');
    call.execute({ type: 'sendDigits', callId: call.id, digits: '5' });
    expect(socket.of('INFO')).toEqual([]);
    connected();
    expect(socket.of('INFO')).toHaveLength(1);
  });
});

describe('SipCall that is being answered', () => {
  class FakeTrack extends EventTarget {
    readonly kind = 'audio';
    enabled = false;
    muted = false;
    readyState: MediaStreamTrackState = 'live';
    stop(): void {
      this.readyState = 'ended';
    }
  }
  const asTrack = (track: FakeTrack): MediaStreamTrack => track as unknown as MediaStreamTrack;

  it('sends the microphone that came while the server’s offer was being set', async () => {
    const jssip = await loadJsSip();
    provideFakeConnections();
    Object.assign(globalThis, { MediaStream: EventTarget });
    const socket = new FakeSocket();
    const agent = userAgent(jssip, socket);
    const incoming = new Promise<JsSipSession>((resolve) =>
      agent.on('newRTCSession', ({ session }: { readonly session: unknown }) => resolve(session as JsSipSession)),
    );
    agent.start();
    socket.ondata(request('INVITE', 1, '', sdp));
    const session = await incoming;
    const [unplugged, next] = [new FakeTrack(), new FakeTrack()];
    const nothing = (): void => undefined;
    const around = {
      config: { iceServers: [], iceGatheringTimeout: 1, chime: false, dtmf: 'auto' },
      clock: { monotonic: () => performance.now() },
      after: pageTimers,
      microphone: {
        whenKnown: (run: () => void) => {
          run();
          return nothing;
        },
        cloneTrack: () => asTrack(unplugged),
      },
      remoteAudio: { playback: 'idle', attach: nothing, detach: nothing },
      identity: () => null,
      emitEvent: nothing,
      ...{ rings: nothing, talks: nothing, receiving: nothing, measured: nothing, connected: nothing, ended: nothing },
    };
    const call = new SipCall(session, { callerNumber: '066', callerName: null }, around as unknown as CallSurroundings);
    call.execute({ type: 'answer', callId: call.id });
    const senders: { track: FakeTrack; replaceTrack: (track: FakeTrack) => Promise<void> }[] = [];
    let isSet = nothing;
    Object.assign(session.connection, {
      setRemoteDescription: () => new Promise<void>((resolve) => (isSet = resolve)),
      addTrack: (track: FakeTrack) => {
        const sender = { track, replaceTrack: (other: FakeTrack) => Promise.resolve(void (sender.track = other)) };
        senders.push(sender);
        return sender;
      },
      getSenders: () => senders,
    });
    await until(() => isSet !== nothing, 'the offer is being set');
    unplugged.stop();
    const replaced = call.replaceTrack(asTrack(next));
    isSet();
    await replaced;
    await until(() => socket.of('SIP/2.0 200').length > 0, 'the call is answered');
    expect(senders.map(({ track }) => track)).toEqual([next]);
    expect([next.readyState, next.enabled]).toEqual(['live', true]);
    call.hangUp();
    expect(next.readyState).toBe('ended');
    socket.ondisconnect();
  });
});
