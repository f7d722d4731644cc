import { createSocket } from 'node:dgram';
import { Program } from './program';

/** The ports of its media. */
const media = { least: 36000, most: 36899 };

/** rtpengine in the foreground and in user space: no kernel module, no privileges. */
export async function startRtpengine(ngPort: number): Promise<Program> {
  const rtpengine = new Program('rtpengine', 'rtpengine', [
    '--config-file=none',
    '--foreground',
    '--log-stderr',
    '--log-level=6',
    '--table=-1',
    '--interface=127.0.0.1',
    `--listen-ng=127.0.0.1:${ngPort}`,
    `--port-min=${media.least}`,
    `--port-max=${media.most}`,
  ]);
  await rtpengine.ready(() => pings(ngPort));
  return rtpengine;
}

/** Sends a ping over its own protocol: a cookie, then a bencoded command. */
const pings = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    const done = (answered: boolean): void => {
      clearTimeout(unanswered);
      socket.removeAllListeners('message');
      socket.close(() => resolve(answered));
    };
    const unanswered = setTimeout(() => done(false), 100);
    socket.on('message', (answer) => done(answer.includes('pong')));
    socket.send('interop d7:command4:pinge', port, '127.0.0.1');
  });
