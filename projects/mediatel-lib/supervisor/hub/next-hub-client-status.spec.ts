import { type HubClientEvent, type HubClientStatus, nextHubClientStatus } from './next-hub-client-status';

type Row = Record<HubClientEvent, string>;

/** The row of a status without a connection. */
const none = (status: HubClientStatus): Row => ({
  open: 'connecting: forgetFailures, fetch',
  close: 'closed: drop',
  fetched: status,
  fetchFailed: status,
  fetchDue: status,
  picture: status,
  lost: status,
  endedByHub: status,
  notAllowed: status,
  online: status,
  retry: status,
});

/** The next status, and the effects in order. */
const table: Record<HubClientStatus, Row> = {
  closed: none('closed'),
  refused: none('refused'),
  connecting: {
    open: 'connecting',
    close: 'closed: drop',
    fetched: 'connecting: dial',
    fetchFailed: 'unavailable: fetchLater',
    fetchDue: 'connecting',
    picture: 'connected',
    lost: 'reconnecting',
    endedByHub: 'reconnecting: reconnect',
    notAllowed: 'refused: drop',
    online: 'connecting',
    retry: 'connecting: redial',
  },
  connected: {
    open: 'connected',
    close: 'closed: drop',
    fetched: 'connected',
    fetchFailed: 'connected',
    fetchDue: 'connected',
    picture: 'connected',
    lost: 'reconnecting',
    endedByHub: 'reconnecting: reconnect',
    notAllowed: 'refused: drop',
    online: 'connected',
    retry: 'reconnecting: redial',
  },
  reconnecting: {
    open: 'reconnecting',
    close: 'closed: drop',
    fetched: 'reconnecting',
    fetchFailed: 'reconnecting',
    fetchDue: 'reconnecting',
    picture: 'connected',
    lost: 'reconnecting',
    endedByHub: 'reconnecting: reconnect',
    notAllowed: 'refused: drop',
    online: 'reconnecting: redial',
    retry: 'reconnecting: redial',
  },
  unavailable: {
    open: 'unavailable',
    close: 'closed: drop',
    fetched: 'connecting: dial',
    fetchFailed: 'unavailable: fetchLater',
    fetchDue: 'unavailable: fetch',
    picture: 'unavailable',
    lost: 'unavailable',
    endedByHub: 'unavailable',
    notAllowed: 'unavailable',
    online: 'unavailable',
    retry: 'unavailable: fetch',
  },
};

describe('nextHubClientStatus', () => {
  it.each(Object.keys(table) as HubClientStatus[])('handles every event of a board that is %s', (before) => {
    const steps = (Object.keys(table[before]) as HubClientEvent[]).map((event) => {
      const { status, effects } = nextHubClientStatus(before, event);
      return [event, effects.length === 0 ? status : `${status}: ${effects.join(', ')}`];
    });
    expect(Object.fromEntries(steps)).toEqual(table[before]);
  });
});
