import type { PresencePublisherState } from 'mediatel-lib/ports';

/** An event of the connection to the supervisor hub. Events of an aborted try don't count. */
export type PublisherEvent =
  | 'open'
  | 'close'
  /** The wait for the next try is over. */
  | 'retryDue'
  /** The browser's `online` event. */
  | 'online'
  | 'connected'
  /** The handshake failed. A browser does not report why. */
  | 'handshakeFailed'
  /** The HTTP probe: the hub does not accept the cookie. */
  | 'cookieRefused'
  /** The HTTP probe: the hub accepts the cookie, or the result is not known. */
  | 'cookieNotRefused'
  /** Socket.IO's code could not be fetched, or the connection was lost. */
  | 'lost'
  /** Another tab of the operator took over. */
  | 'superseded'
  /** The cookie belongs to another operator. */
  | 'notOurs';

/** An effect of a transition. Effects run in order. */
export type PublisherEffect =
  /** Resets the count of failures. */
  | 'forgetFailures'
  /** Aborts the current try and begins another. */
  | 'begin'
  /** Opens a socket. */
  | 'dial'
  /** Checks over HTTP whether the hub accepts the cookie. */
  | 'askCookie'
  /** Aborts the try, and begins another after a wait by the number of failures. */
  | 'retryLater'
  | 'retrySoon'
  /** Aborts the try or closes the connection. */
  | 'abandon'
  | 'reportConnected';

/** The next state and the effects of a transition. */
export interface PublisherStep {
  readonly state: PresencePublisherState;
  readonly effects: readonly PublisherEffect[];
}

/**
 * Every transition of the state machine drawn at `PresencePublisherState`. An event that does not fit the state
 * changes nothing.
 */
export function nextPublisherState(state: PresencePublisherState, event: PublisherEvent): PublisherStep {
  switch (event) {
    case 'open':
      return isUnderWay(state) ? to(state) : to('connecting', 'forgetFailures', 'begin', 'dial');
    case 'close':
      return to('closed', 'abandon');
    case 'retryDue':
      return onRetryDue(state);
    case 'online':
      return state === 'waiting' ? to(state, 'forgetFailures', 'retrySoon') : to(state);
    case 'connected':
      return state === 'connecting' ? to('connected', 'forgetFailures', 'reportConnected') : to(state);
    case 'handshakeFailed':
      return state === 'connecting' ? to(state, 'askCookie') : to(state);
    case 'cookieRefused':
      return state === 'connecting' || state === 'unauthorised' ? to('unauthorised', 'retryLater') : to(state);
    case 'cookieNotRefused':
      return onCookieNotRefused(state);
    case 'lost':
      return hasSocket(state) ? to('waiting', 'retryLater') : to(state);
    case 'superseded':
      return hasSocket(state) ? to('superseded', 'abandon') : to(state);
    case 'notOurs':
      return hasSocket(state) ? to('refused', 'abandon') : to(state);
  }
}

const to = (state: PresencePublisherState, ...effects: readonly PublisherEffect[]): PublisherStep => ({
  state,
  effects,
});

const hasSocket = (state: PresencePublisherState): boolean => state === 'connecting' || state === 'connected';

/** Whether the connection is open or retries automatically. */
const isUnderWay = (state: PresencePublisherState): boolean =>
  hasSocket(state) || state === 'waiting' || state === 'unauthorised';

/** After a 403, only the HTTP probe is repeated: a failing WebSocket would delay the phone's. */
function onRetryDue(state: PresencePublisherState): PublisherStep {
  if (state === 'unauthorised') return to(state, 'begin', 'askCookie');
  return state === 'waiting' ? to('connecting', 'begin', 'dial') : to(state);
}

function onCookieNotRefused(state: PresencePublisherState): PublisherStep {
  if (state === 'unauthorised') return to('connecting', 'dial');
  return state === 'connecting' ? to('waiting', 'retryLater') : to(state);
}
