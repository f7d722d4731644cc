import type { ConnectionState } from 'mediatel-lib/ports';
import type { UnreadField } from 'mediatel-lib/protocol';
import type { SessionState } from './session-state';

/** The farm host that serves this client: shown, never connected to. */
export interface RemoteHost {
  readonly host: string;
  readonly port: number | null;
}

export interface SnapshotRejection {
  readonly path: string;
  readonly reason: string;
}

/**
 * Whether the library logs in to Mediatel by itself.
 *
 * ```
 *            unrequested STATE_LOGOUT: logs in again
 *   armed ───────────────────────────────────────────▶ spent
 *   ▲ ▲ │                                               │  │
 *   │ │ └── log-out asked for, log-in failed ──▶ off ◀──┼──┘
 *   │ └── log-in sent by hand, a new sign-in ─────┘     │
 *   └── a reconnect shows that the server forgot us ────┘
 * ```
 *
 * `spent` keeps two places of one operator from logging each other out for ever.
 */
export type AutoLogIn = 'armed' | 'spent' | 'off';

/** The operator's session and its link to Mediatel. */
export interface LinkState {
  readonly session: SessionState;
  readonly autoLogIn: AutoLogIn;
  readonly connection: ConnectionState;
  /** Whether this connection has brought a snapshot: before it the agent state is what was last known. */
  readonly synced: boolean;
  /** The farm has no free agent; cleared by the next snapshot of a connection. */
  readonly agentUnavailable: boolean;
  readonly remoteHost: RemoteHost | null;
  /** Why the last snapshot could not be read; `null` once one is read again. Till then the agent state may be old. */
  readonly lastRejection: SnapshotRejection | null;
  readonly rejectedSnapshots: number;
  /** The fields of this connection's snapshots that can't be read and count as nothing. */
  readonly unreadFields: readonly UnreadField[];
}

export const initialLinkState: LinkState = {
  session: { status: 'signedOut' },
  autoLogIn: 'off',
  connection: { status: 'closed' },
  synced: false,
  agentUnavailable: false,
  remoteHost: null,
  lastRejection: null,
  rejectedSnapshots: 0,
  unreadFields: [],
};
