import type { Socket } from 'socket.io';
import { messageRate } from '../message-rate';
import type { SparingLog } from '../sparing-log';
import type { WorkBudget } from '../work-budget';

/** Packets that may wait for a browser that does not read. Snapshots have about 10 kB each. */
const mostUnsent = 100;

/** The speed of parsing JSON on a slow machine. The work after it is charged where it is done. */
const bytesReadPerMs = 20_000;

/** Whose connection it is, and what it may cost. */
export interface LineOwner {
  readonly user: string | undefined;
  readonly budget: WorkBudget;
}

/** A browser's connection below Socket.IO. */
type Line = Socket['conn'];

/** Ends a connection that sends too much or does not read, from its first packet on. */
export function guardLine(line: Line, messagesPerSecond: number, { user, budget }: LineOwner, log: SparingLog): void {
  const rate = messageRate(messagesPerSecond);
  const address = line.remoteAddress;
  let unsent = 0;
  let cut = false;
  const cutOff = (facts: object, why: string): void => {
    if (cut) return;
    cut = true;
    log.warn({ address, user, ...facts }, why, `${why} ${user ?? address}`);
    // A normal close would wait for an answer, which such a peer does not send.
    line.request.socket.destroy();
  };
  line.on('packet', ({ data }: { data?: unknown }) => {
    budget.spend(sizeOf(data) / bytesReadPerMs);
    if (!rate.take()) cutOff({ messagesPerSecond }, 'client cut off: too many messages');
    else if (budget.exhausted) cutOff({}, 'client cut off: its operator’s messages take too much time');
  });
  line.on('packetCreate', () => {
    if (++unsent > mostUnsent) cutOff({ unsent }, 'client cut off: it does not read');
  });
  // Emitted when all waiting packets were passed to the WebSocket, which accepts none while it is busy sending.
  line.on('drain', () => (unsent = 0));
}

const sizeOf = (data: unknown): number => (typeof data === 'string' || data instanceof Uint8Array ? data.length : 0);
