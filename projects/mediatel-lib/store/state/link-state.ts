import type { ConnectionState } from 'mediatel-lib/ports';
import type { UnreadField } from 'mediatel-lib/protocol';
import type { SessionState } from './session-state';

/** The farm host that serves this client. It is only shown; the library never connects to it. */
export interface RemoteHost {
  /** The host's name or address, as Mediatel sends it. */
  readonly host: string;
  /** The host's port; `null` if Mediatel sends none. */
  readonly port: number | null;
}

/** Why a snapshot could not be read. */
export interface SnapshotRejection {
  /** The path of the field at fault, such as `queues[0]`; `''` for the whole snapshot. */
  readonly path: string;
  /** What is wrong with it, in English, for logs and support. */
  readonly reason: string;
}

/**
 * Whether the library logs in to Mediatel without the operator.
 *
 * ```
 *            unrequested STATE_LOGOUT: logs in again
 *   armed ───────────────────────────────────────────▶ spent
 *   ▲ ▲ │                                               │  │
 *   │ │ └── log-out requested, log-in failed ──▶ off ◀──┼──┘
 *   │ └── log-in sent by hand, a new sign-in ─────┘     │
 *   └── a reconnect shows that the server forgot us ────┘
 * ```
 *
 * `spent` prevents two places of one operator from logging each other out endlessly.
 */
export type AutoLogIn = 'armed' | 'spent' | 'off';

/** The operator's session and its link to Mediatel. */
export interface LinkState {
  /** The session: who is signed in. */
  readonly session: SessionState;
  /** Whether the library logs in to Mediatel without the operator. */
  readonly autoLogIn: AutoLogIn;
  /** The state of the connection to Mediatel. */
  readonly connection: ConnectionState;
  /** Whether this connection has brought a snapshot. Before that, the agent state is only the last known one. */
  readonly synced: boolean;
  /** Whether the farm has no free agent. The first snapshot of the next connection clears it. */
  readonly agentUnavailable: boolean;
  /** The farm host that serves this client; `null` before Mediatel names one. */
  readonly remoteHost: RemoteHost | null;
  /** Why the last snapshot could not be read; `null` once one is read again. Until then the agent state may be old. */
  readonly lastRejection: SnapshotRejection | null;
  /** How many snapshots could not be read since the last sign-out. */
  readonly rejectedSnapshots: number;
  /** The fields of this connection's snapshots that can't be read and count as absent. */
  readonly unreadFields: readonly UnreadField[];
}

/** The state before the first sign-in. */
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
