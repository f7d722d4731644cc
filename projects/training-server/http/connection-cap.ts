import type { Socket } from 'node:net';
import type { Logger } from 'pino';

/** Bounds how many connections one address holds; one that goes beyond is refused the further ones, the others are not. */
export class ConnectionCap {
  private readonly held = new Map<string, number>();
  /** Addresses whose fullness is in the log already: a flood must not flood the log too. */
  private readonly told = new Set<string>();

  constructor(
    private readonly perAddress: number,
    private readonly log: Logger,
  ) {}

  /** Counts a connection until it closes; destroys it where its address holds too many. */
  admit(socket: Socket): void {
    const address = socket.remoteAddress ?? 'unknown';
    const held = this.held.get(address) ?? 0;
    if (held >= this.perAddress) {
      if (!this.told.has(address)) this.log.warn({ address, held }, 'connection refused: too many from its address');
      this.told.add(address);
      socket.destroy();
      return;
    }
    this.held.set(address, held + 1);
    socket.once('close', () => this.release(address));
  }

  private release(address: string): void {
    const left = (this.held.get(address) ?? 1) - 1;
    if (left < this.perAddress / 2) this.told.delete(address);
    if (left === 0) this.held.delete(address);
    else this.held.set(address, left);
  }
}
