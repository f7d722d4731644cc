import { jest } from '@jest/globals';
import { LeaderTab, type Registration } from 'mediatel-lib/ports';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const call = { callId: 'a', callerNumber: '0661234501', callerName: null };
const waiting: Registration = { status: 'waiting', retryAt: 4000, detail: 'connection lost' };

/** An operator who talks. */
async function talking(tab: FakeLeaderTab | null = null) {
  const harness = new StoreHarness({}, tab === null ? [] : [{ provide: LeaderTab, useValue: tab }]);
  await harness.signIn('STATE_CALL_ACTIVE');
  const { softphone, connection } = harness;
  softphone.report({ type: 'invited', ...call, at: 0 });
  softphone.report({ type: 'answered', callId: 'a', at: 0 });
  return {
    softphone,
    connection,
    lose: (retryAt: number | null) => {
      connection.disconnect({ status: 'unreachable', retryAt, detail: 'transport close' });
      // Signals tell their observers later.
      return jest.advanceTimersByTimeAsync(0);
    },
    registration: (registration: Registration) => softphone.report({ type: 'registrationChanged', registration }),
    registrations: () => softphone.executedOf('registerNow').length,
    pass: (ms: number) => jest.advanceTimersByTimeAsync(ms),
    end: () => softphone.report({ type: 'ended', callId: 'a', by: 'server', answered: true, cause: 'BYE', at: 0 }),
  };
}

it('tries both links five times, each 1.5 to 2 s after the one before', async () => {
  const { connection, lose, registration, registrations, pass } = await talking();
  await lose(4000);
  registration(waiting);
  await pass(1499);
  expect([connection.retries, registrations()]).toEqual([0, 0]);
  await pass(501);
  expect([connection.retries, registrations()]).toEqual([1, 1]);
  await pass(60_000);
  expect([connection.retries, registrations()]).toEqual([5, 5]);
});

it('leaves a try in progress alone, and goes on after it', async () => {
  const { connection, lose, registration, registrations, pass } = await talking();
  await lose(null);
  registration({ status: 'connecting' });
  await pass(2000);
  expect([connection.retries, registrations()]).toEqual([0, 0]);
  await lose(9000);
  registration(waiting);
  await pass(2000);
  expect([connection.retries, registrations()]).toEqual([1, 1]);
});

it('tries five times although each try hangs for 6 s', async () => {
  const { connection, lose, registration, registrations, pass } = await talking();
  for (let time = 1; time <= 7; time += 1) {
    await lose(4000);
    registration(waiting);
    await pass(2000);
    expect([connection.retries, registrations()]).toEqual([Math.min(time, 5), Math.min(time, 5)]);
    await lose(null);
    registration({ status: 'connecting' });
    await pass(6000);
  }
});

it('tries five times while no REGISTER is accepted, and five times again after the next loss', async () => {
  const { registration, registrations, pass } = await talking();
  const refused = async (): Promise<void> => {
    for (let time = 0; time < 12; time += 1) {
      registration(waiting);
      await pass(2000);
      registration({ status: 'connecting' });
      registration({ status: 'registering' });
    }
  };
  await refused();
  expect(registrations()).toBe(5);
  registration({ status: 'registered', otherContacts: 0 });
  await refused();
  expect(registrations()).toBe(10);
});

it('stops with the call, and when the link is back', async () => {
  const { connection, lose, registration, registrations, pass, end } = await talking();
  await lose(4000);
  registration(waiting);
  registration({ status: 'registered', otherContacts: 0 });
  await pass(2000);
  expect([connection.retries, registrations()]).toEqual([1, 0]);
  end();
  await pass(10_000);
  expect(connection.retries).toBe(1);
});

it('tries for a resumed call, whose page found the links down', async () => {
  const harness = new StoreHarness();
  await harness.session.signIn();
  const { connection, softphone } = harness;
  connection.disconnect({ status: 'unreachable', retryAt: 4000, detail: 'xhr poll error' });
  softphone.report({ type: 'registrationChanged', registration: waiting });
  await jest.advanceTimersByTimeAsync(10_000);
  expect([connection.retries, softphone.executedOf('registerNow').length]).toEqual([0, 0]);
  softphone.report({ type: 'resumed', ...call, answeredAt: -60_000, muted: false, at: 0 });
  await jest.advanceTimersByTimeAsync(2000);
  expect([connection.retries, softphone.executedOf('registerNow').length]).toEqual([1, 1]);
});

it.each([
  ['a call that rings', { isRinging: true }],
  ['a server that refuses this browser', { isRefused: true }],
  ['a server that asks for time', { isAsked: true }],
  ['a tab that does not lead', { isFollower: true }],
])(
  'does not for %s',
  async (
    _case,
    { isRinging = false, isRefused = false, isAsked = false, isFollower = false }: Record<string, boolean>,
  ) => {
    const tab = new FakeLeaderTab();
    const { connection, softphone, lose, registration, registrations, pass, end } = await talking(tab);
    if (isRinging) {
      end();
      softphone.report({ type: 'invited', ...call, callId: 'b', at: 0 });
    }
    if (isFollower) tab.follow();
    if (!isRefused && !isAsked) await lose(4000);
    registration({ ...waiting, ...(isRefused && { unauthorised: true }), ...(isAsked && { asked: true }) });
    await pass(10_000);
    expect([connection.retries, registrations()]).toEqual([0, 0]);
  },
);
