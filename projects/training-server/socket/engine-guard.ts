import type { Socket } from 'socket.io';
import { messageRate } from '../message-rate';
import type { SparingLog } from '../sparing-log';
import type { WorkBudget } from '../work-budget';

/** Packets that may wait for a browser that does not read; snapshots are some 10 kB each. */
const mostUnsent = 100;

/** Reading JSON on a slow machine; what is done about it is charged where it is done. */
const bytesReadPerMs = 20_000;

/** Whose line it is, and what it may cost. */
export interface LineOwner {
  readonly user: string | undefined;
  readonly budget: WorkBudget;
}

/** One browser's line below Socket.IO. */
type Line = Socket['conn'];

/** Cuts a line that talks too much, or does not listen, from its very first packet on. */
export function guardLine(line: Line, messagesPerSecond: number, { user, budget }: LineOwner, log: SparingLog): void {
  const rate = messageRate(messagesPerSecond);
  const address = line.remoteAddress;
  let unsent = 0;
  let cut = false;
  const cutOff = (facts: object, why: string): void => {
    if (cut) return;
    cut = true;
    log.warn({ address, user, ...facts }, why, `${why} ${user ?? address}`);
    // A close would wait for an answer that such a peer does not give.
    line.request.socket.destroy();
  };
  line.on('packet', ({ data }: { data?: unknown }) => {
    budget.spend(sizeOf(data) / bytesReadPerMs);
    if (!rate.take()) cutOff({ messagesPerSecond }, 'client cut off: too many messages');
    else if (budget.exhausted) cutOff({}, 'client cut off: its operator’s messages cost too much');
  });
  line.on('packetCreate', () => {
    if (++unsent > mostUnsent) cutOff({ unsent }, 'client cut off: it does not read');
  });
  // Said when what waited was handed to the WebSocket, which takes nothing while it is busy sending.
  line.on('drain', () => (unsent = 0));
}

const sizeOf = (data: unknown): number => (typeof data === 'string' || data instanceof Uint8Array ? data.length : 0);
