import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { ConnectionState, ConnectionStatus } from 'mediatel-lib/ports';
import type { UnreadField } from 'mediatel-lib/protocol';

/** What happens on the link to Mediatel: `connectionChanged` carries the state, the named events follow it. */
export const ConnectionActions = createActionGroup({
  source: 'Mediatel Connection',
  events: {
    'Connection Changed': props<{ readonly connection: ConnectionState }>(),
    Connected: emptyProps(),
    /** It was connected and is no more; `status` says what it is now. */
    Disconnected: props<{ readonly status: ConnectionStatus }>(),
    Unauthorised: emptyProps(),
    'Agent Unavailable': emptyProps(),
    'Remote Connected': props<{ readonly host: string; readonly port: number | null }>(),
    /** `path` of the field at fault, `''` for the snapshot as a whole. */
    'Snapshot Rejected': props<{ readonly path: string; readonly reason: string }>(),
    /** A snapshot was read after one or more were rejected: what is shown is what Mediatel says again. */
    'Snapshots Readable': emptyProps(),
    /** A field (in a list: an entry) is of a type that can't be read, and counts as nothing. Once a field and connection. */
    'Field Unread': props<UnreadField>(),
    /** A snapshot came `by` ms later than it was sent: the tab had been stopped, or the link stood still. */
    'Snapshots Delayed': props<{ readonly by: number }>(),
    /** The first snapshot of a connection has been taken in. */
    Resynced: props<{ readonly connection: number }>(),
  },
});
