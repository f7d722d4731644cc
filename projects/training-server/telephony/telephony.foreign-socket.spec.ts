import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { URI, type IncomingInviteRequest, type IncomingResponseMessage } from 'sip.js/lib/core/index.js';
import { newAccounts } from '../accounts';
import { FakeTab } from '../sip/fake-tab';
import { createSipTelephony, type SipTelephony, type SipTelephonyOptions } from './sip-telephony';
import type { CallProgress } from './telephony';

describe('towards sockets of other people’s cookies', () => {
  let telephony: SipTelephony;
  let http: Server;
  let recordingsDir: string;
  let progress: CallProgress['type'][];
  const tabs: FakeTab[] = [];
  const told = new Set<() => void>();

  let logged: object[];

  function start(sip: SipTelephonyOptions['sip'] = {}): void {
    // Each test has lines of its own: a line that the log held back comes a second later, in the next test.
    const lines = logged;
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    telephony = createSipTelephony({ accounts: newAccounts(), recordingsDir, log, publicAddress: '127.0.0.1', sip });
  }

  beforeEach(async () => {
    recordingsDir = await mkdtemp(join(tmpdir(), 'recordings-'));
    logged = [];
    start();
    http = createServer();
    http.on('upgrade', (request, socket, head) => {
      const identity = new URL(request.url ?? '', 'ws://localhost').searchParams.get('as') ?? undefined;
      telephony.handleUpgrade(request, socket, head, identity);
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    progress = [];
  });

  afterEach(async () => {
    for (const tab of tabs.splice(0)) tab.close();
    await telephony.close();
    http.close();
    await once(http, 'close');
    await rm(recordingsDir, { recursive: true });
  });

  async function tab(identity: string, sipLogin: string): Promise<FakeTab> {
    const { port } = http.address() as AddressInfo;
    const made = new FakeTab({ url: `ws://127.0.0.1:${port}/ws?as=${identity}`, sipLogin, instance: identity });
    tabs.push(made);
    return made.connect();
  }

  describe('an extension', () => {
    const contactsOf = (response: IncomingResponseMessage) => response.getHeaders('contact');

    it.each(['agent1', 'supervisor1', 'nobody'])(
      'an extension is not given to %s; the owner stays registered',
      async (identity) => {
        const owner = await tab('agent2', '1002');
        await owner.register();
        const thief = await tab(identity, '1002');
        expect((await thief.register()).statusCode).toBe(403);
        expect((await thief.register(0, '*')).statusCode).toBe(403);
        expect(contactsOf(await owner.register())).toEqual([`${owner.contactHeader()};expires=300`]);
        expect(logged).toMatchObject([
          { msg: 'REGISTER for another operator’s extension', identity, sipLogin: '1002' },
        ]);
      },
    );

    it('an extension is not given to a socket without a cookie', async () => {
      expect((await (await tab('', '1002')).register()).statusCode).toBe(403);
      expect(telephony.isRegistered('1002')).toBe(false);
    });

    it('an extension is given to everybody if no cookie is needed', async () => {
      await telephony.close();
      start({ auth: 'none' });
      expect((await (await tab('agent1', '1002')).register()).statusCode).toBe(200);
      expect(telephony.isRegistered('1002')).toBe(true);
    });
  });

  async function ring(callee: FakeTab) {
    await callee.register();
    const invited = once(callee, 'invite') as Promise<[IncomingInviteRequest]>;
    const request = { callTraceId: '1', extension: '1001', customerNumber: '0661234505', queueName: 'IN_Support' };
    const handle = telephony.startCall({ ...request, direction: 'incoming' }, ({ type }) => {
      progress.push(type);
      for (const resolve of told) resolve();
    });
    const [invite] = await invited;
    return { handle, invite };
  }

  async function until(type: CallProgress['type']): Promise<void> {
    while (!progress.includes(type)) await new Promise<void>((resolve) => told.add(resolve));
  }

  it.each(['BYE', 'INFO', 'UPDATE', 'INVITE'])(
    'a call takes no %s from them, and goes on where it is',
    async (method) => {
      const owner = await tab('agent1', '1001');
      const { handle, invite } = await ring(owner);
      await owner.answer(invite);
      await until('operatorAnswered');

      const thief = await tab('agent2', '1002');
      await thief.register();
      thief.session = owner.session;
      expect((await thief.inDialog(method)).statusCode).toBe(481);

      const bye = once(owner, 'bye');
      handle.end();
      await bye;
      await until('ended');
      expect(thief.received.some((text) => text.startsWith('BYE'))).toBe(false);
    },
  );

  it('a ringing call accepts no answer from a foreign socket', async () => {
    const owner = await tab('agent1', '1001');
    const { invite } = await ring(owner);
    const { message } = invite;
    const thief = await tab('agent2', '1002');
    const headers = ['via', 'from', 'call-id', 'cseq'].map((name) => `${name}: ${message.getHeader(name)}`);
    thief.send(
      ['SIP/2.0 486 Busy Here', ...headers, `To: ${message.getHeader('to')};tag=t`, 'l: 0', '', ''].join('\r\n'),
    );
    // Frames of one socket are read in order: this response shows that the frame before it was read.
    const done = await thief.request('OPTIONS', new URI('sip', 'anyone', 'training.local'));
    expect(done.statusCode).toBe(200);

    await owner.answer(invite);
    await until('operatorAnswered');
    expect(progress).not.toContain('operatorFailed');
  });

  it('a call is ended by its owner over another socket', async () => {
    const owner = await tab('agent1', '1001');
    const { invite } = await ring(owner);
    await owner.answer(invite);
    await until('operatorAnswered');
    const again = await tab('agent1', '1001');
    again.session = owner.session;
    expect((await again.inDialog('BYE')).statusCode).toBe(200);
    await until('ended');
  });
});
