import { jest } from '@jest/globals';
import { accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import type { JsSipSession } from '../jssip/jssip-module';
import { pageTimers } from '../signalling/worker-timers';
import { KeptCalls } from './kept-calls';

const account = fakeAccount.sip;
const minute = 60_000;
const byeOf = (login = account.login): string | null =>
  localStorage.getItem(accountPlace(storedPlaces.sipBye, { ...account, login }).key);

/** A call with this dialog, whose BYE nobody answers. */
const session = {
  _dialog: {
    _id: { call_id: 'c1', local_tag: 'ours', remote_tag: 'theirs' },
    ...{ _local_uri: 'sip:1@x', _remote_uri: 'sip:066@x', _remote_target: 'sip:m@x', _route_set: [] },
    ...{ _local_seqnum: 7, _remote_seqnum: 2 },
  },
  sendRequest: () => undefined,
} as unknown as JsSipSession;

const serving = (login = account.login): KeptCalls => {
  const kept = new KeptCalls(true, pageTimers);
  kept.serve({ ...account, login });
  return kept;
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  localStorage.clear();
});

describe('a BYE that nobody answers', () => {
  it('is stored for ten minutes, however long its page lives', () => {
    const kept = serving();
    jest.advanceTimersByTime(5 * minute);
    kept.hangsUp(session);
    jest.advanceTimersByTime(9 * minute);
    expect(byeOf()).toContain('066');
    jest.advanceTimersByTime(2 * minute);
    expect(byeOf()).toBeNull();
  });

  it('is stored for ten minutes also if the next page is another operator’s', () => {
    serving('1002').hangsUp(session);
    serving();
    jest.advanceTimersByTime(9 * minute);
    expect(byeOf('1002')).toContain('066');
    jest.advanceTimersByTime(2 * minute);
    expect(byeOf('1002')).toBeNull();
  });
});

describe('what nobody can read', () => {
  const places = [storedPlaces.sipCall, storedPlaces.sipInvite, storedPlaces.sipBye].flatMap((place) =>
    [account.login, '1002'].map((login) => accountPlace(place, { ...account, login }).key),
  );
  const left = (): readonly string[] => places.filter((key) => localStorage.getItem(key) !== null);
  const store = (text: string): void => {
    for (const key of places) localStorage.setItem(key, text);
  };

  it.each(['', '{not json', 'null', '7', '"text"', '[]', '{}', '{"version":1}', '{"aliveAt":"now","at":null}'])(
    'is removed when a phone starts, whoever’s it was: %s',
    (text) => {
      store(text);
      serving();
      expect(left()).toEqual([]);
    },
  );

  it('may be of a newer version of the library: it stays as long as it is of use', () => {
    const at = Date.now();
    store(JSON.stringify({ version: 2, aliveAt: at, at }));
    serving();
    expect(left()).toEqual(places);
    jest.advanceTimersByTime(2 * minute);
    expect(left()).toEqual(places.filter((key) => key.includes('bye')));
    jest.advanceTimersByTime(9 * minute);
    expect(left()).toEqual([]);
  });

  it('leaves other values alone', () => {
    localStorage.setItem('mediatel.sip.calls-of-the-host', 'theirs');
    serving();
    expect(localStorage.getItem('mediatel.sip.calls-of-the-host')).toBe('theirs');
  });
});
