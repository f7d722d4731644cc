import { ErrorHandler } from '@angular/core';
import { Store } from '@ngrx/store';
import { StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { TestBed } from '@angular/core/testing';
import { CommandActions } from './state/command-actions';
import { preloadEffects } from './effects-loader';

const secrets = [fakeAccount.mediatel.password, fakeAccount.sip.password];

beforeAll(preloadEffects);

it('neither an action nor the state nor a reported fault ever holds a password during a shift', async () => {
  const faults: unknown[] = [];
  const harness = new StoreHarness({}, [
    { provide: ErrorHandler, useValue: { handleError: (error: unknown) => faults.push(error) } },
  ]);
  const states: string[] = [];
  TestBed.inject(Store).subscribe((state) => states.push(JSON.stringify(state)));
  await harness.signIn('STATE_LOGOUT');
  harness.snapshot('STATE_LOGOUT', {
    loginErrorID: '1',
    loginErrorText: 'Wrong user name or password',
    loginAttempt: 1,
  });
  harness.snapshot('STATE_IDLE');
  harness.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
  for (const state of [
    'STATE_MAKECALL_REQUEST',
    'STATE_CALL_DELIVERED',
    'STATE_CALL_ACTIVE',
    'STATE_HOLD',
    'STATE_CLERICAL',
    'STATE_PAUSE',
    'STATE_IDLE',
  ]) {
    harness.snapshot(state);
  }
  harness.disconnect();
  harness.connect();
  harness.snapshot('STATE_LOGOUT');
  // The log-in was sent, so there was a password to find.
  expect(JSON.stringify(harness.connection.sent)).toContain(secrets[0]);
  expect(harness.actions.length).toBeGreaterThan(15);
  const kept = [
    ...states,
    JSON.stringify(harness.actions),
    ...faults.map(String),
    JSON.stringify({ ...localStorage, ...sessionStorage }),
  ];
  expect(secrets.filter((secret) => kept.some((text) => text.includes(secret)))).toEqual([]);
});
