import type { Binding } from './bindings';
import type { SipConnection } from './connection';

/**
 * Ours, from the range for applications (RFC 6455 §7.4.2): the same digits as the 403 that the client gets when it
 * returns.
 */
const takenOverCode = 4403;

/** Of one login. Beyond that the earliest are dropped. */
const mostLosers = 20;

/**
 * Remembers who lost an extension, until each client has been informed.
 *
 * A loser's first REGISTER afterwards is refused: it comes from a refresh or a reconnect, and would take the extension
 * back, and so on without end. A REGISTER after the refusal is a person's wish, and wins like any other.
 */
export class TakeOver {
  /** The time until which each is remembered, by SIP login and then by instance. */
  readonly #losers = new Map<string, Map<string, number>>();
  readonly #keptForS: number;

  constructor(keptForS: number) {
    this.#keptForS = keptForS;
  }

  /**
   * If the loser has a call, it goes on over the loser's socket. Otherwise the socket is closed, so that the loser
   * notices now.
   */
  tell({ sipLogin, key, agent, connection }: Binding, winner: SipConnection): void {
    // A client that changed its Contact has not lost anything.
    if (connection === winner) return;
    const losers = this.#losers.get(sipLogin) ?? new Map<string, number>();
    losers.delete(key);
    this.#losers.set(sipLogin, losers.set(key, Date.now() + this.#keptForS * 1000));
    for (const loser of [...losers.keys()].slice(0, -mostLosers)) losers.delete(loser);
    if (!agent.busy) connection.close(takenOverCode, 'Taken over');
  }

  /** Whether this client must still be informed. A call counts as informing it. */
  toBeTold(sipLogin: string, key: string): boolean {
    const losers = this.#losers.get(sipLogin);
    const until = losers?.get(key);
    losers?.delete(key);
    return until !== undefined && until > Date.now();
  }
}
