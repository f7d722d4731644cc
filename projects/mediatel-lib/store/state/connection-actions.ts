import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { ConnectionState, ConnectionStatus } from 'mediatel-lib/ports';
import type { UnreadField } from 'mediatel-lib/protocol';

/** The events of the link to Mediatel. `connectionChanged` carries the state; the named events follow it. */
export const ConnectionActions = createActionGroup({
  source: 'Mediatel Connection',
  events: {
    /** The connection has another state. */
    'Connection Changed': props<{ readonly connection: ConnectionState }>(),
    /** The connection is open; its first snapshot has not come yet. */
    Connected: emptyProps(),
    /** The connection was open and is not any more; `status` is the new one. */
    Disconnected: props<{ readonly status: ConnectionStatus }>(),
    /** The server refuses this browser (HTTP 403). */
    Unauthorised: emptyProps(),
    /** The farm reports that it has no free agent. */
    'Agent Unavailable': emptyProps(),
    /** The farm names the host that serves this operator. */
    'Remote Connected': props<{ readonly host: string; readonly port: number | null }>(),
    /** A snapshot can't be read. `path`: the field at fault, `''` for the whole snapshot. */
    'Snapshot Rejected': props<{ readonly path: string; readonly reason: string }>(),
    /** A snapshot was read after one or more were rejected: the state is up to date again. */
    'Snapshots Readable': emptyProps(),
    /** A field, or an entry of a list, has an unreadable type and counts as absent. Once per field and connection. */
    'Field Unread': props<UnreadField>(),
    /** A snapshot arrived `by` ms late: the tab was suspended, or the link was blocked. */
    'Snapshots Delayed': props<{ readonly by: number }>(),
    /** The first snapshot of a connection is in the state. `connection` is that connection's number. */
    Resynced: props<{ readonly connection: number }>(),
  },
});
