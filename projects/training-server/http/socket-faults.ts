import type { Duplex } from 'node:stream';
import type { Cancel, Clock } from '../../server-kit';

/** The lines of an operator's tab that can fail: Socket.IO with Mediatel, and SIP. */
export const faultyLines = ['mediatel', 'sip'] as const;

/** One of the two lines. */
export type FaultyLine = (typeof faultyLines)[number];

/**
 * How a line fails. `cut`: its sockets close, new ones are refused. `silence`: its sockets stay open, nothing passes
 * in either direction, new ones are refused.
 */
export const lineFaults = ['cut', 'silence'] as const;

/** One of the two ways to fail. */
export type LineFault = (typeof lineFaults)[number];

interface Fault {
  readonly silenced: ReadonlySet<Duplex>;
  readonly cancel: Cancel;
}

/** Makes an operator's sockets fail as a network does, for a time. */
export class SocketFaults {
  readonly #sockets = new Map<string, Set<Duplex>>();
  readonly #faults = new Map<string, Fault>();
  readonly #clock: Clock;
  #isClosed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Remembers an open socket until it closes. */
  watch(login: string, line: FaultyLine, socket: Duplex): void {
    const key = keyOf(login, line);
    const open = this.#sockets.get(key) ?? new Set();
    this.#sockets.set(key, open.add(socket));
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0 && this.#sockets.get(key) === open) this.#sockets.delete(key);
    });
  }

  /** Whether a new socket must fail. */
  refuses(login: string, line: FaultyLine): boolean {
    return this.#faults.has(keyOf(login, line));
  }

  /** Begins a fault, in place of an earlier one. It ends by itself; 0 ms ends the earlier one only. */
  begin(login: string, line: FaultyLine, fault: LineFault, ms: number): void {
    const key = keyOf(login, line);
    this.#end(key);
    // The server closes: a timer would keep its process.
    if (ms === 0 || this.#isClosed) return;
    const open = [...(this.#sockets.get(key) ?? [])];
    if (fault === 'cut') for (const socket of open) socket.destroy();
    const silenced = new Set(fault === 'silence' ? open : []);
    for (const socket of silenced) {
      socket.pause();
      // Holds back what the server writes; a peer sees a line on which nothing moves.
      socket.cork();
    }
    this.#faults.set(key, { silenced, cancel: this.#clock.schedule(ms, () => this.#end(key)) });
  }

  /** Ends all faults. Later ones do nothing. */
  close(): void {
    this.#isClosed = true;
    for (const key of [...this.#faults.keys()]) this.#end(key);
  }

  #end(key: string): void {
    const fault = this.#faults.get(key);
    if (!fault) return;
    this.#faults.delete(key);
    fault.cancel();
    for (const socket of fault.silenced) {
      if (socket.destroyed) continue;
      socket.uncork();
      socket.resume();
    }
  }
}

const keyOf = (login: string, line: FaultyLine): string => `${line} ${login}`;
