import { jest } from '@jest/globals';
import { FakeSoftphone, StoreHarness } from 'mediatel-lib/testing';
import { CommandActions } from '../state/command-actions';
import { preloadEffects } from '../effects-loader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Signed in and connected, nobody logged in, the phone still registering. */
async function registering(): Promise<StoreHarness> {
  jest.spyOn(FakeSoftphone.prototype, 'start').mockImplementation(function (this: FakeSoftphone) {
    this.report({ type: 'registrationChanged', registration: { status: 'registering' } });
  });
  const harness = new StoreHarness();
  await harness.signIn('STATE_LOGOUT');
  return harness;
}

beforeAll(preloadEffects);

it('waits until the extension is registered', async () => {
  const harness = await registering();
  jest.advanceTimersByTime(4999);
  expect(harness.connection.sent).toEqual([]);
  harness.softphone.report({ type: 'registrationChanged', registration: { status: 'registered', otherContacts: 0 } });
  expect(harness.connection.takeSent()).toEqual(['login']);
  jest.advanceTimersByTime(60_000);
  expect(harness.connection.sent).toEqual([]);
});

it('waits no longer than 5 s', async () => {
  const harness = await registering();
  jest.advanceTimersByTime(5000);
  expect(harness.connection.takeSent()).toEqual(['login']);
});

it('is not given if the operator signed out in another tab, even before its message arrives', async () => {
  const harness = await registering();
  localStorage.setItem('mediatel.sign-outs', JSON.stringify({ agent1: 1 }));
  jest.advanceTimersByTime(5000);
  expect(harness.connection.sent).toEqual([]);
  localStorage.removeItem('mediatel.sign-outs');
});

it('does not wait for a registration that was refused', async () => {
  const harness = await registering();
  const registration = { status: 'rejected', sipStatus: 403, detail: 'Forbidden' } as const;
  harness.softphone.report({ type: 'registrationChanged', registration });
  expect(harness.connection.takeSent()).toEqual(['login']);
});

it('does not wait and is not repeated if the operator logs in by hand', async () => {
  const harness = await registering();
  harness.dispatch(CommandActions.logIn());
  expect(harness.connection.takeSent()).toEqual(['login']);
  jest.advanceTimersByTime(4000);
  expect(harness.connection.sent).toEqual([]);
});

it('starts the wait again after a lost link', async () => {
  const harness = await registering();
  jest.advanceTimersByTime(4000);
  harness.disconnect();
  jest.advanceTimersByTime(10_000);
  harness.connect();
  harness.snapshot('STATE_LOGOUT');
  jest.advanceTimersByTime(4999);
  expect(harness.connection.sent).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(harness.connection.takeSent()).toEqual(['login']);
});

it('stops waiting when the operator logs out', async () => {
  const harness = await registering();
  void harness.session.signOut();
  jest.advanceTimersByTime(60_000);
  expect(harness.connection.sent).toEqual([]);
});
