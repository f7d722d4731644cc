import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { URI } from 'sip.js/lib/core/index.js';
import { WebSocket } from 'ws';
import { newAccounts } from '../accounts';
import { WorkBudgets } from '../work-budget';
import { FakeTab } from './fake-tab';
import { SipServer } from './sip-server';

const target = new URI('sip', 'anyone', 'training.local');

describe('one operator’s SIP WebSockets', () => {
  let server: SipServer;
  let http: Server;
  let url: string;
  let now: number;
  let cost: number;
  let logged: { level: number; msg: string; identity?: string; unsaid?: number }[];
  const tabs: FakeTab[] = [];

  beforeEach(async () => {
    logged = [];
    now = worked = 0;
    cost = 0;
    const sink = new Writable({
      write(line: Buffer, _encoding, done) {
        logged.push(JSON.parse(line.toString()));
        done();
      },
    });
    // Each frame reads the clock before and after.
    const budgets = new WorkBudgets(100, { now: () => now, worked: () => (worked += cost) });
    server = new SipServer({
      accounts: newAccounts(),
      realm: 'training.local',
      log: pino(sink),
      heartbeatMs: 60_000,
      budgets,
    });
    http = createServer();
    http.on('upgrade', (request, socket, head) =>
      server.handleUpgrade(request, socket, head, request.headers.cookie ?? undefined),
    );
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/ws`;
  });
  let worked: number;

  afterEach(async () => {
    for (const tab of tabs.splice(0)) tab.close();
    server.close();
    http.close();
    await once(http, 'close');
  });

  async function tab(cookie: string): Promise<FakeTab> {
    const made = new FakeTab({ url, sipLogin: '1001', cookie });
    tabs.push(made);
    return made.connect();
  }

  it('sockets of an operator share one budget: beyond it all are cut off and none is let in; other operators go on', async () => {
    const [first, second, other] = [await tab('agent1'), await tab('agent1'), await tab('agent2')];
    cost = 250;
    expect((await first.request('OPTIONS', target)).statusCode).toBe(200);
    expect((await second.request('OPTIONS', target)).statusCode).toBe(200);
    cost = 1;
    const closed = Promise.all([once(first, 'closed'), once(second, 'closed')]);
    first.send('\r\n');
    second.send('\r\n');
    await closed;
    const refused = new WebSocket(url, 'sip', { headers: { cookie: 'agent1' } });
    const [error] = (await once(refused, 'error').catch((fault: unknown) => [fault])) as [Error];
    expect(error.message).toContain('429');
    expect((await other.request('OPTIONS', target)).statusCode).toBe(200);
    expect(logged.filter(({ level }) => level >= 40).map(({ msg, identity }) => [msg, identity])).toEqual([
      ['SIP WebSocket cut off: its operator’s messages take too much time', 'agent1'],
      ['SIP WebSocket refused: its operator’s messages take too much time', 'agent1'],
    ]);

    now += 2000;
    expect((await (await tab('agent1')).request('OPTIONS', target)).statusCode).toBe(200);
  });

  it('sockets write one line a second for each cause into the log', async () => {
    const hostile = await tab('agent1');
    for (let i = 0; i < 300; i++) hostile.send('nonsense');
    expect((await hostile.request('OPTIONS', target)).statusCode).toBe(200);
    expect(logged.filter(({ msg }) => msg === 'malformed SIP frame').length).toBeLessThanOrEqual(3);
  });

  it('sockets are served in turns: one’s queue does not delay another’s request', async () => {
    const [hostile, other] = [await tab('agent1'), await tab('agent2')];
    const order: string[] = [];
    const note = (who: string) => (response: unknown) => void (response && order.push(who));
    // Sent in one go: they arrive in one piece.
    const piled = Array.from({ length: 50 }, () => hostile.request('OPTIONS', target).then(note('piled')));
    await Promise.all([...piled, other.request('OPTIONS', target).then(note('other'))]);
    expect(order.indexOf('other')).toBeLessThan(25);
  });
});
