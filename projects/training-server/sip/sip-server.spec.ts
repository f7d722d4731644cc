import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { URI, type IncomingResponseMessage } from 'sip.js/lib/core/index.js';
import { WebSocket } from 'ws';
import { newAccounts } from '../accounts';
import { FakeTab, type FakeTabOptions } from './fake-tab';
import { SipServer } from './sip-server';

const target = new URI('sip', 'anyone', 'training.local');
const contactsOf = (response: IncomingResponseMessage) => response.getHeaders('contact');

const accounts = newAccounts();

describe('SipServer', () => {
  let server: SipServer;
  let http: Server;
  let url: string;
  let logged: { level: number; msg: string; reason?: string }[];
  const tabs: FakeTab[] = [];

  beforeEach(async () => {
    logged = [];
    const sink = new Writable({
      write(line: Buffer, _encoding, done) {
        logged.push(JSON.parse(line.toString()));
        done();
      },
    });
    server = new SipServer({ accounts, realm: 'training.local', log: pino(sink), minExpiresS: 1, heartbeatMs: 60_000 });
    http = createServer();
    // The identity in the socket's cookie.
    const identityOf = (path = '') => new URL(path, 'ws://localhost').searchParams.get('as') ?? 'agent1';
    http.on('upgrade', (request, socket, head) => server.handleUpgrade(request, socket, head, identityOf(request.url)));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/ws`;
  });

  afterEach(async () => {
    for (const tab of tabs.splice(0)) tab.close();
    server.close();
    http.close();
    await once(http, 'close');
  });

  async function tab(options: Partial<FakeTabOptions> = {}): Promise<FakeTab> {
    const made = new FakeTab({ url, sipLogin: '1001', ...options });
    tabs.push(made);
    return made.connect();
  }

  /** A tab over a socket with another person's cookie. */
  const tabAs = (identity: string, options: Partial<FakeTabOptions> = {}) =>
    tab({ url: `${url}?as=${identity}`, ...options });

  function keepOthers(): void {
    server.close();
    server = new SipServer({
      accounts,
      realm: 'training.local',
      log: pino({ level: 'silent' }),
      otherContacts: 'keep',
    });
  }

  const registration = (extension: string, registered: boolean) =>
    new Promise<void>((resolve) => {
      const stop = server.bindings.onRegistration((changed, now) => {
        if (changed !== extension || now !== registered) return;
        stop();
        resolve();
      });
    });

  describe('registration', () => {
    it('challenges, then lists the binding with its expiry', async () => {
      const phone = await tab({ instance: 'aaa' });
      const response = await phone.register(300);
      expect(phone.received[0]).toMatch(
        /^SIP\/2.0 401 [^]*WWW-Authenticate: Digest realm="training.local", nonce="[^"]+", algorithm=MD5, qop="auth"\r\n/,
      );
      expect(response.statusCode).toBe(200);
      expect(contactsOf(response)).toEqual([`${phone.contactHeader()};expires=300`]);
      expect(server.bindings.newest('1001')).toMatchObject({ extension: '1001', sipLogin: '1001' });
    });

    it('allows a SIP login that is not the extension', async () => {
      const phone = await tabAs('agent11', { sipLogin: 'sip11' });
      await phone.register();
      expect(server.bindings.newest('sip11')).toMatchObject({ extension: '1011' });
    });

    it.each([
      ['a wrong password', { password: 'wrong' }],
      ['an unknown login', { sipLogin: 'nobody' }],
    ])('keeps out %s', async (_, options) => {
      const response = await (await tab(options)).register();
      expect(response.statusCode).toBe(401);
      expect(server.bindings.all()).toEqual([]);
    });

    it('reports a nonce that is too old as stale, so that the client does not ask the user', async () => {
      server.close();
      server = new SipServer({
        accounts,
        realm: 'training.local',
        log: pino({ level: 'silent' }),
        nonceLifetimeMs: -1,
      });
      const phone = await tab();
      expect((await phone.register()).statusCode).toBe(401);
      expect(phone.received.map((text) => text.includes('stale=true'))).toEqual([false, true, true]);
    });

    it('refuses too brief a registration, saying what is not', async () => {
      const phone = await tab();
      server.close();
      server = new SipServer({ accounts, realm: 'training.local', log: pino({ level: 'silent' }), minExpiresS: 60 });
      const other = await tab();
      const response = await other.register(30);
      expect(response.statusCode).toBe(423);
      expect(response.getHeader('min-expires')).toBe('60');
      phone.close();
    });

    it('forgets a binding that was not refreshed', async () => {
      const gone = registration('1001', false);
      await (await tab()).register(1);
      await gone;
      expect(server.bindings.of('1001')).toEqual([]);
    });

    it('ends by Expires 0, and by Contact * of all', async () => {
      keepOthers();
      const [first, second] = [await tab(), await tab()];
      await first.register();
      await second.register();
      expect(contactsOf(await first.register(0))).toEqual([`${second.contactHeader()};expires=300`]);
      await first.register();
      expect(contactsOf(await second.register(0, '*'))).toEqual([]);
      expect(server.bindings.of('1001')).toEqual([]);
    });

    it('refuses Contact * with a time', async () => {
      const phone = await tab();
      await phone.register();
      expect((await phone.register(300, '*')).statusCode).toBe(400);
      expect(server.bindings.of('1001')).toHaveLength(1);
    });

    it('an extension goes to the newest instance; the loser is informed, and gets it back only by a second try', async () => {
      const [older, newer] = [await tab({ instance: 'older' }), await tab({ instance: 'newer' })];
      await older.register();
      const closed = once(older, 'closed');
      expect(contactsOf(await newer.register())).toEqual([`${newer.contactHeader()};expires=300`]);
      expect(await closed).toEqual([4403]);

      const back = await tab({ instance: 'older' });
      const refused = await back.register();
      expect([refused.statusCode, refused.reasonPhrase]).toEqual([403, 'Taken over']);
      expect(server.bindings.newest('1001')?.contact.user).toBe(newer.contact.user);
      expect((await newer.register()).statusCode).toBe(200);

      expect(contactsOf(await back.register())).toEqual([`${back.contactHeader()};expires=300`]);
      expect(server.bindings.of('1001')).toHaveLength(1);
    });

    it.each(['drop', 'keep'] as const)(
      'holds a bounded number of agents, however many instances come: %s',
      async (rule) => {
        if (rule === 'keep') keepOthers();
        const phone = await tab();
        for (let count = 0; count < 40; count++) {
          const instance = `<${phone.contact}>;reg-id=1;+sip.instance="<urn:uuid:${count}>"`;
          expect((await phone.register(300, instance)).statusCode).toBe(200);
        }
        expect(server.bindings.of('1001')).toHaveLength(rule === 'keep' ? 10 : 1);
        expect(server.bindings.newest('1001')?.contactText).toContain('urn:uuid:39');
        await phone.register(0, '*');
        await phone.register();
        expect(server.agentsHeld).toBe(1);
      },
    );

    it('an extension stays registered while it moves to another instance', async () => {
      const changes: boolean[] = [];
      server.bindings.onRegistration((_, registered) => changes.push(registered));
      const instances = ['a', 'b', 'c'];
      for (const instance of instances) await (await tab({ instance })).register();
      expect(changes).toEqual([true]);
    });

    it('if others are kept, lists every tab of the extension, and calls the newest; a refresh does not change which', async () => {
      keepOthers();
      const [older, newer] = [await tab({ instance: 'older' }), await tab({ instance: 'newer' })];
      await older.register();
      await newer.register();
      const refreshed = await older.register();
      expect(contactsOf(refreshed)).toEqual([newer, older].map((phone) => `${phone.contactHeader()};expires=300`));
      expect(server.bindings.newest('1001')?.contact.user).toBe(newer.contact.user);
    });

    it('replaces the binding of the same instance over a new socket, keeping its agent', async () => {
      const before = await tab({ instance: 'same' });
      await before.register();
      const agent = server.bindings.newest('1001')?.agent;
      const after = await tab({ instance: 'same' });
      expect(contactsOf(await after.register())).toEqual([`${after.contactHeader()};expires=300`]);
      expect(server.bindings.newest('1001')?.agent).toBe(agent);
    });

    it('drops a binding with its socket', async () => {
      const phone = await tab();
      await phone.register();
      const gone = registration('1001', false);
      await phone.disconnect();
      await gone;
      expect(server.bindings.of('1001')).toEqual([]);
    });

    it('a REGISTER is for the socket’s own account only', async () => {
      const phone = await tab();
      const other = new URI('sip', '1002', 'training.local');
      Object.defineProperty(phone, 'aor', { value: other });
      expect((await phone.register()).statusCode).toBe(403);
      expect(server.bindings.all()).toEqual([]);
    });
  });

  describe('outside a dialog', () => {
    it('answers OPTIONS, registered or not', async () => {
      const response = await (await tab()).request('OPTIONS', target);
      expect([response.statusCode, response.getHeader('accept')]).toEqual([
        200,
        'application/sdp, application/dtmf-relay, application/dtmf',
      ]);
    });

    it.each([
      ['MESSAGE', 405],
      ['SUBSCRIBE', 405],
      ['UPDATE', 405],
      ['FROBNICATE', 501],
      ['BYE', 481],
      ['INVITE', 403],
    ])('answers %s with %d', async (method, statusCode) => {
      expect((await (await tab()).request(method, target)).statusCode).toBe(statusCode);
    });

    it('refuses extensions it does not know', async () => {
      const response = await (await tab()).request('OPTIONS', target, ['Require: 100rel, path']);
      expect([response.statusCode, response.getHeader('unsupported')]).toEqual([420, '100rel']);
    });

    it('answers 481 to an unknown dialog', async () => {
      const phone = await tab();
      const answered = nextFrame(phone);
      phone.send(request('INFO', { To: '<sip:mediatel@training.local>;tag=x' }));
      expect(await answered).toMatch(/^SIP\/2.0 481 /);
    });

    it('answers a keep-alive', async () => {
      const phone = await tab();
      const answered = nextFrame(phone);
      phone.send('\r\n\r\n');
      expect(await answered).toBe('\r\n');
    });

    it.each([
      [
        'folded',
        'Via  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw\r\nv:  SIP  / 2.0  / TCP  spindle.example.com ;\r\n  branch = z9hG4bK9 ,\r\n SIP/2.0/UDP 192.168.255.111;branch=\r\n z9hG4bK3',
        [
          'Via: SIP  /   2.0 /UDP 192.0.2.2;branch=390skdjuw',
          'Via: SIP  / 2.0  / TCP  spindle.example.com ; branch = z9hG4bK9 , SIP/2.0/UDP 192.168.255.111;branch= z9hG4bK3',
        ],
      ],
      ['without a branch', 'Via: SIP/2.0/WS tab.invalid', ['Via: SIP/2.0/WS tab.invalid']],
    ])('answers with a complete Via if it came %s', async (_how, via, expected) => {
      const mismatch = request('BYE', { CSeq: '7 INVITE' });
      for (const [status, text] of [['200', request('OPTIONS')] as const, ['400', mismatch] as const]) {
        const phone = await tab();
        const answered = nextFrame(phone);
        phone.send(text.replace(/^Via: .*$/m, via));
        const lines = (await answered).split('\r\n');
        expect(lines[0]).toMatch(new RegExp(`^SIP/2.0 ${status} `));
        expect(lines.filter((line) => /^via:/i.test(line))).toEqual(expected);
      }
    });

    it('accepts an address with the three colons that RFC 3261’s grammar allows (RFC 5118 §4.10)', async () => {
      const phone = await tab();
      const answered = nextFrame(phone);
      const text = request('OPTIONS', { To: 'sip:user@[2001:db8:::192.0.2.1]' });
      phone.send(text.replace('sip:mediatel@training.local SIP', 'sip:user@[2001:db8:::192.0.2.1] SIP'));
      expect(await answered).toMatch(/^SIP\/2.0 200 /);
    });

    it('accepts binary frames like text frames (RFC 7118 §5)', async () => {
      const phone = await tab();
      const answered = nextFrame(phone);
      phone.send(Buffer.from(request('OPTIONS')));
      expect(await answered).toMatch(/^SIP\/2.0 200 /);
    });
  });

  describe('garbage', () => {
    it.each([
      ['noise', 'hello'],
      ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
      ['a response without a CSeq', 'SIP/2.0 200 OK\r\nVia: x\r\n\r\n'],
      ['an ACK without headers', 'ACK sip:a@b SIP/2.0\r\n\r\n'],
    ])('logs %s and goes on', async (_, frame) => {
      const phone = await tab();
      phone.send(frame);
      expect((await phone.request('OPTIONS', target)).statusCode).toBe(200);
      expect(phone.received).toHaveLength(1);
      expect(logged).toContainEqual(
        expect.objectContaining({ level: 40, msg: 'malformed SIP frame', reason: expect.any(String) }),
      );
    });

    it.each([
      ['without a Request-URI', request('INVITE').replace('sip:mediatel@training.local', '')],
      ['with a broken Request-URI', request('INVITE').replace('sip:mediatel@training.local', 'sip:agent@?bx.invalid')],
      ['whose CSeq names another method', request('BYE', { CSeq: '7 INVITE' })],
      ['shorter than it says', request('INFO', { 'Content-Length': '99' })],
    ])('answers 400 to a request %s', async (_, text) => {
      const phone = await tab();
      const answered = nextFrame(phone);
      phone.send(text);
      const answer = await answered;
      expect(answer).toMatch(/^SIP\/2.0 400 Bad Request/);
      for (const header of ['Via: SIP/2.0/WS tab.invalid;branch=z9hG4bKx', 'Call-ID: c1', 'CSeq: 7'])
        expect(answer).toContain(header);
    });

    it('closes the socket of a frame of 1 MB, and of no other', async () => {
      const [rude, polite] = [await tab(), await tab()];
      const closed = once(rude, 'closed');
      rude.send('x'.repeat(1_000_000));
      expect(await closed).toEqual([1009]);
      expect((await polite.request('OPTIONS', target)).statusCode).toBe(200);
    });

    it('closes the socket of a text frame that is not UTF-8', async () => {
      const socket = new WebSocket(url, 'sip');
      await once(socket, 'open');
      const closed = once(socket, 'close') as Promise<[number]>;
      socket.send(Buffer.from([0xff, 0xfe, 0xc0]), { binary: false });
      expect((await closed)[0]).toBe(1007);
      expect(logged).toContainEqual(expect.objectContaining({ level: 40, msg: 'SIP WebSocket error' }));
    });

    it('refuses a WebSocket without the subprotocol sip', async () => {
      const socket = new WebSocket(url, 'other');
      const [error] = (await once(socket, 'error').catch((fault: unknown) => [fault])) as [Error];
      expect(error.message).toContain('400');
    });
  });

  it('drops a socket whose peer no longer answers pings', async () => {
    server.close();
    server = new SipServer({ accounts, realm: 'training.local', log: pino({ level: 'silent' }), heartbeatMs: 20 });
    const deaf = new WebSocket(url, 'sip', { autoPong: false });
    await once(deaf, 'open');
    const [code] = (await once(deaf, 'close')) as [number];
    expect(code).toBe(1006);
  });
});

function nextFrame(tab: FakeTab): Promise<string> {
  return new Promise((resolve) => {
    const push = tab.received.push.bind(tab.received);
    tab.received.push = (frame: string) => {
      resolve(frame);
      return push(frame);
    };
  });
}

function request(method: string, changed: Record<string, string> = {}): string {
  const headers = {
    Via: 'SIP/2.0/WS tab.invalid;branch=z9hG4bKx',
    From: '<sip:1001@training.local>;tag=f',
    To: '<sip:mediatel@training.local>',
    'Call-ID': 'c1',
    CSeq: `7 ${method}`,
    'Content-Length': '0',
    ...changed,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} sip:mediatel@training.local SIP/2.0`, ...lines, '', ''].join('\r\n');
}
