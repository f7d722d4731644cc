import type { SoftphoneEvent } from 'mediatel-lib/ports';
import { remember, standingCall } from './phone-memory';
import { isSameButTime, rebaseEvent } from './rebase-times';

const invited: SoftphoneEvent = { type: 'invited', callId: 'c1', callerNumber: '066', callerName: null, at: 1 };
const answered: SoftphoneEvent = { type: 'answered', callId: 'c1', at: 2 };
const registered: SoftphoneEvent = {
  type: 'registrationChanged',
  registration: { status: 'registered', otherContacts: 0 },
};
const fold = (...events: SoftphoneEvent[]) => events.reduce(remember, [] as readonly SoftphoneEvent[]);

describe('remember', () => {
  it('keeps the last event of each type, in order', () => {
    const waiting: SoftphoneEvent = { type: 'registrationChanged', registration: { status: 'connecting' } };
    const muted: SoftphoneEvent = { type: 'muteChanged', callId: 'c1', muted: true };
    const heard: SoftphoneEvent = { type: 'muteChanged', callId: 'c1', muted: false };
    expect(fold(waiting, registered, invited, answered, muted, heard)).toEqual([registered, invited, answered, heard]);
  });

  it('forgets a call with its end', () => {
    const past = fold(registered, invited, answered);
    expect(standingCall(past)).toEqual({ callId: 'c1', answered: true });
    const ended: SoftphoneEvent = {
      type: 'ended',
      callId: 'c1',
      by: 'server',
      answered: true,
      cause: 'Bye',
      at: 3,
    };
    expect(remember(past, ended)).toEqual([registered]);
    expect(standingCall(remember(past, ended))).toBeNull();
  });

  it('keeps a device for each use', () => {
    const device = (use: 'microphone' | 'speaker'): SoftphoneEvent => ({
      type: 'deviceChanged',
      use,
      device: null,
      cause: 'chosen',
    });
    expect(fold(device('microphone'), device('speaker'), device('microphone'))).toHaveLength(2);
  });

  it('translates times to the receiver’s clock', () => {
    expect(rebaseEvent(answered, 100)).toEqual({ ...answered, at: 102 });
    const delayed: SoftphoneEvent = {
      type: 'registrationChanged',
      registration: { status: 'waiting', retryAt: 5, detail: '' },
    };
    expect(rebaseEvent(delayed, 100)).toMatchObject({ registration: { retryAt: 105 } });
    expect(isSameButTime(answered, { ...answered, at: 9 })).toBe(true);
    expect(isSameButTime(answered, { ...answered, callId: 'c2' })).toBe(false);
  });
});
