import { type SipAccount, accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { instanceId } from '../signalling/instance-id';
import { CallKeeper, keptCallId, ownerOf } from './call-keeper';

/** The host puts a token into the address, another at each `account()`: see `accountPlace`. */
const withToken = (token: string): SipAccount => ({ ...fakeAccount.sip, url: `wss://sip.example/ws?token=${token}` });

describe('the stored call of a host with a secret in the address', () => {
  const keep = (of: SipAccount): CallKeeper =>
    new CallKeeper(
      of,
      () => ({
        ...{ owner: ownerOf(of, instanceId()), contactUri: 'sip:me@here.invalid' },
        ...{ callerNumber: '066', callerName: null, answeredAt: 1, muted: false, aliveAt: Date.now() },
        reportsWithin: null,
        unacked: [],
        dialog: {
          ...{ callId: 'c1', localTag: 'l', remoteTag: '-r', localUri: 'sip:a@b', remoteUri: 'sip:c@d' },
          ...{ remoteTarget: 'sip:c@e', routes: [], localSequence: null, remoteSequence: 1 },
        },
      }),
      () => () => undefined,
    );

  beforeEach(() => localStorage.clear());

  it('has one place whatever the token is', () => {
    const place = (token: string): string => accountPlace(storedPlaces.sipCall, withToken(token)).key;
    expect(place('first')).toBe(place('second'));
  });

  it('is found by the next page, which got another token', () => {
    keep(withToken('first'));
    expect(keptCallId(withToken('second'))).toBe('c1-r');
  });

  it('does not put the secret into the storage', () => {
    keep(withToken('first-secret'));
    expect(JSON.stringify({ ...localStorage })).not.toContain('first-secret');
  });
});
