import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { getBody, type IncomingInviteRequest, type IncomingResponse } from 'sip.js/lib/core/index.js';
import * as accounts from '../accounts';
import { recordingPath } from '../media/recording';
import { level } from '../media/spectrum';
import { readWav, wavHeader } from '../media/wav';
import { FakeTab } from '../sip/fake-tab';
import { keptSpeech } from '../sip/kept-speech';
import { createSipTelephony, type SipTelephony, type SipTelephonyOptions } from './sip-telephony';
import type { CallProgress, CallRequest } from './telephony';

const loud = (heard: number) => heard > 200;
const ufragOf = (sdp: string) => /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];
const quiet = (heard: number) => heard === 0;

/** A call and what is told of it. */
function place(telephony: SipTelephony, request: Partial<CallRequest> = {}) {
  const progress: CallProgress[] = [];
  const waiting: { type: CallProgress['type']; resolve: (progress: CallProgress) => void }[] = [];
  const handle = telephony.startCall(
    {
      callTraceId: String(++lastTraceId),
      extension: '1001',
      customerNumber: '0661234501',
      direction: 'outgoing',
      queueName: 'DM_Banks "Дзвінки"',
      ...request,
    },
    (told) => {
      progress.push(told);
      for (const waiter of waiting.filter(({ type }) => type === told.type)) waiter.resolve(told);
    },
  );
  const until = (type: CallProgress['type']) =>
    new Promise<CallProgress>((resolve) => {
      const told = progress.find((candidate) => candidate.type === type);
      if (told) resolve(told);
      else waiting.push({ type, resolve });
    });
  return { handle, progress, until, types: () => progress.map(({ type }) => type) };
}
let lastTraceId = 1000;

describe('telephony over SIP', () => {
  let telephony: SipTelephony;
  let http: Server;
  let url: string;
  let recordingsDir: string;
  const tabs: FakeTab[] = [];

  async function start(options: Partial<SipTelephonyOptions> = {}): Promise<void> {
    telephony = createSipTelephony({
      accounts,
      recordingsDir,
      log: pino({ level: 'silent' }),
      publicAddress: '127.0.0.1',
      customerRingMs: 100,
      noAnswerMs: 100,
      busyAfterMs: 50,
      failureToneMs: 200,
      hangUpAfterMs: 300,
      sip: { auth: 'none' },
      ...options,
    });
    http = createServer();
    http.on('upgrade', (request, socket, head) => telephony.handleUpgrade(request, socket, head));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/ws`;
  }

  beforeEach(async () => {
    recordingsDir = await mkdtemp(join(tmpdir(), 'recordings-'));
  });

  afterEach(async () => {
    for (const tab of tabs.splice(0)) tab.close();
    await telephony.close();
    http.close();
    await once(http, 'close');
    await rm(recordingsDir, { recursive: true });
  });

  async function operator(sipLogin = '1001', instance = 'tab'): Promise<FakeTab> {
    const tab = new FakeTab({ url, sipLogin, instance });
    tabs.push(tab);
    await tab.connect();
    await tab.register();
    return tab;
  }

  async function answering(sipLogin = '1001'): Promise<FakeTab> {
    const tab = await operator(sipLogin);
    tab.on('invite', (invite) => void tab.answer(invite));
    return tab;
  }

  /** A call already joined to its customer. */
  async function joined(tab: FakeTab, request: Partial<CallRequest> = {}) {
    const call = place(telephony, { direction: 'incoming', customerNumber: '0661234505', ...request });
    await call.until('operatorAnswered');
    call.handle.connectCustomer();
    await call.until('customerAnswered');
    return { ...call, tab };
  }

  async function recorded(callTraceId: string): Promise<{ operator: Int16Array; customer: Int16Array }> {
    const [left, right] = readWav(await readFile(recordingPath(recordingsDir, callTraceId))).channels;
    if (!left || !right) throw new Error('not stereo');
    return { operator: left, customer: right };
  }

  describe('the sound', () => {
    it('goes on while this thread is busy: not a frame is missing in the recording', async () => {
      await start();
      const call = await joined(await answering());
      const busyUntil = performance.now() + 1500;
      while (performance.now() < busyUntil);
      call.handle.end();
      await call.until('ended');
      const { customer } = await recorded(call.handle.callTraceId);
      expect(customer.length / 8).toBeGreaterThanOrEqual(1450);
    });
  });

  describe('an outgoing call', () => {
    it('rings the operator, then the customer, joins, records both sides, and ends', async () => {
      await start();
      const tab = await answering();
      tab.audio.toneHz = 440;
      const invited = once(tab, 'invite') as Promise<[IncomingInviteRequest]>;
      const call = place(telephony);
      const [invite] = await invited;
      expect(invite.message.getHeader('from')).toMatch(/^"DM_Banks {2}Дзвінки " <sip:0661234501@training.local>;tag=/);
      expect(getBody(invite.message)?.content).toMatch(/a=rtpmap:0 PCMU\/8000[^]*telephone-event\/8000/);
      await call.until('operatorAnswered');
      const ringback = tab.audio.untilHeard(loud);
      call.handle.dialCustomer();
      await ringback;
      await call.until('customerAnswered');
      tab.audio.pace.begin();
      await tab.audio.untilHeard(loud);
      await tab.audio.untilHeard(quiet);
      const bye = once(tab, 'bye');
      const { spoken } = tab.audio.pace;
      call.handle.end();
      await bye;
      expect(await call.until('ended')).toEqual({ type: 'ended', by: 'server' });
      expect(call.types()).toEqual([
        'operatorRinging',
        'operatorAnswered',
        'customerRinging',
        'customerAnswered',
        'ended',
      ]);
      const { operator: left, customer: right } = await recorded(call.handle.callTraceId);
      expect(keptSpeech(440, left, spoken)).toBeGreaterThan(0.8);
      expect(level(right)).toBeGreaterThan(100);
      expect(await readdir(recordingsDir)).toEqual([`${call.handle.callTraceId}.wav`]);
    });

    it('tells nothing within startCall', async () => {
      await start();
      const tab = await answering();
      const call = place(telephony);
      expect(call.progress).toEqual([]);
      await Promise.all([call.until('operatorAnswered'), tab.audio.untilHeard(quiet)]);
    });

    it('ends after a busy customer, whose tone the operator hears', async () => {
      await start();
      const tab = await answering();
      const call = place(telephony, { customerNumber: '0661234502' });
      await call.until('operatorAnswered');
      call.handle.dialCustomer();
      expect(await call.until('customerFailed')).toEqual({ type: 'customerFailed', reason: 'busy' });
      await tab.audio.untilHeard(loud);
      expect(await call.until('ended')).toEqual({ type: 'ended', by: 'customer' });
    });

    it('ends after a customer who never answers', async () => {
      await start();
      await answering();
      const call = place(telephony, { customerNumber: '0661234503' });
      await call.until('operatorAnswered');
      call.handle.dialCustomer();
      expect(await call.until('customerFailed')).toEqual({ type: 'customerFailed', reason: 'no-answer' });
      await call.until('ended');
      expect(call.types()).not.toContain('customerAnswered');
    });

    it('ends with the customer who hangs up', async () => {
      await start();
      const tab = await answering();
      const call = place(telephony, { customerNumber: '0661234504' });
      await call.until('operatorAnswered');
      const bye = once(tab, 'bye');
      call.handle.dialCustomer();
      await bye;
      expect(await call.until('ended')).toEqual({ type: 'ended', by: 'customer' });
    });
  });

  describe('an operator who does not take the call', () => {
    it('is not registered', async () => {
      await start();
      const call = place(telephony);
      await call.until('ended');
      expect(call.progress).toEqual([
        { type: 'operatorFailed', reason: 'not-registered' },
        { type: 'ended', by: 'server' },
      ]);
    });

    it.each([480, 486, 603])('refuses with %d', async (statusCode) => {
      await start();
      const tab = await operator();
      tab.on('invite', (invite) => invite.reject({ statusCode }));
      const call = place(telephony);
      await call.until('ended');
      expect(call.progress).toEqual([
        { type: 'operatorRinging' },
        { type: 'operatorFailed', reason: 'rejected', sipStatus: statusCode },
        { type: 'ended', by: 'server' },
      ]);
    });

    it('lets it ring until CANCEL', async () => {
      await start({ answerTimeoutMs: 150 });
      const tab = await operator();
      const cancelled = once(tab, 'cancelled');
      const call = place(telephony);
      await cancelled;
      await call.until('ended');
      expect(call.progress.slice(1)).toEqual([
        { type: 'operatorFailed', reason: 'no-answer' },
        { type: 'ended', by: 'server' },
      ]);
    });

    it('is cancelled when the call ends before the answer', async () => {
      await start();
      const tab = await operator();
      const cancelled = once(tab, 'cancelled');
      const call = place(telephony);
      await call.until('operatorRinging');
      call.handle.end();
      await cancelled;
      await call.until('ended');
      expect(call.progress).toEqual([{ type: 'operatorRinging' }, { type: 'ended', by: 'server' }]);
      expect(await readdir(recordingsDir)).toEqual([]);
    });

    it('answers as the CANCEL is on its way: acknowledged and hung up', async () => {
      await start();
      const tab = await operator();
      const invited = once(tab, 'invite') as Promise<[IncomingInviteRequest]>;
      const call = place(telephony);
      const [invite] = await invited;
      const content = await tab.audio.answer(getBody(invite.message)?.content ?? '');
      await call.until('operatorRinging');
      const answered = tab.answerWith(invite, content);
      const bye = once(tab, 'bye');
      call.handle.end();
      await Promise.all([answered, bye]);
      expect((await call.until('ended')).type).toBe('ended');
      expect(call.types()).toEqual(['operatorRinging', 'ended']);
    });

    it('answers with audio that cannot be', async () => {
      await start();
      const tab = await operator();
      tab.on('invite', (invite) => void tab.answerWith(invite, 'v=0\r\nnonsense'));
      const bye = once(tab, 'bye');
      const call = place(telephony);
      await bye;
      await call.until('ended');
      expect(call.progress.slice(1)).toEqual([
        { type: 'operatorFailed', reason: 'media-failed' },
        { type: 'ended', by: 'server' },
      ]);
    });
  });

  describe('a call under way', () => {
    it('carries the operator’s voice to the customer and back', async () => {
      await start();
      const { tab } = await joined(await answering());
      const echo = tab.audio.untilHeard((heard) => heard > 4000);
      tab.audio.toneHz = 440;
      await echo;
    });

    it('speaks A-law to a tab that wants it', async () => {
      await start();
      const tab = await answering();
      tab.audio.codec = 'PCMA';
      await joined(tab);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard((heard) => heard > 4000);
      expect([...tab.audio.heardTypes]).toEqual([8]);
    });

    it('on hold gives the operator silence, and the conversation back afterwards', async () => {
      await start();
      const tab = await answering();
      tab.audio.toneHz = 440;
      const { handle } = await joined(tab);
      await tab.audio.untilHeard(loud);
      handle.hold();
      await tab.audio.untilHeard(quiet);
      handle.retrieve();
      await tab.audio.untilHeard(loud);
    });

    it('mutes the operator towards the customer', async () => {
      await start();
      const tab = await answering();
      tab.audio.toneHz = 440;
      const { handle } = await joined(tab);
      await tab.audio.untilHeard(loud);
      handle.setMuted(true);
      await tab.audio.untilHeard(quiet);
      handle.setMuted(false);
      await tab.audio.untilHeard(loud);
    });

    it('tells the keys pressed, by RTP and by either kind of INFO', async () => {
      await start();
      const { tab, until, progress } = await joined(await answering());
      // A key that is pressed before the way for the sound is there is lost.
      await tab.audio.untilHeard(() => true);
      await tab.audio.press(11);
      await until('operatorDigit');
      await tab.info('application/dtmf-relay', 'Signal=5\r\nDuration=160');
      await tab.info('application/dtmf', 'd');
      expect(await tab.info('text/plain', '5')).toBe(415);
      expect(progress.filter(({ type }) => type === 'operatorDigit')).toEqual(
        ['#', '5', 'D'].map((digit) => ({ type: 'operatorDigit', digit })),
      );
    });

    it('ends with the operator’s BYE', async () => {
      await start();
      const { tab, until } = await joined(await answering());
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('ends once, and takes no orders afterwards', async () => {
      await start();
      const { tab, handle, until, types } = await joined(await answering());
      const bye = once(tab, 'bye');
      handle.end();
      handle.end();
      handle.hold();
      handle.dialCustomer();
      handle.connectCustomer();
      await Promise.all([bye, until('ended')]);
      const next = place(telephony, { callTraceId: 'next' });
      await Promise.all([next.until('operatorAnswered'), tab.audio.untilHeard(quiet)]);
      expect(types().filter((type) => type === 'ended')).toHaveLength(1);
      expect(types().at(-1)).toBe('ended');
    });

    it('ends when the operator’s audio is gone for good', async () => {
      await start({ mediaSilenceMs: 300 });
      const { tab, until } = await joined(await answering());
      tab.audio.close();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('takes several operators at once', async () => {
      await start();
      const logins = ['1001', '1002', 'sip11'];
      const phones = await Promise.all(logins.map((login) => answering(login)));
      const calls = await Promise.all(
        phones.map((tab, index) => joined(tab, { extension: ['1001', '1002', '1011'][index] ?? '' })),
      );
      phones.forEach((tab) => (tab.audio.toneHz = 440));
      await Promise.all(phones.map((tab) => tab.audio.untilHeard(loud)));
      await Promise.all(calls.map(({ handle, until }) => (handle.end(), until('ended'))));
    });
  });

  describe('within the dialog', () => {
    it('answers UPDATE, with an answer to its offer if it has one', async () => {
      await start();
      const { tab } = await joined(await answering());
      expect((await tab.inDialog('UPDATE')).statusCode).toBe(200);
      const answered = await tab.inDialog('UPDATE', await tab.audio.offer({ direction: 'sendonly' }));
      expect([answered.statusCode, answered.body]).toEqual([200, expect.stringContaining('a=recvonly')]);
      expect((await tab.inDialog('UPDATE', 'v=0')).statusCode).toBe(488);
    });

    it.each([
      ['OPTIONS', 200],
      ['MESSAGE', 200],
      ['REFER', 405],
      ['FROBNICATE', 405],
    ])('answers %s with %d and goes on', async (method, statusCode) => {
      await start();
      const { tab } = await joined(await answering());
      expect((await tab.inDialog(method)).statusCode).toBe(statusCode);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('tells an UPDATE that meets a re-INVITE to come again', async () => {
      await start();
      const { tab } = await joined(await answering());
      const offer = await tab.audio.offer();
      const invited = new Promise<number | undefined>((resolve) =>
        tab.session?.invite(
          {
            onAccept: ({ message, ack }) => {
              ack();
              resolve(message.statusCode);
            },
          },
          {
            extraHeaders: [`Contact: <${tab.contact}>`],
            body: { contentDisposition: 'session', contentType: 'application/sdp', content: offer },
          },
        ),
      );
      const updated = tab.inDialog('UPDATE', offer);
      expect([(await updated).statusCode, await invited]).toEqual([491, 200]);
    });
  });

  describe('a re-INVITE', () => {
    const reinvite = (tab: FakeTab, sdp?: string) =>
      new Promise<{ status: number; sdp: string }>((resolve) => {
        const settle = ({ message }: IncomingResponse) =>
          resolve({ status: message.statusCode ?? 0, sdp: getBody(message)?.content ?? '' });
        const body =
          sdp === undefined
            ? undefined
            : { contentDisposition: 'session', contentType: 'application/sdp', content: sdp };
        tab.session?.invite(
          {
            onAccept: (response) => {
              response.ack(
                sdp === undefined
                  ? { body: { contentDisposition: 'session', contentType: 'application/sdp', content: '' } }
                  : {},
              );
              settle(response);
            },
            onReject: settle,
          },
          { extraHeaders: [`Contact: <${tab.contact}>`], ...(body ? { body } : {}) },
        );
      });

    it('restarts ICE, with new credentials on our side too', async () => {
      await start();
      const tab = await answering();
      const invited = once(tab, 'invite') as Promise<[IncomingInviteRequest]>;
      await joined(tab);
      const [invite] = await invited;
      const answered = await reinvite(tab, await tab.audio.offer({ iceRestart: true }));
      expect(answered.status).toBe(200);
      // RFC 8445 §9. That audio comes through afterwards is tried with Chromium: werift does not restart as the offerer.
      expect(ufragOf(answered.sdp)).not.toBe(ufragOf(invite.message.body));
    });

    it('holds: the server stops sending until the call is taken back', async () => {
      await start();
      const { tab } = await joined(await answering());
      const held = await reinvite(tab, await tab.audio.offer({ direction: 'sendonly' }));
      expect(held.sdp).toContain('a=recvonly');
      await tab.audio.accept(held.sdp);
      const back = await reinvite(tab, await tab.audio.offer({ direction: 'sendrecv' }));
      expect(back.sdp).toContain('a=sendrecv');
      await tab.audio.accept(back.sdp);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('that makes no sense is refused, and the call goes on', async () => {
      await start();
      const { tab } = await joined(await answering());
      expect((await reinvite(tab, 'v=0\r\nnonsense')).status).toBe(488);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });
  });

  describe('a session refresh', () => {
    type Reinvite = IncomingInviteRequest;

    /** The server's next re-INVITE, and what the tab makes of it. */
    const refreshed = (tab: FakeTab): Promise<Reinvite> =>
      new Promise((resolve) => {
        const { session } = tab;
        if (session) session.delegate = { ...session.delegate, onInvite: resolve };
      });

    async function agree(tab: FakeTab, request: Reinvite): Promise<void> {
      const content = await tab.audio.reanswer(getBody(request.message)?.content ?? '');
      const body = { contentDisposition: 'session', contentType: 'application/sdp', content };
      const acknowledged = once(tab, 'confirmed');
      request.accept({ statusCode: 200, body, extraHeaders: [`Contact: <${tab.contact}>`] });
      await acknowledged;
    }

    it('comes again and again, and the call goes on', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      for (let round = 0; round < 3; round += 1) {
        const request = await refreshed(tab);
        expect(request.message.getHeader('Session-Expires')).toBe('90;refresher=uac');
        await agree(tab, request);
      }
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('that crossed the tab’s own offer comes back after 2.1 to 4 s', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      (await refreshed(tab)).reject({ statusCode: 491 });
      const crossedAt = performance.now();
      await agree(tab, await refreshed(tab));
      const waited = performance.now() - crossedAt;
      expect(waited).toBeGreaterThan(2000);
      expect(waited).toBeLessThan(5000);
    }, 15_000);

    it('while it awaits its answer, the tab’s own offer is told to wait', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      const request = await refreshed(tab);
      expect((await tab.inDialog('UPDATE', getBody(request.message)?.content)).statusCode).toBe(491);
      await agree(tab, request);
    });

    it('that is refused changes nothing', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      (await refreshed(tab)).reject({ statusCode: 488 });
      await agree(tab, await refreshed(tab));
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('of a call the tab does not know ends it', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab, until } = await joined(await answering());
      (await refreshed(tab)).reject({ statusCode: 481 });
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('waits for a tab that lost its WebSocket, and is sent anew where its answer was lost', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab, until } = await joined(await answering());
      await refreshed(tab);
      await tab.disconnect();
      await tab.connect();
      const again = refreshed(tab);
      await tab.register();
      await agree(tab, await again);
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    }, 15_000);
  });

  describe('a WebSocket that breaks in a call', () => {
    it('whose ACK was lost with it leaves room for the next offer', async () => {
      await start();
      const { tab, until } = await joined(await answering());
      const body = async () => ({
        contentDisposition: 'session',
        contentType: 'application/sdp',
        content: await tab.audio.offer({ iceRestart: true }),
      });
      const offered = async (lost: boolean): Promise<number> => {
        const options = { extraHeaders: [`Contact: <${tab.contact}>`], body: await body() };
        return new Promise((resolve) =>
          tab.session?.invite(
            {
              onAccept: ({ message, ack }) => {
                if (lost) tab.mute();
                ack();
                resolve(message.statusCode ?? 0);
              },
              onReject: ({ message }) => resolve(message.statusCode ?? 0),
            },
            options,
          ),
        );
      };
      expect(await offered(true)).toBe(200);
      await tab.disconnect();
      await tab.connect();
      await tab.register();
      expect(await offered(false)).toBe(200);
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('leaves the call, and the BYE over the next one finds it', async () => {
      await start();
      const { tab, until } = await joined(await answering());
      await tab.disconnect();
      await tab.connect();
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('keeps the server’s BYE for the tab’s return', async () => {
      await start();
      const { tab, handle, until } = await joined(await answering());
      const unregistered = new Promise<void>((resolve) => {
        telephony.onRegistration((extension, registered) => {
          if (extension === '1001' && !registered) resolve();
        });
      });
      await tab.disconnect();
      await unregistered;
      expect(telephony.isRegistered('1001')).toBe(false);
      handle.end();
      await until('ended');
      const bye = once(tab, 'bye');
      await tab.connect();
      await tab.register();
      await bye;
    });
  });

  it('completes the recordings of a run that was cut short', async () => {
    await writeFile(join(recordingsDir, '7.wav.part'), Buffer.concat([wavHeader(0, 2), Buffer.alloc(320)]));
    await start();
    await telephony.close();
    expect((await recorded('7')).operator).toHaveLength(80);
  });
});
