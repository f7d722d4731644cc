import type { PresencePublisherState } from 'mediatel-lib/ports';
import { type PublisherEvent, nextPublisherState } from './next-publisher-state';

type Row = Record<PublisherEvent, string>;

/** The row of a state that lasts until the next open(). */
const lasting = (state: PresencePublisherState): Row => ({
  open: 'connecting: forgetFailures, begin, dial',
  close: 'closed: abandon',
  retryDue: state,
  online: state,
  connected: state,
  handshakeFailed: state,
  cookieRefused: state,
  cookieNotRefused: state,
  lost: state,
  superseded: state,
  notOurs: state,
});

/** The next state, and the effects in order. */
const table: Record<PresencePublisherState, Row> = {
  closed: lasting('closed'),
  superseded: lasting('superseded'),
  refused: lasting('refused'),
  connecting: {
    open: 'connecting',
    close: 'closed: abandon',
    retryDue: 'connecting',
    online: 'connecting',
    connected: 'connected: forgetFailures, reportConnected',
    handshakeFailed: 'connecting: askCookie',
    cookieRefused: 'unauthorised: retryLater',
    cookieNotRefused: 'waiting: retryLater',
    lost: 'waiting: retryLater',
    superseded: 'superseded: abandon',
    notOurs: 'refused: abandon',
  },
  connected: {
    open: 'connected',
    close: 'closed: abandon',
    retryDue: 'connected',
    online: 'connected',
    connected: 'connected',
    handshakeFailed: 'connected',
    cookieRefused: 'connected',
    cookieNotRefused: 'connected',
    lost: 'waiting: retryLater',
    superseded: 'superseded: abandon',
    notOurs: 'refused: abandon',
  },
  waiting: {
    open: 'waiting',
    close: 'closed: abandon',
    retryDue: 'connecting: begin, dial',
    online: 'waiting: forgetFailures, retrySoon',
    connected: 'waiting',
    handshakeFailed: 'waiting',
    cookieRefused: 'waiting',
    cookieNotRefused: 'waiting',
    lost: 'waiting',
    superseded: 'waiting',
    notOurs: 'waiting',
  },
  unauthorised: {
    open: 'unauthorised',
    close: 'closed: abandon',
    retryDue: 'unauthorised: begin, askCookie',
    online: 'unauthorised',
    connected: 'unauthorised',
    handshakeFailed: 'unauthorised',
    cookieRefused: 'unauthorised: retryLater',
    cookieNotRefused: 'connecting: dial',
    lost: 'unauthorised',
    superseded: 'unauthorised',
    notOurs: 'unauthorised',
  },
};

describe('nextPublisherState', () => {
  it.each(Object.keys(table) as PresencePublisherState[])('handles every event in the state %s', (before) => {
    const steps = (Object.keys(table[before]) as PublisherEvent[]).map((event) => {
      const { state, effects } = nextPublisherState(before, event);
      return [event, effects.length === 0 ? state : `${state}: ${effects.join(', ')}`];
    });
    expect(Object.fromEntries(steps)).toEqual(table[before]);
  });
});
