import { type ApplicationRef, type EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { provideStore } from '@ngrx/store';
import { type ExtraRequest, ExtraRequests, Mediatel, preloadEffects } from 'mediatel-lib/store';
import { FakeAgentConnection, fakeAccount, wireSnapshot } from 'mediatel-lib/testing';
import { fakePorts, startStandalone } from './host-kinds.fixture';
import { provideMediatel } from './provide-mediatel';
import { withContacts } from './with-contacts';
import { withDialGuard } from './with-dial-guard';
import { withExtraRequests } from './with-extra-requests';
import { withStore } from './with-store';

const config = { account: () => Promise.resolve(fakeAccount) };
const ping: ExtraRequest = {
  name: 'ping',
  phases: ['available'],
  request: () => ({ type: 'ping' }),
  confirmed: () => true,
};
const hooks = [withDialGuard(() => ({ allowed: false, reason: 'of the host' })), withExtraRequests(ping)];

let app: ApplicationRef;
afterEach(() => {
  if (!app.destroyed) app.destroy();
});

async function signIn(connection: FakeAgentConnection): Promise<void> {
  await app.injector.get(Mediatel).signIn();
  connection.connect();
  app.tick();
  connection.receive(wireSnapshot('STATE_IDLE'));
}

beforeAll(preloadEffects);

it.each(['at the root', 'in a lazy route'])('hooks of a set-up %s are used', async (place) => {
  let injector: EnvironmentInjector;
  if (place === 'at the root') {
    app = await startStandalone([provideMediatel(config, withStore(), ...hooks), ...fakePorts]);
    injector = app.injector;
  } else {
    app = await startStandalone([provideStore()]);
    injector = createEnvironmentInjector([provideMediatel(config, ...hooks), ...fakePorts], app.injector);
  }
  const connection = injector.get(FakeAgentConnection);
  await signIn(connection);
  const outcome = app.injector.get(Mediatel).makeCall('0661');
  await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'not-permitted', text: 'of the host' } });
  const given = app.injector.get(ExtraRequests).give(ping);
  await Promise.resolve();
  connection.receive(wireSnapshot('STATE_IDLE', { mute: 1 }));
  await expect(given).resolves.toEqual({ done: true });
  expect(connection.takeSent()).toContain('ping');
});

it.each([
  [() => withDialGuard(() => ({ allowed: true }), { limit: 0 }), 'withDialGuard.limit'],
  [() => withDialGuard(() => ({ allowed: true }), { limit: 10_001 }), 'withDialGuard.limit'],
  [() => withDialGuard(() => ({ allowed: true }), { limit: NaN }), 'withDialGuard.limit'],
  [() => withContacts(() => null, { limit: -1 }), 'withContacts.limit'],
  [() => withExtraRequests(ping, ping), 'withExtraRequests'],
])('a wrong hook throws at its own call: %#', (make, field) => {
  expect(make).toThrow(`provideMediatel: \`${field}\``);
});
