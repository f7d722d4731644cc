import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { measured } from './measured';
import { mutated, mutations } from './mutations';
import { stillServes, underSiege } from './siege';
import { SipWire, plain } from './sip-wire';
import { tortureMessages } from './torture-messages';

const batch = 1000;

/** The heap grows before it is collected; ten times as many messages need no more. */
const mostGrowthMb = 256;

const server = underSiege(test, 7, {
  MESSAGES_PER_SECOND: '1000000',
  WORK_MS_PER_SECOND: '1000',
  FARM_SIZE: '5',
});

async function* batches(texts: readonly string[]) {
  for (let start = 0; start < texts.length; start += batch) {
    yield texts.slice(start, start + batch);
    const health = await fetch(`${server.url}/healthz`);
    expect(health.status).toBe(200);
  }
}

async function holdsMemory(what: string, run: () => Promise<void>): Promise<void> {
  await stillServes(server);
  const before = server.residentMb();
  await run();
  await stillServes(server);
  expect(server.log.join('')).not.toMatch(/uncaught|unhandled|could not be handled|could not be served/);
  const after = server.residentMb();
  if (before !== null && after !== null) measured(`memory grown by ${what}`, after - before, mostGrowthMb, 'MB');
}

test(`${mutations} mutated SIP frames`, async () => {
  test.setTimeout(1_200_000);
  const good = [
    ...tortureMessages.map(({ frame }) => String(frame)),
    plain('REGISTER', 'sip:training.local', 'good-1', 1),
    plain('OPTIONS', 'sip:anyone@training.local', 'good-2', 1),
    plain('BYE', 'sip:anyone@training.local', 'good-3', 1),
    'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: r\r\nCSeq: 1 INVITE\r\n\r\n',
  ];
  const cookie = await server.cookie('agent1');
  let answered = 0;
  await holdsMemory(`${mutations} mutated SIP frames`, async () => {
    for await (const frames of batches(mutated(good, mutations))) {
      const wire = await SipWire.open(server.url, cookie);
      for (const frame of frames) wire.send(frame);
      await wire.settled();
      expect(wire.isOpen).toBe(true);
      answered += wire.answers.length - 1;
      const odd = wire.answers.filter(({ first, status }) =>
        // An empty frame is a keep-alive, and gets one as response.
        first.trim() === '' ? false : status === null || status < 200 || status === 500,
      );
      expect(odd.map(({ first }) => first)).toEqual([]);
      wire.close();
    }
  });
  process.stdout.write(`      ${mutations} frames, ${answered} answers\n`);
});

test(`${mutations} mutated Socket.IO packets`, async () => {
  test.setTimeout(1_200_000);
  const packet = (data: unknown): string => `42${JSON.stringify(['data', data])}`;
  const good = [
    packet({ type: 'login', user: 'agent3', password: 'wrong', extension: '1003' }),
    packet({ type: 'makeCall', phoneNumber: '0661234501', queueName: 'DM_MFO_1' }),
    packet({ type: 'pause', id: 6 }),
    packet({ type: 'resolutionSet', id: '4' }),
    packet({ type: 'logout' }),
    packet({ type: 'exit' }),
    '42["data"]',
    '43["data",1]',
    '40',
    '41',
    '3',
    '451-["data",{"_placeholder":true,"num":0}]',
    '40{"token":"x"}',
    '42/other,["data",{}]',
  ];
  const cookie = await server.cookie('agent3');
  let cuts = 0;
  const open = async (): Promise<WebSocket> => {
    const address = `${server.url.replace('http', 'ws')}/mediatel/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie } });
    socket.on('error', () => undefined);
    socket.resume();
    await once(socket, 'open');
    socket.send('40');
    return socket;
  };
  await holdsMemory(`${mutations} mutated Socket.IO packets`, async () => {
    let socket = await open();
    for await (const packets of batches(mutated(good, mutations))) {
      for (const text of packets) {
        // A peer that breaks Socket.IO's protocol is cut off, as it should be. The next message uses a new connection.
        if (socket.readyState !== WebSocket.OPEN) {
          cuts++;
          socket = await open();
        }
        await new Promise<void>((resolve) => socket.send(text, () => resolve()));
      }
    }
    socket.terminate();
  });
  process.stdout.write(`      ${mutations} packets, ${cuts} lines cut\n`);
});
