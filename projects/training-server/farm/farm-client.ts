import type { WireSnapshot } from '../agent/wire-snapshot';

/** One connection of a browser, as the farm sees it. */
export interface FarmClient {
  /** The user id in the cookie; `null` if the server runs without authorisation. */
  readonly userId: string | null;
  /** The user's name, for log lines. */
  readonly user: string | null;
  /** Distinguishes a user's sign-ins; tabs of one browser share it. */
  readonly sessionId: string;
  snapshot(snapshot: WireSnapshot): void;
  /** Sends the farm host that serves the client. The client shows it and never connects to it. */
  remoteConnect(host: string): void;
  agentUnavailable(): void;
  /**
   * Closes the connection. `taken-over`: finally, because the same operator has logged in elsewhere. `signed-out`: the
   * browser connects again, and is refused with 403, which tells the operator why.
   */
  dismiss(why: 'taken-over' | 'signed-out'): void;
}
