import type { Binding } from './bindings';
import type { SipConnection } from './connection';

/** Ours, of the range left to applications (RFC 6455 §7.4.2): the digits of the answer that awaits the client's return. */
const takenOverCode = 4403;

/** Of one login; of more, the earliest are forgotten. */
const mostLosers = 20;

/**
 * Remembers who lost an extension, until each has been told.
 *
 * A loser's first REGISTER afterwards is refused: it comes by itself, by a refresh or a reconnect, and would take the
 * extension back, and so on without end. What comes after the refusal is a person's wish, and wins like any other.
 */
export class TakeOver {
  /** Until when each is remembered, by SIP login and then by instance. */
  private readonly losers = new Map<string, Map<string, number>>();

  constructor(private readonly keptForS: number) {}

  /** A call goes on over the loser's socket; without one the socket is closed, so that the loser learns of it now. */
  tell({ sipLogin, key, agent, connection }: Binding, winner: SipConnection): void {
    // A client that changed its Contact has not lost anything.
    if (connection === winner) return;
    const losers = this.losers.get(sipLogin) ?? new Map<string, number>();
    losers.delete(key);
    this.losers.set(sipLogin, losers.set(key, Date.now() + this.keptForS * 1000));
    for (const loser of [...losers.keys()].slice(0, -mostLosers)) losers.delete(loser);
    if (!agent.busy) connection.close(takenOverCode, 'Taken over');
  }

  /** Whether this client has yet to be told; asking counts as telling. */
  toBeTold(sipLogin: string, key: string): boolean {
    const losers = this.losers.get(sipLogin);
    const until = losers?.get(key);
    losers?.delete(key);
    return until !== undefined && until > Date.now();
  }
}
