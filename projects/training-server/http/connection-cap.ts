import type { Socket } from 'node:net';
import type { Logger } from 'pino';

/**
 * Limits the connections of one address. An address over the limit gets no further one; other addresses are not
 * affected.
 */
export class ConnectionCap {
  readonly #held = new Map<string, number>();
  /** Addresses at the limit that the log has named already: a flood must not flood the log. */
  readonly #told = new Set<string>();
  readonly #perAddress: number;
  readonly #log: Logger;

  constructor(perAddress: number, log: Logger) {
    this.#perAddress = perAddress;
    this.#log = log;
  }

  /** Counts a connection until it closes. Destroys it if its address has too many. */
  admit(socket: Socket): void {
    const address = socket.remoteAddress ?? 'unknown';
    const held = this.#held.get(address) ?? 0;
    if (held >= this.#perAddress) {
      if (!this.#told.has(address))
        this.#log.warn({ address, held }, 'connection refused: too many connections from this address');
      this.#told.add(address);
      socket.destroy();
      return;
    }
    this.#held.set(address, held + 1);
    socket.once('close', () => this.#release(address));
  }

  #release(address: string): void {
    const left = (this.#held.get(address) ?? 1) - 1;
    if (left < this.#perAddress / 2) this.#told.delete(address);
    if (left === 0) this.#held.delete(address);
    else this.#held.set(address, left);
  }
}
