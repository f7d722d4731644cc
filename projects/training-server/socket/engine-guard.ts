import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { MessageRate } from '../message-rate';

/** Packets that may wait for a browser that does not read; snapshots are some 10 kB each. */
const mostUnsent = 100;

/** One browser's line below Socket.IO. */
type Line = Socket['conn'];

/** Cuts a line that talks too much, or does not listen, from its very first packet on. */
export function guardLine(line: Line, messagesPerSecond: number, log: Logger): void {
  const rate = new MessageRate(messagesPerSecond);
  const address = line.remoteAddress;
  let unsent = 0;
  let cut = false;
  const cutOff = (facts: object, why: string): void => {
    if (cut) return;
    cut = true;
    log.warn({ address, ...facts }, why);
    // A close would wait for an answer that such a peer does not give.
    line.request.socket.destroy();
  };
  line.on('packet', () => {
    if (!rate.take()) cutOff({ messagesPerSecond }, 'client cut off: too many messages');
  });
  line.on('packetCreate', () => {
    if (++unsent > mostUnsent) cutOff({ unsent }, 'client cut off: it does not read');
  });
  // Said when what waited was handed to the WebSocket, which takes nothing while it is busy sending.
  line.on('drain', () => (unsent = 0));
}
