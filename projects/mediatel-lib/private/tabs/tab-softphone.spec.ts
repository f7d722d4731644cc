import { EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Softphone, accountPlace, keptCallLifetime, storedPlaces } from 'mediatel-lib/ports';
import { FakeAgentConnection, FakeSoftphone, fakeAccount, provideFakePorts } from 'mediatel-lib/testing';
import { provideTabs } from './provide-tabs';

const account = fakeAccount.sip;
const { key } = accountPlace(storedPlaces.sipCall, account);

const store = (aliveAt: number): void =>
  localStorage.setItem(key, JSON.stringify({ aliveAt, dialog: { callId: 'c1', remoteTag: '-r' } }));

/** The tab's phone, whose router is not loaded. */
function phone(): Softphone {
  TestBed.configureTestingModule({ providers: [provideFakePorts()] });
  const injector = createEnvironmentInjector(
    [
      provideTabs({
        connection: () => Promise.resolve(FakeAgentConnection),
        softphone: () => Promise.resolve(FakeSoftphone),
      }),
    ],
    TestBed.inject(EnvironmentInjector),
  );
  return injector.get(Softphone);
}

afterEach(() => localStorage.clear());

describe('the kept call of a tab before its router is loaded', () => {
  it('is the one that an earlier page has stored', () => {
    const softphone = phone();
    expect(softphone.keptCall(account)).toBeNull();
    store(Date.now());
    expect(softphone.keptCall(account)).toBe('c1-r');
  });

  it('is none of another operator or server', () => {
    store(Date.now());
    const softphone = phone();
    for (const other of [{ login: '1002' }, { realm: 'other.invalid' }, { url: 'wss://other.invalid' }])
      expect(softphone.keptCall({ ...account, ...other })).toBeNull();
  });

  it('is none that is too old, or of a clock that was set', () => {
    const softphone = phone();
    for (const step of [keptCallLifetime + 1000, -keptCallLifetime - 1000]) {
      store(Date.now() + step);
      expect(softphone.keptCall(account)).toBeNull();
    }
  });

  it.each(['{', 'null', '7', '{}', '{"aliveAt":1}'])('is none if what is stored is no call: %s', (text) => {
    localStorage.setItem(key, text);
    expect(phone().keptCall(account)).toBeNull();
  });
});
