import type { Registration } from 'mediatel-lib/ports';
import { nextRegistration, type RegistrationInput } from './next-registration';

const registered = { status: 'registered', otherContacts: 0 } as const;
const waiting = { status: 'waiting', retryAt: 5, detail: 'gone' } as const;
const rejected = { status: 'rejected', sipStatus: 403, detail: '403 Forbidden' } as const;

const table: readonly (readonly [Registration, RegistrationInput, Registration])[] = [
  [{ status: 'off' }, { type: 'opening' }, { status: 'connecting' }],
  [{ status: 'connecting' }, { type: 'sending' }, { status: 'registering' }],
  [{ status: 'registering' }, { type: 'accepted', otherContacts: 0 }, registered],
  [registered, { type: 'accepted', otherContacts: 1 }, { status: 'registered', otherContacts: 1 }],
  [{ status: 'registering' }, { type: 'rejected', sipStatus: 403, detail: '403 Forbidden' }, rejected],
  [registered, { type: 'delayed', retryAt: 5, detail: 'gone' }, waiting],
  [waiting, { type: 'opening' }, { status: 'connecting' }],
  [waiting, { type: 'sending' }, { status: 'registering' }],
  [rejected, { type: 'sending' }, { status: 'registering' }],
  [
    { status: 'connecting' },
    { type: 'delayed', retryAt: 5, detail: 'not authorised', unauthorised: true },
    { status: 'waiting', retryAt: 5, detail: 'not authorised', unauthorised: true },
  ],
  [
    { status: 'connecting' },
    { type: 'delayed', retryAt: 5, detail: 'connection lost (1006)', blocked: true },
    { status: 'waiting', retryAt: 5, detail: 'connection lost (1006)', blocked: true },
  ],
  [registered, { type: 'delayed', retryAt: 5, detail: 'gone', asked: true }, { ...waiting, asked: true }],
  [rejected, { type: 'opening' }, rejected],
  [rejected, { type: 'delayed', retryAt: 5, detail: 'gone' }, rejected],
  [registered, { type: 'stopped' }, { status: 'off' }],
];

describe('nextRegistration', () => {
  it.each(table)('%j on %j is %j', (state, input, next) => {
    expect(nextRegistration(state, input)).toEqual(next);
  });

  it('returns the same state for a repeated refusal', () => {
    expect(nextRegistration(rejected, { type: 'rejected', sipStatus: 403, detail: '403 Forbidden' })).toBe(rejected);
  });

  it('keeps the state during a refresh', () => {
    const refreshing = nextRegistration(registered, { type: 'sending' });
    expect(refreshing).toBe(registered);
    expect(nextRegistration(refreshing, { type: 'accepted', otherContacts: 0 })).toBe(registered);
  });
});
