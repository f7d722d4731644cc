/**
 * How a board's connection stands.
 *
 * ```
 *  closed ──open()──▶ connecting ──picture──▶ connected ──lost──▶ reconnecting ──picture──▶ connected
 *     ▲                    ├─ not a supervisor: refused               (refused too)
 *     │                    └─ its code can't be fetched: unavailable ──fetched──▶ connecting
 *     └── close(), from any
 * ```
 */
export type HubClientStatus = 'closed' | 'connecting' | 'connected' | 'reconnecting' | 'refused' | 'unavailable';

/** What may happen to a board's connection. What is heard of one that was given up is no event. */
export type HubClientEvent =
  | 'open'
  | 'close'
  /** Socket.IO's code is here. */
  | 'fetched'
  | 'fetchFailed'
  /** The wait for the next fetch is over. */
  | 'fetchDue'
  /** The hub's whole state came, the first message of each connection. */
  | 'picture'
  | 'lost'
  /** The hub ended the connection, as it does with a board that asks too often. */
  | 'endedByHub'
  | 'notAllowed'
  /** The browser says that the network is back. */
  | 'online';

/** What a transition wants done, in order. */
export type HubClientEffect =
  | 'forgetFailures'
  /** Fetch Socket.IO's code. */
  | 'fetch'
  | 'fetchLater'
  | 'dial'
  /** Connect again: Socket.IO does not come back by itself where the hub ended the connection. */
  | 'reconnect'
  /** Connect again now: Socket.IO itself would wait for its next try, a minute at most. */
  | 'redial'
  /** Give up the socket, or what is to become of one. */
  | 'drop';

export interface HubClientStep {
  readonly status: HubClientStatus;
  readonly effects: readonly HubClientEffect[];
}

/** Every transition of the machine drawn at `HubClientStatus`; what makes no sense in a state changes nothing. */
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
  }
}

const to = (status: HubClientStatus, ...effects: readonly HubClientEffect[]): HubClientStep => ({
  status,
  effects,
});

const isFetching = (status: HubClientStatus): boolean => status === 'connecting' || status === 'unavailable';

const hasSocket = (status: HubClientStatus): boolean =>
  status === 'connecting' || status === 'connected' || status === 'reconnecting';
