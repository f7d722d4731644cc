import type { PresencePublisherState } from 'mediatel-lib/ports';

/** What may happen to the way to the supervisor hub. What is heard of a try that was given up is no event. */
export type PublisherEvent =
  | 'open'
  | 'close'
  /** The wait for the next try is over. */
  | 'retryDue'
  /** The browser says that the network is back. */
  | 'online'
  | 'connected'
  /** The handshake failed; a browser does not say why. */
  | 'handshakeFailed'
  /** The hub was asked over HTTP: it does not accept the cookie. */
  | 'cookieRefused'
  /** The hub was asked over HTTP: it accepts the cookie, or nothing is known of it. */
  | 'cookieNotRefused'
  /** Socket.IO's code could not be fetched, or the connection was lost. */
  | 'lost'
  /** Another tab of the operator took over. */
  | 'superseded'
  /** The hub takes the cookie for somebody else. */
  | 'notOurs';

/** What a transition wants done, in order. */
export type PublisherEffect =
  /** Failures of before no longer count. */
  | 'forgetFailures'
  /** Give up the try before, and begin another. */
  | 'begin'
  /** Open a socket. */
  | 'dial'
  /** Ask the hub over HTTP whether the cookie passes. */
  | 'askCookie'
  /** Give up the try, and begin another when the failures so far have been waited for. */
  | 'retryLater'
  | 'retrySoon'
  /** Give up the try, or the connection. */
  | 'abandon'
  | 'reportConnected';

export interface PublisherStep {
  readonly state: PresencePublisherState;
  readonly effects: readonly PublisherEffect[];
}

/** Every transition of the machine drawn at `PresencePublisherState`; what makes no sense in a state changes nothing. */
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

/** Whether it goes on by itself. */
const isUnderWay = (state: PresencePublisherState): boolean =>
  hasSocket(state) || state === 'waiting' || state === 'unauthorised';

/** Refused before: a WebSocket that fails would slow the phone's, a question over HTTP does not. */
function onRetryDue(state: PresencePublisherState): PublisherStep {
  if (state === 'unauthorised') return to(state, 'begin', 'askCookie');
  return state === 'waiting' ? to('connecting', 'begin', 'dial') : to(state);
}

function onCookieNotRefused(state: PresencePublisherState): PublisherStep {
  if (state === 'unauthorised') return to('connecting', 'dial');
  return state === 'connecting' ? to('waiting', 'retryLater') : to(state);
}
