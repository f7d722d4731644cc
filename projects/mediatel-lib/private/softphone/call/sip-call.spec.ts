import { jest } from '@jest/globals';
import type { SoftphoneEvent } from 'mediatel-lib/ports';
import { until } from 'test-kit';
import type { CallRecord } from '../resume/call-record';
import {
  FakeSocket,
  call as dialog,
  contactUri,
  provideFakeConnections,
  request,
  response,
  routes,
  userAgent,
} from '../resume/jssip-page.fixture';
import { type SessionClass, loadSessionClass, restoreSession } from '../resume/restored-session';
import { loadJsSip, type JsSip, type JsSipSession } from '../signalling/jssip-module';
import { pageTimers } from '../signalling/worker-timers';
import type { CallSurroundings } from './call-surroundings';
import { SipCall } from './sip-call';

const key = 'mediatel.sip.call';
const localTag = 'ours';

const record: CallRecord = {
  ...{ callerNumber: '066', callerName: null, owner: 'me', contactUri, answeredAt: 1, muted: false, aliveAt: 2 },
  ...{ isSoundLeft: false, reportsWithin: null },
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

  /** The next page has the call, and has sent its offer. Resolves with it. `changes` to the record. */
  async function offered(changes: Partial<CallRecord> = {}): Promise<string> {
    const agent = userAgent(jssip, socket);
    session = restoreSession(jssip, Session, agent, record.dialog, new Date());
    const nothing = (): void => undefined;
    const around = {
      config: { iceServers: [], iceGatheringTimeout: 1, chime: false, dtmf: 'auto' },
      clock: { monotonic: () => performance.now() },
      after: pageTimers,
      microphone: { whenKnown: () => nothing, cloneTrack: () => null },
      remoteAudio: { playback: 'idle', attach: nothing, detach: nothing },
      identity: () => ({ owner: 'me', contactUri }),
      emitEvent: (event: SoftphoneEvent) => void events.push(event),
      ...{ rings: nothing, talks: nothing, receiving: nothing, measured: nothing, connected: nothing, ended: nothing },
    };
    call = new SipCall(
      session,
      { callerNumber: '066', callerName: null },
      around as unknown as CallSurroundings,
      false,
    );
    call.resume({ ...record, ...changes });
    agent.start();
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
    '502 Bad Gateway',
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
