import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { jest } from '@jest/globals';
import type { MediatelConfig, OperatorAccount } from 'mediatel-lib/ports';
import { preloadEffects } from 'mediatel-lib/store';
import { MediatelDeskHarness, StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

beforeAll(preloadEffects);

async function opened(config: Partial<MediatelConfig> = {}) {
  const still = { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } };
  const store = new StoreHarness(config, [still]);
  const fixture = TestBed.createComponent(MediatelDesk);
  const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
  return {
    store,
    desk,
    fixture,
    element: fixture.nativeElement as HTMLElement,
    words: async (): Promise<string | null> => (await (await desk.notice())?.words()) ?? null,
    detail: async (): Promise<string | null> => (await (await desk.notice())?.detail()) ?? null,
  };
}

describe('snapshots that can’t be read', () => {
  it('are a problem from the first one on, until one is read', async () => {
    const { store, fixture, desk, words, detail } = await opened();
    await store.session.signIn();
    store.connect();
    store.connection.receive({ status: 'available' });
    await fixture.whenStable();
    expect(await words()).toBe('Mediatel sent something that this desk can’t read: what you see may be old');
    expect(await detail()).toContain('state should be the name of a state');
    store.snapshot('STATE_IDLE');
    await fixture.whenStable();
    expect(await words()).toBeNull();
    expect(await desk.state()).toBe('Available');
  });

  it('show all readable fields; the check of the line names the unreadable one', async () => {
    const { store, fixture, desk, element, words } = await opened();
    await store.signIn('STATE_IDLE', { holdQueue: [], callHistory: [{}, 7] });
    await fixture.whenStable();
    expect(await desk.state()).toBe('Available');
    expect(await words()).toBeNull();
    fixture.componentRef.setInput('page', 'readiness');
    await fixture.whenStable();
    await import('../pages/readiness/readiness-page');
    await fixture.whenStable();
    const details = [...element.querySelectorAll('.detail')].map((part) => part.textContent.trim());
    expect(details).toEqual([
      expect.stringMatching(/^callHistory\[1\] .*object/) as string,
      'holdQueue should be a text, is a list',
    ]);
  });
});

it('a second sign-in that fails in a call leaves the call and its Hang up, and is shown', async () => {
  let account = () => Promise.resolve(fakeAccount);
  const { store, fixture, desk, words } = await opened({ account: () => account() });
  await store.signIn('STATE_CALL_ACTIVE');
  account = () => Promise.reject(new Error('the host’s session is over'));
  await store.session.signIn();
  await fixture.whenStable();
  expect(await words()).toBe('Your accounts could not be loaded');
  expect(await desk.state()).toBe('In a call');
});

it('a sign-out that Mediatel did not receive is a problem afterwards, with a button to sign in', async () => {
  const { store, fixture, words } = await opened({ commandTimeout: 500 });
  await store.signIn('STATE_IDLE');
  store.disconnect();
  const left = store.session.signOut();
  await fixture.whenStable();
  expect(await words()).toContain('No connection to Mediatel');
  await left;
  await fixture.whenStable();
  expect(store.session.state()).toEqual({ status: 'signedOut', stillLoggedIn: true });
  expect(await words()).toBe('Mediatel could not be reached: you may still be logged in there');
});

it('a customer’s page that the browser blocked has a button below the call’s card, and after the call', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  sessionStorage.clear();
  const { store, fixture, desk, element, words } = await opened({ screenPopHosts: ['crm.example'] });
  const pop = { webServer: 'javascript:window.external.CRMNavigate("Card","Customer","https://crm.example/7",false);' };
  const button = () => element.querySelector<HTMLButtonElement>('mediatel-call-panel .pop');
  await store.signIn('STATE_CALL_ACTIVE', pop);
  await fixture.whenStable();
  expect(button()?.textContent).toContain('Open the customer’s page');
  button()?.click();
  expect(open).toHaveBeenCalledTimes(2);
  store.snapshot('STATE_CLERICAL', pop);
  await fixture.whenStable();
  expect(await words()).toContain('The browser blocked the customer’s page');
  const tab = { opener: window, document: document.implementation.createHTMLDocument() };
  open.mockReturnValue(tab as unknown as Window);
  await (await desk.notice())?.press();
  await fixture.whenStable();
  expect(tab.document.querySelector('a')?.href).toBe('https://crm.example/7');
  expect(await words()).toBeNull();
  open.mockRestore();
});

describe('what a snapshot says about the agent', () => {
  it.each([
    ['1005', 'Mediatel rings extension 1005, this phone is 1001: log out, then log in again'],
    ['webrtc-11001', 'Mediatel rings extension webrtc-11001, this phone is 1001: log out, then log in again'],
    ['webrtc-1001', null],
    ['1001', null],
    ['', null],
  ])('with the extension %j: %s', async (agentExt, said) => {
    const { store, fixture, desk, words } = await opened();
    await store.signIn('STATE_IDLE', { agentExt });
    await fixture.whenStable();
    expect(await words()).toBe(said);
    if (said === null) return;
    store.snapshot('STATE_CALL_ACTIVE', { agentExt });
    await fixture.whenStable();
    expect(await words()).not.toBe(said);
    store.snapshot('STATE_IDLE', { agentExt });
    await fixture.whenStable();
    store.connection.takeSent();
    await (await desk.notice())?.press();
    expect(store.connection.takeSent()).toEqual(['logout']);
    store.snapshot('STATE_LOGOUT', { agentExt });
    await fixture.whenStable();
    expect(await words()).toBeNull();
  });

  it.each(['isAvailable', 'isAvaliable'])('%s: false is a problem that a restart solves', async (name) => {
    const { store, fixture, desk, words } = await opened();
    const unusable = { isAvailable: undefined, [name]: false };
    await store.signIn('STATE_IDLE', unusable);
    await fixture.whenStable();
    expect(await words()).toBe('Mediatel says that your agent can’t be used: restart it');
    store.connection.takeSent();
    await (await desk.notice())?.press();
    expect(store.connection.takeSent()).toEqual(['exit']);
    store.snapshot('STATE_IDLE', { [name]: true });
    await fixture.whenStable();
    expect(await words()).toBeNull();
  });

  it('shows a second unexpected log-out, and why the library does not log in again', async () => {
    const { store, fixture, desk, words } = await opened();
    await store.signIn('STATE_IDLE');
    store.snapshot('STATE_LOGOUT');
    await fixture.whenStable();
    expect(store.connection.takeSent()).toContain('login');
    expect(await words()).toBeNull();
    store.snapshot('STATE_IDLE');
    store.snapshot('STATE_LOGOUT');
    await fixture.whenStable();
    expect(store.connection.takeSent()).toEqual([]);
    expect(await words()).toContain('Mediatel logged you out again');
    await (await desk.notice())?.press();
    expect(store.connection.takeSent()).toEqual(['login']);
    await fixture.whenStable();
    expect(await words()).toBeNull();
  });
});

it('an account that is not usable: its field, and the form of an address', async () => {
  const account = (part: Partial<OperatorAccount>) => ({ account: () => Promise.resolve({ ...fakeAccount, ...part }) });
  const addressed = { ...fakeAccount.mediatel, url: 'localhost:4401' };
  const { store, fixture, detail } = await opened(account({ mediatel: addressed }));
  await store.session.signIn();
  await fixture.whenStable();
  expect(await detail()).toBe('mediatel.url: https://host[:port]');
  TestBed.resetTestingModule();
  const nameless = await opened(account({ sip: { ...fakeAccount.sip, realm: '' } }));
  await nameless.store.session.signIn();
  await nameless.fixture.whenStable();
  expect(await nameless.detail()).toBe('sip.realm');
});
