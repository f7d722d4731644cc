import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Session } from 'sip.js/lib/core/index.js';
import { until } from 'test-kit';
import { type WebSocket, WebSocketServer } from 'ws';
import { Phone } from './phone';
import { PhoneCall } from './phone-call';

const account = { login: '1001', password: 'secret', realm: 'probed.test' };

/** The 200 to a request, with its Contact. */
const accepted = (request: string): string => {
  const line = (name: string): string => new RegExp(`^${name}: .*$`, 'im').exec(request)?.[0] ?? '';
  const kept = ['Via', 'From', 'Call-ID', 'CSeq', 'Contact'].map(line);
  return ['SIP/2.0 200 OK', ...kept, `${line('To')};tag=server`, 'Content-Length: 0', '', ''].join('\r\n');
};

describe('Phone', () => {
  let server: WebSocketServer;
  /** The server's ends, in the order of the pages. */
  let pages: WebSocket[];
  /** What the server does with a request; a page sends its first one as soon as it is connected. */
  let answer: (request: string, page: WebSocket) => void;

  beforeEach(async () => {
    pages = [];
    answer = (request, page) => page.send(accepted(request));
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => {
      pages.push(socket);
      socket.on('message', (request: Buffer) => answer(request.toString(), socket));
    });
    await once(server, 'listening');
  });

  afterEach(() => {
    for (const page of pages) page.terminate();
    server.close();
  });

  it('registers its next page while the old connection is still being closed', async () => {
    const call = new PhoneCall(() => 0, { isLoopback: true, stun: null }, false);
    const { port } = server.address() as AddressInfo;
    const phone = new Phone({
      ...{ url: `ws://127.0.0.1:${port}/`, account, headers: {}, now: () => 0, patienceMs: 10_000, isPage: true },
    });
    expect(await phone.comeBack()).toBe(true);

    // It reads nothing more, so the old connection stays half closed.
    pages[0]!.pause();
    const held: string[] = [];
    answer = (request) => void held.push(request);
    const next = phone.leave(call, { id: 'the call', dialogState: {}, dispose: () => undefined } as unknown as Session);
    const returning = next.comeBack();
    await until(() => held.length === 1);
    pages[0]!.resume();
    await once(pages[0]!, 'close');
    // What the old connection's end does to the next page is done before this answer to a ping.
    pages[1]!.ping();
    await once(pages[1]!, 'pong');
    answer = (request, page) => page.send(accepted(request));
    answer(held[0]!, pages[1]!);
    expect(await returning).toBe(true);
    await next.close();
  });

  it('says that its registration is left at the server', async () => {
    const call = new PhoneCall(() => 0, { isLoopback: true, stun: null }, false);
    const { port } = server.address() as AddressInfo;
    const phone = new Phone({
      ...{ url: `ws://127.0.0.1:${port}/`, account, headers: {}, now: () => 0, patienceMs: 10_000, isPage: true },
    });
    expect(await phone.comeBack()).toBe(true);
    server.close();
    const next = phone.leave(call, { id: 'the call', dialogState: {}, dispose: () => undefined } as unknown as Session);
    expect(await next.comeBack()).toBe(false);
    // No REGISTER with `Expires: 0` was sent: the binding stays for 300 s.
    await expect(phone.close()).rejects.toThrow('still registered');
  });
});
