import { jest } from '@jest/globals';
import { createRequire } from 'node:module';
import { until } from 'test-kit';
import { awaitingAck, callConfirmed, loadJsSip, type JsSip, type JsSipAgent, type JsSipSession } from './jssip-module';
import {
  FakeSocket,
  call,
  contactUri,
  header,
  headers,
  provideFakeConnections,
  request,
  response,
  routes,
  sdp,
  userAgent,
} from './jssip-page.fixture';
import {
  type SessionClass,
  abandonSession,
  connectSession,
  dialogOf,
  loadSessionClass,
  restoreSession,
  sendInDialog,
  sequenceSlack,
  spareUnknownCalls,
  unknownRetryAfter,
} from './jssip-inside';
import type { DialogRecord } from './dialog-record';

describe('a session that is restored in JsSIP', () => {
  let jssip: JsSip;
  let Session: SessionClass;
  let socket: FakeSocket;
  const stops: (() => void)[] = [];

  /** A page's user agent, on a socket of its own. It is not started. */
  function page(): JsSipAgent {
    const own = (socket = new FakeSocket());
    const agent = userAgent(jssip, own);
    stops.push(() => own.ondisconnect());
    return agent;
  }

  /** The first page: it answers a call by JsSIP's own means. */
  async function answeredCall(): Promise<JsSipSession> {
    const agent = page();
    const invited = new Promise<JsSipSession>((resolve) =>
      agent.on('newRTCSession', ({ session }: { session: unknown }) => resolve(session as JsSipSession)),
    );
    agent.start();
    socket.ondata(request('INVITE', 5, '', sdp));
    const session = await invited;
    session.answer({ mediaStream: { getTracks: () => [] } as unknown as MediaStream });
    await until(() => socket.of('SIP/2.0 200').length > 0, 'the call is answered');
    socket.ondata(request('ACK', 5, header(socket.of('SIP/2.0 200')[0]!, 'To')!.split('tag=')[1]!));
    return session;
  }

  /** The next page, which has the call of the first one. */
  function returned(record: DialogRecord, prepare: (agent: JsSipAgent) => void = () => undefined): JsSipSession {
    const agent = page();
    prepare(agent);
    const session = restoreSession(jssip, Session, agent, record, new Date('2026-11-29T10:00:00Z'));
    connectSession(session, {});
    agent.start();
    return session;
  }

  const kept = async (): Promise<DialogRecord> => dialogOf(await answeredCall())!;

  beforeAll(async () => {
    jssip = await loadJsSip();
    Session = await loadSessionClass();
    provideFakeConnections();
  });

  beforeEach(() => jest.spyOn(console, 'warn').mockImplementation(() => undefined));
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    jest.restoreAllMocks();
  });

  it('should be tested with the version that the package pins', () => {
    const read = createRequire(`${process.cwd()}/projects/mediatel-lib/package.json`);
    const { version } = read('jssip/package.json') as { version: string };
    const library = read('./package.json') as { dependencies: Record<string, string> };
    expect(library.dependencies['jssip']).toBe(version);
  });

  it('should find the whole dialog in an answered call', async () => {
    const session = await answeredCall();
    expect(dialogOf(session)).toEqual({
      ...call,
      localTag: header(socket.of('SIP/2.0 200')[0]!, 'To')!.split('tag=')[1],
      remoteTarget: 'sip:mediatel@farm.invalid:5070',
      routes,
      localSequence: null,
      remoteSequence: 5,
    });
  });

  it('should keep the id, the dialog and the time of the answer', async () => {
    const first = await answeredCall();
    const record = dialogOf(first)!;
    const session = returned(record);
    expect(session.id).toBe(first.id);
    expect(session.isEstablished()).toBe(true);
    expect(session.isReadyToReOffer()).toBe(true);
    expect(session.start_time).toEqual(new Date('2026-11-29T10:00:00Z'));
    expect(dialogOf(session)).toEqual({ ...record, localSequence: 10_000 + sequenceSlack });
  });

  it('should send a request in the dialog: tags, route set, target and a higher number', async () => {
    const record = { ...(await kept()), localSequence: 41 };
    sendInDialog(returned(record), 'INFO');
    const [info] = socket.of('INFO');
    expect(info).toMatch(/^INFO sip:mediatel@farm\.invalid:5070 SIP\/2\.0/);
    expect(headers(info!, 'Route')).toEqual(routes);
    expect(header(info!, 'Call-ID')).toBe(call.callId);
    expect(header(info!, 'From')).toBe(`<${call.localUri}>;tag=${record.localTag}`);
    expect(header(info!, 'To')).toBe(`<${call.remoteUri}>;tag=${call.remoteTag}`);
    expect(header(info!, 'CSeq')).toBe(`${41 + sequenceSlack + 1} INFO`);
  });

  it('should answer the server’s BYE with 200 and report the end, once', async () => {
    const record = await kept();
    const session = returned(record);
    const ended = jest.fn();
    session.on('ended', ended);
    socket.ondata(request('BYE', 6, record.localTag));
    expect(socket.of('SIP/2.0')).toEqual([expect.stringMatching(/^SIP\/2\.0 200 .*^CSeq: 6 BYE/ims)]);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ originator: 'remote', cause: 'Terminated' }));
    expect(dialogOf(session)).toBeNull();
    expect(session.connection).toMatchObject({ isClosed: true });
    socket.ondata(request('BYE', 7, record.localTag));
    expect(socket.of('SIP/2.0').at(-1)).toMatch(/^SIP\/2\.0 481 /);
  });

  it('should be reached at the GRUU that the page gets only after it went on with the call', async () => {
    const record = await kept();
    let agent!: JsSipAgent;
    returned(record, (own) => (agent = own));
    agent.register();
    const gruu = 'sip:1001@pbx.invalid;gr=urn:uuid:8f1fa16a-1165-4a96-8341-785b1ef24f12';
    const binding = `Contact: <${contactUri}>;pub-gruu="${gruu}";expires=300`;
    socket.ondata(response(socket.of('REGISTER')[0]!, '200 OK', binding));
    socket.ondata(request('INVITE', 6, record.localTag, sdp));
    await until(() => socket.of('SIP/2.0 200').length > 0, 'the re-INVITE is answered');
    expect(header(socket.of('SIP/2.0 200')[0]!, 'Contact')).toBe(`<${gruu}>`);
  });

  it('should answer a re-INVITE in the dialog, with our Contact, and know its ACK', async () => {
    const record = await kept();
    const session = returned(record);
    const confirmed = jest.fn();
    session.on('confirmed', confirmed);
    socket.ondata(request('INVITE', 6, record.localTag, sdp));
    await until(() => socket.of('SIP/2.0 200').length > 0, 'the re-INVITE is answered');
    const [answer] = socket.of('SIP/2.0 200');
    expect(header(answer!, 'To')).toBe(`<${call.localUri}>;tag=${record.localTag}`);
    expect(header(answer!, 'Contact')).toContain(contactUri.split(';')[0]);
    expect(session.status).toBe(awaitingAck);
    socket.ondata(request('ACK', 6, record.localTag));
    expect(session.status).toBe(callConfirmed);
    expect(confirmed).not.toHaveBeenCalled();
    expect(dialogOf(session)).toMatchObject({ remoteSequence: 6 });
  });

  it('should let a re-INVITE be refused as glare, and stay as it was', async () => {
    const record = await kept();
    const session = returned(record);
    session.on('reinvite', ({ reject }) => reject({ status_code: 491 }));
    socket.ondata(request('INVITE', 6, record.localTag, sdp));
    expect(socket.of('SIP/2.0 ').map((text) => text.slice(8, 11))).toEqual(['100', '491']);
    expect(session.isReadyToReOffer()).toBe(true);
  });

  it('should refuse a request older than the last of the earlier page', async () => {
    const record = await kept();
    returned(record);
    socket.ondata(request('INFO', 4, record.localTag));
    expect(socket.of('SIP/2.0').at(-1)).toMatch(/^SIP\/2\.0 500 /);
  });

  it('should offer in the dialog, and acknowledge by the number of its offer', async () => {
    const session = returned({ ...(await kept()), localSequence: 41 });
    const answered = jest.fn();
    sendInDialog(session, 'INVITE', {
      extraHeaders: ['Content-Type: application/sdp'],
      body: sdp,
      eventHandlers: {
        onSuccessResponse: ({ status_code }) => {
          sendInDialog(session, 'ACK');
          answered(status_code);
        },
        onErrorResponse: answered,
        onDialogError: answered,
        onTransportError: answered,
        onRequestTimeout: answered,
      },
    });
    const [offer] = socket.of('INVITE');
    socket.ondata(response(offer!, '200 OK'));
    expect(answered.mock.calls).toEqual([[200]]);
    expect(header(socket.of('ACK')[0]!, 'CSeq')).toBe(`${41 + sequenceSlack + 1} ACK`);
  });

  it('should hang up by a BYE in the dialog', async () => {
    const record = await kept();
    returned(record).terminate();
    expect(header(socket.of('BYE')[0]!, 'From')).toBe(`<${call.localUri}>;tag=${record.localTag}`);
  });

  it('should hang up by a BYE also while the ACK of a re-INVITE is due', async () => {
    const record = await kept();
    const session = returned(record);
    socket.ondata(request('INVITE', 6, record.localTag, sdp));
    await until(() => session.status === awaitingAck, 'the re-INVITE is answered');
    session.terminate();
    expect(socket.of('BYE')).toHaveLength(1);
  });

  it('should let go without a word', async () => {
    const session = returned(await kept());
    abandonSession(session);
    expect(session.isEnded()).toBe(true);
    expect(dialogOf(session)).toBeNull();
    expect(socket.sent).toEqual([]);
    expect(session.connection).toMatchObject({ isClosed: true });
  });

  describe('in a page that never had the call', () => {
    const other = { ...call, callId: 'call-of-an-earlier-page' };

    /** A request within another call, for this page's address or that of an earlier page. */
    const inOther = (method: string, address = contactUri): string =>
      request(method, 7, 'ours', method === 'INVITE' ? sdp : '')
        .replace(call.callId, other.callId)
        .replace(contactUri, address);

    const started = (): void => {
      const agent = page();
      spareUnknownCalls(agent);
      agent.start();
    };

    it.each(
      ['INVITE', 'UPDATE', 'INFO', 'OPTIONS'].flatMap((method) => [
        [method, 'this page', contactUri],
        [method, 'an earlier page', 'sip:xk3v9a2p@tab.invalid;transport=ws'],
      ]),
    )('should answer its %s to the address of %s with 500, which ends no call', (method, _, address) => {
      started();
      socket.ondata(inOther(method, address));
      socket.ondata(inOther(method, address));
      const answers = socket.of('SIP/2.0');
      expect(answers.map((text) => text.split('\r\n', 1)[0])).toEqual([
        'SIP/2.0 500 Call Not Known Here',
        'SIP/2.0 500 Call Not Known Here',
      ]);
      expect(header(answers[0]!, 'Retry-After')).toBe(String(unknownRetryAfter));
      expect(header(answers[0]!, 'To')).toBe(`<${call.localUri}>;tag=ours`);
      expect(header(answers[0]!, 'CSeq')).toBe(`7 ${method}`);
      expect(header(answers[0]!, 'Call-ID')).toBe(other.callId);
      if (method === 'INVITE') socket.ondata(inOther('ACK', address));
      expect(socket.of('SIP/2.0')).toHaveLength(2);
    });

    it('should answer its BYE with 481: it is over', () => {
      started();
      socket.ondata(inOther('BYE'));
      expect(socket.of('SIP/2.0').map((text) => text.slice(0, 11))).toEqual(['SIP/2.0 481']);
    });

    it('should answer 481 within a call that it had', async () => {
      const record = await kept();
      const session = returned(record, spareUnknownCalls);
      session.terminate();
      socket.sent.length = 0;
      socket.ondata(request('INVITE', 7, record.localTag, sdp));
      expect(socket.of('SIP/2.0').map((text) => text.slice(0, 11))).toEqual(['SIP/2.0 100', 'SIP/2.0 481']);
    });

    it('should answer with 500 within a call that it had to give up: the server may have been wrong', async () => {
      const record = await kept();
      const session = returned(record, spareUnknownCalls);
      abandonSession(session);
      socket.ondata(request('UPDATE', 7, record.localTag, sdp));
      expect(socket.of('SIP/2.0').map((text) => text.slice(0, 11))).toEqual(['SIP/2.0 500']);
      socket.ondata(request('BYE', 8, record.localTag));
      expect(socket.of('SIP/2.0').at(-1)).toMatch(/^SIP\/2\.0 481 /);
    });

    it('should answer within a call that it has as ever', async () => {
      const record = await kept();
      const agent = page();
      spareUnknownCalls(agent);
      restoreSession(jssip, Session, agent, record, new Date());
      agent.start();
      socket.ondata(request('BYE', 6, record.localTag));
      expect(socket.of('SIP/2.0').map((text) => text.slice(0, 11))).toEqual(['SIP/2.0 200']);
    });
  });

  it('should throw at an address that is none', async () => {
    const record = { ...(await kept()), remoteTarget: 'nobody' };
    expect(() => restoreSession(jssip, Session, page(), record, new Date())).toThrow('not a SIP address: nobody');
  });
});
