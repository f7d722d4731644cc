// One hostile operator in a process of its own: `flood.ts URL COOKIE LOAD SECONDS`. Prints how much it sent.
import { WebSocket } from 'ws';
import { type Load, loads } from './flood-loads';

const [url = '', cookie = '', name = '', seconds = '8'] = process.argv.slice(2);
const load = loads[name as keyof typeof loads] as Load;
/** Milliseconds between two turns of sending. */
const tickMs = 20;
const frames = load.frames();
let sent = 0;
let opened = 0;
let cuts = 0;
let next = 0;

/** Sends its share all the time, and reconnects as soon as it is cut off. */
function besiege(): void {
  const address = `${url.replace('http', 'ws')}${load.path}`;
  const socket = new WebSocket(address, load.path === '/ws' ? 'sip' : [], { headers: { cookie } });
  let due = 0;
  const timer = setInterval(() => {
    // A peer that never reads answers must not fill its own memory.
    if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > 4_000_000) return;
    for (due += (load.perSecond * tickMs) / 1000; due >= 1; due--) {
      if (load.most !== undefined && sent >= load.most) return;
      socket.send(frames[next++ % frames.length] ?? '');
      sent++;
    }
  }, tickMs);
  socket.on('open', () => {
    opened++;
    for (const greeting of load.greeting ?? []) socket.send(greeting);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    cuts++;
    clearInterval(timer);
    setTimeout(besiege, 50);
  });
}

for (let i = 0; i < load.sockets; i++) besiege();
setTimeout(
  () => {
    process.stdout.write(JSON.stringify({ sent, opened, cuts }));
    process.exit(0);
  },
  Number(seconds) * 1000,
);
