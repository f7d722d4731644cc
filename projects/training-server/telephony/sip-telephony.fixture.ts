import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { newAccounts } from '../accounts';
import { recordingPath } from '../media/recording';
import { readWav } from '../media/wav';
import { FakeTab } from '../sip/fake-tab';
import { createSipTelephony, type SipTelephony, type SipTelephonyOptions } from './sip-telephony';
import type { CallProgress, CallRequest } from './telephony';

/** A level at which somebody speaks. */
export const loud = (heard: number) => heard > 200;
/** A level at which nobody speaks. */
export const quiet = (heard: number) => heard === 0;

/** A call and its progress. */
function startCall(telephony: SipTelephony, request: Partial<CallRequest> = {}) {
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
      // It comes with the first frame of sound, at any place among the others.
      if (told.type === 'recordingBegan') recordedSince(told.at);
      else progress.push(told);
      for (const waiter of waiting.filter(({ type }) => type === told.type)) waiter.resolve(told);
    },
  );
  let recordedSince: (at: number) => void = () => undefined;
  /** When the recording began, by `performance.now()`. */
  const recordingBegan = new Promise<number>((resolve) => (recordedSince = resolve));
  const until = (type: CallProgress['type']) =>
    new Promise<CallProgress>((resolve) => {
      const told = progress.find((candidate) => candidate.type === type);
      if (told) resolve(told);
      else waiting.push({ type, resolve });
    });
  return { handle, progress, until, recordingBegan, types: () => progress.map(({ type }) => type) };
}
let lastTraceId = 1000;

/** Telephony over SIP on a port of its own, for each test of the calling block. */
export function sipTelephonyUnderTest() {
  let telephony: SipTelephony;
  let http: Server;
  let url: string;
  let recordingsDir: string;
  const tabs: FakeTab[] = [];

  async function start(options: Partial<SipTelephonyOptions> = {}): Promise<void> {
    telephony = createSipTelephony({
      accounts: newAccounts(),
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

  /** A call that is connected to its customer. */
  async function joined(tab: FakeTab, request: Partial<CallRequest> = {}) {
    const call = place({ direction: 'incoming', customerNumber: '0661234505', ...request });
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

  const place = (request?: Partial<CallRequest>) => startCall(telephony, request);

  return {
    start,
    operator,
    answering,
    place,
    joined,
    recorded,
    get telephony() {
      return telephony;
    },
    get recordingsDir() {
      return recordingsDir;
    },
  };
}
