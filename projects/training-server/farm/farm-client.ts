import type { WireSnapshot } from '../agent/wire-snapshot';

/** One connection of a browser, as the farm sees it. */
export interface FarmClient {
  /** Whose it is, by the cookie; `null` where the server runs without authorisation. */
  readonly userId: string | null;
  /** The name to that id, for log lines. */
  readonly user: string | null;
  /** Tells one sign-in of a user from another; tabs of one browser share it. */
  readonly sessionId: string;
  snapshot(snapshot: WireSnapshot): void;
  /** Tells which farm host serves the client; shown, never connected to. */
  remoteConnect(host: string): void;
  agentUnavailable(): void;
  /** Closes the connection for good: the same operator has logged in elsewhere. */
  dismiss(): void;
}
