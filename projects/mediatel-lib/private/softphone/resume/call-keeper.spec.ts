import { jest } from '@jest/globals';
import { type SipAccount, accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { instanceId } from '../signalling/instance-id';
import { CallKeeper, keptCallId, ownerOf } from './call-keeper';
import type { CallRecord } from './call-record';

const account = fakeAccount.sip;
const { key } = accountPlace(storedPlaces.sipCall, account);

/** The stored record, as a later page reads it. */
const stored = (): Partial<CallRecord> | null => JSON.parse(localStorage.getItem(key) ?? 'null') as CallRecord | null;

describe('CallKeeper', () => {
  let now: number;
  let beats: (() => void)[];

  /** The call of a page, which is muted or not. */
  const keep = (muted: boolean, of: SipAccount = account): CallKeeper =>
    new CallKeeper(
      of,
      () => ({
        ...{ owner: ownerOf(of, instanceId()), contactUri: 'sip:me@here.invalid' },
        ...{
          callerNumber: '066',
          callerName: null,
          answeredAt: 1,
          muted,
          aliveAt: ++now,
          reportsWithin: null,
          unacked: [],
        },
        dialog: {
          ...{ callId: 'c1', localTag: 'l', remoteTag: '-r', localUri: 'sip:a@b', remoteUri: 'sip:c@d' },
          ...{ remoteTarget: 'sip:c@e', routes: [], localSequence: null, remoteSequence: 1 },
        },
      }),
      (_delay, run) => {
        beats.push(run);
        return () => (beats = beats.filter((beat) => beat !== run));
      },
    );
  /** All pages that still have a call say so. */
  const beat = (): void => {
    for (const run of beats.splice(0)) run();
  };

  beforeEach(() => {
    localStorage.clear();
    now = Date.now();
    beats = [];
  });
  afterEach(() => jest.restoreAllMocks());

  it('keeps the call from its answer to its end', () => {
    const keeper = keep(false);
    expect(keptCallId(account)).toBe('c1-r');
    expect(keptCallId({ ...account, login: 'another' })).toBeNull();
    keeper.end();
    expect([stored(), beats]).toEqual([null, []]);
  });

  it.each([true, false])('leaves it to a later page; its sound stays: %s', (isSoundLeft) => {
    expect(keep(false).leave(isSoundLeft)).toBe(true);
    expect(stored()).toMatchObject({ isSoundLeft });
    expect(beats).toEqual([]);
    keep(false);
    expect(stored()).toMatchObject({ isSoundLeft: false });
  });

  it('has nothing to leave if the storage is forbidden', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    expect(keep(false).leave(false)).toBe(false);
  });

  it('promises no call that can’t be stored any more, and stores it once that works again', () => {
    const keeper = keep(false);
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    now += 10_000;
    beat();
    expect(stored()).not.toBeNull();
    now += 50_000;
    beat();
    expect(stored()).toBeNull();
    full.mockRestore();
    beat();
    expect(stored()).toMatchObject({ aliveAt: now });
    expect(keeper.leave(false)).toBe(true);
  });

  it('touches no record that another page has taken', () => {
    const suspended = keep(false);
    keep(true);
    const taken = stored();
    suspended.save();
    expect(stored()).toEqual(taken);
    suspended.end();
    expect(suspended.leave(false)).toBe(true);
    expect(stored()).toEqual(taken);
    beat();
    expect(stored()).toMatchObject({ muted: true });
    expect(beats).toHaveLength(1);
  });

  it.each([
    ['operator', { login: '1002' }],
    ['server', { url: 'wss://other.invalid' }],
    ['realm', { realm: 'other.invalid' }],
  ])('shares no record with another %s in this browser', (_, other) => {
    const others = { ...account, ...other };
    const first = keep(false);
    const mine = stored();
    const second = keep(true, others);
    expect(stored()).toEqual(mine);
    expect([keptCallId(account), keptCallId(others)]).toEqual(['c1-r', 'c1-r']);
    beat();
    expect(beats).toHaveLength(2);
    second.end();
    expect([keptCallId(account), keptCallId(others)]).toEqual(['c1-r', null]);
    expect(first.leave(false)).toBe(true);
    expect(stored()).toMatchObject({ muted: false, owner: ownerOf(account, instanceId()) });
  });

  it('goes on with no call of another browser’s phone, although its record is there', () => {
    keep(false);
    localStorage.setItem('mediatel.sip.instance', '00000000-0000-4000-8000-000000000000');
    expect(keptCallId(account)).toBeNull();
  });

  it('writes no record again that a sign-out has removed', () => {
    const keeper = keep(false);
    localStorage.removeItem(key);
    beat();
    expect([stored(), beats]).toEqual([null, []]);
    expect(keeper.leave(false)).toBe(false);
  });
});
