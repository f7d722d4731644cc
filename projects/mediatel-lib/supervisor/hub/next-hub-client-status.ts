/**
 * State of a board's connection to the hub.
 *
 * ```
 *  closed ──open()──▶ connecting ──picture──▶ connected ──lost──▶ reconnecting ──picture──▶ connected
 *     ▲                    ├─ not a supervisor: refused               (refused too)
 *     │                    └─ its code can't be loaded: unavailable ──fetched──▶ connecting
 *     └── close(), from any
 * ```
 */
export type HubClientStatus = 'closed' | 'connecting' | 'connected' | 'reconnecting' | 'refused' | 'unavailable';

/** An event of a board's connection. Messages of a dropped socket are no events. */
export type HubClientEvent =
  | 'open'
  | 'close'
  /** Socket.IO's code is loaded. */
  | 'fetched'
  | 'fetchFailed'
  /** The wait before the next attempt to load is over. */
  | 'fetchDue'
  /** The hub's snapshot came: the first message of each connection. */
  | 'picture'
  | 'lost'
  /** The hub ended the connection, as it does when a board sends too many requests. */
  | 'endedByHub'
  | 'notAllowed'
  /** The browser reports that the network is back. */
  | 'online'
  /** The supervisor wants to connect at once, perhaps because a connected hub is silent or a first attempt takes long. */
  | 'retry';

/** An effect of a transition. */
export type HubClientEffect =
  | 'forgetFailures'
  /** Load Socket.IO's code. */
  | 'fetch'
  | 'fetchLater'
  | 'dial'
  /** Connect again: Socket.IO does not reconnect when the hub ended the connection. */
  | 'reconnect'
  /** Connect again at once: Socket.IO would wait for its next attempt, up to a minute. */
  | 'redial'
  /** Drop the socket, or the code that is being loaded for one. */
  | 'drop';

/** Result of a transition. */
export interface HubClientStep {
  readonly status: HubClientStatus;
  /** The effects, in order. */
  readonly effects: readonly HubClientEffect[];
}

/** Every transition of the state machine at `HubClientStatus`. An event that makes no sense in a state changes nothing. */
export function nextHubClientStatus(status: HubClientStatus, event: HubClientEvent): HubClientStep {
  switch (event) {
    case 'open':
      return status === 'closed' || status === 'refused' ? to('connecting', 'forgetFailures', 'fetch') : to(status);
    case 'close':
      return to('closed', 'drop');
    case 'fetched':
      return isFetching(status) ? to('connecting', 'dial') : to(status);
    case 'fetchFailed':
      return isFetching(status) ? to('unavailable', 'fetchLater') : to(status);
    case 'fetchDue':
      return status === 'unavailable' ? to(status, 'fetch') : to(status);
    case 'picture':
      return hasSocket(status) ? to('connected') : to(status);
    case 'lost':
      return hasSocket(status) ? to('reconnecting') : to(status);
    case 'endedByHub':
      return hasSocket(status) ? to('reconnecting', 'reconnect') : to(status);
    case 'notAllowed':
      return hasSocket(status) ? to('refused', 'drop') : to(status);
    case 'online':
      return status === 'reconnecting' ? to(status, 'redial') : to(status);
    case 'retry':
      if (status === 'unavailable') return to(status, 'fetch');
      if (status === 'connecting') return to(status, 'redial');
      return status === 'connected' || status === 'reconnecting' ? to('reconnecting', 'redial') : to(status);
  }
}

const to = (status: HubClientStatus, ...effects: readonly HubClientEffect[]): HubClientStep => ({
  status,
  effects,
});

const isFetching = (status: HubClientStatus): boolean => status === 'connecting' || status === 'unavailable';

const hasSocket = (status: HubClientStatus): boolean =>
  status === 'connecting' || status === 'connected' || status === 'reconnecting';
