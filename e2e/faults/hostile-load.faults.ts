import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { measured } from './measured';
import { stillServes, underSiege } from './siege';
import { SipWire, plain } from './sip-wire';

const idle = 1000;
const server = underSiege(test, 8, { LOG_LEVEL: 'warn' });

const logged = (text: string): boolean => server.log.join('').includes(text);

async function webSocket(path: string, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, path === '/ws' ? 'sip' : [], {
    headers: { cookie },
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return socket;
}

const agentPath = '/mediatel/socket.io/?EIO=4&transport=websocket';

/** A Socket.IO client that the server has admitted. It closes a client whose events come earlier, without a word. */
async function admittedAgent(cookie: string): Promise<WebSocket> {
  const socket = await webSocket(agentPath, cookie);
  const admitted = new Promise<void>((resolve, reject) => {
    socket.on('message', (data: Buffer) => data.toString().startsWith('40') && resolve());
    socket.on('close', () => reject(new Error('not admitted')));
  });
  socket.send('40');
  await admitted;
  return socket;
}

/** A TCP connection with an unfinished request, which reads no response. */
function half(text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text, () => resolve(socket)));
    socket.on('error', () => undefined);
  });
}

test(`${idle} idle sockets cost little and nobody else anything`, async () => {
  await stillServes(server);
  const before = server.residentMb();
  const cookie = await server.cookie('agent1');
  const sockets: WebSocket[] = [];
  for (let i = 0; i < idle; i++) sockets.push(await webSocket(i % 2 === 0 ? '/ws' : agentPath, cookie));
  await stillServes(server);
  const after = server.residentMb();
  if (before !== null && after !== null) measured(`memory of ${idle} idle sockets`, after - before, 150, 'MB');
  expect(sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length).toBeGreaterThanOrEqual(idle / 2);
  for (const socket of sockets) socket.terminate();
});

test('a frame too large closes its socket with 1009, and no other', async () => {
  const cookie = await server.cookie('agent1');
  const other = await SipWire.open(server.url, cookie);
  const wire = await webSocket('/ws', cookie);
  const closed = once(wire, 'close');
  wire.send(`OPTIONS sip:a SIP/2.0\r\nX: ${'A'.repeat(9000)}\r\n\r\n`);
  expect((await closed)[0]).toBe(1009);
  const agent = await admittedAgent(cookie);
  const cut = once(agent, 'close');
  agent.send(`42["data","${'A'.repeat(2_100_000)}"]`);
  await cut;
  await other.settled();
  other.close();
  await stillServes(server);
});

test('handshakes that never end are cut off', async () => {
  const start = performance.now();
  const beginnings = [
    'GET /ws HTTP/1.1\r\nHost: x\r\nX-Slow: ',
    'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    'G',
    '',
  ];
  const slow = await Promise.all(Array.from({ length: 200 }, (_, i) => half(beginnings[i % beginnings.length] ?? '')));
  const dripping = setInterval(() => slow.forEach((socket) => socket.write('a')), 1000);
  await stillServes(server);
  await Promise.all(slow.map((socket) => (socket.destroyed ? null : once(socket.resume(), 'close'))));
  clearInterval(dripping);
  measured('200 slow handshakes cut off', performance.now() - start, 25_000);
  await stillServes(server);
});

test('a peer that sends requests and never reads is cut off before its responses fill the memory', async () => {
  // At the everyday rate it would take minutes to fill the system's buffers.
  await server.restart({ MESSAGES_PER_SECOND: '5000', WORK_MS_PER_SECOND: '1000' });
  await stillServes(server);
  const before = server.residentMb();
  const cookie = await server.cookie('agent1');
  const sip = await webSocket('/ws', cookie);
  sip.pause();
  const agent = await admittedAgent(cookie);
  agent.pause();
  const question = plain('OPTIONS', 'sip:anyone@training.local', 'q', 1, [
    `Via: SIP/2.0/WS ${'x'.repeat(7000)}.invalid`,
  ]);
  await expect
    .poll(
      () => {
        if (sip.readyState === WebSocket.OPEN) for (let i = 0; i < 150; i++) sip.send(question);
        if (agent.readyState === WebSocket.OPEN)
          for (let i = 0; i < 500; i++) agent.send('42["data",{"type":"holdCall"}]');
        return [logged('SIP WebSocket cut off: it does not read'), logged('client cut off: it does not read')];
      },
      { intervals: [200], timeout: 60_000 },
    )
    .toEqual([true, true]);
  const after = server.residentMb();
  if (before !== null && after !== null) measured('memory of two who never read', after - before, 100, 'MB');
  sip.terminate();
  agent.terminate();
  await stillServes(server);
  await server.restart();
});

test('a peer that sends too fast is cut off and named in the log', async () => {
  // On a slow machine its messages would take too much time before they are too many.
  await server.restart({ WORK_MS_PER_SECOND: '1000' });
  const cookie = await server.cookie('agent1');
  for (const [path, text, line] of [
    ['/ws', plain('OPTIONS', 'sip:a@training.local', 'q', 1), 'SIP WebSocket cut off: too many messages'],
    [agentPath, '3', 'client cut off: too many messages'],
  ] as const) {
    const socket = await webSocket(path, cookie);
    const closed = once(socket, 'close');
    for (let i = 0; i < 2000; i++) socket.send(text);
    await closed;
    await expect.poll(() => logged(line)).toBe(true);
  }
  await stillServes(server);
});

test('an address beyond its share of connections is refused further ones', async () => {
  await server.restart({ SOCKETS_PER_ADDRESS: '50' });
  const held = await Promise.all(Array.from({ length: 60 }, () => half('GET / HTTP/1.1\r\n')));
  await expect.poll(() => held.filter(({ destroyed }) => destroyed).length).toBeGreaterThanOrEqual(10);
  expect(logged('connection refused: too many connections from this address')).toBe(true);
  for (const socket of held) socket.destroy();
  await expect
    .poll(() =>
      fetch(`${server.url}/healthz`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  await stillServes(server);
});
