import { jest } from '@jest/globals';
import { accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import type { JsSipSession } from '../signalling/jssip-module';
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
