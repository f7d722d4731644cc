import { EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SoftphoneEvent } from 'mediatel-lib/ports';
import { FakeAgentConnection, FakeSoftphone, fakeAccount, provideFakePorts } from 'mediatel-lib/testing';
import type { PhoneFacts } from './channel/tab-message';
import { OwnPorts } from './own-ports';

describe('OwnPorts', () => {
  let own: OwnPorts;
  let connection: FakeAgentConnection;
  let phone: FakeSoftphone;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakePorts()] });
    own = new OwnPorts(TestBed.inject(EnvironmentInjector), FakeAgentConnection, FakeSoftphone);
    connection = own.connection as FakeAgentConnection;
    phone = own.phone as FakeSoftphone;
  });

  it('opens with the accounts that there are', () => {
    expect(own.isOpen).toBe(false);
    own.open(null, null);
    expect(own.isOpen).toBe(true);
    expect(connection.opened).toEqual([]);
    expect(phone.started).toEqual([]);
    own.open(fakeAccount.mediatel, fakeAccount.sip);
    expect(connection.opened).toEqual([fakeAccount.mediatel]);
    expect(phone.started).toEqual([fakeAccount.sip]);
  });

  it.each([
    ['without un-registering where another tab has the phone', false, 1],
    ['and leaves the phone to the sign-out', true, 0],
  ])('closes %s', (_how, isSigningOut, drops) => {
    own.open(fakeAccount.mediatel, fakeAccount.sip);
    own.close(isSigningOut);
    expect(own.isOpen).toBe(false);
    expect(connection.state().status).toBe('closed');
    expect(phone.drops).toBe(drops);
  });

  it('starts the phone only while it is open', () => {
    own.start(fakeAccount.sip);
    expect(phone.started).toEqual([]);
    own.open(null, null);
    own.start(fakeAccount.sip);
    expect(phone.started).toEqual([fakeAccount.sip]);
  });

  it.each([
    ['registerNow', true, true],
    ['registerNow', false, false],
    ['reopenMicrophone', true, false],
  ] as const)('on %s, with a phone that is off: %s, starts it: %s', (type, isOff, starts) => {
    own.start(fakeAccount.sip);
    own.execute({ type }, isOff);
    expect(phone.started).toHaveLength(starts ? 1 : 0);
    expect(phone.executed).toEqual(starts ? [] : [{ type }]);
  });

  it('has no account to start a phone with that was never started', () => {
    own.execute({ type: 'registerNow' }, true);
    expect(phone.started).toEqual([]);
    expect(phone.executed).toEqual([{ type: 'registerNow' }]);
  });

  it('passes on what the ports say', () => {
    const heard: unknown[] = [];
    own.listen({
      message: ({ type }) => heard.push(type),
      event: ({ type }: SoftphoneEvent) => heard.push(type),
      connectionChanged: () => heard.push(connection.state().status),
      factsChanged: ({ quality }: PhoneFacts) => heard.push(quality),
    });
    TestBed.tick();
    expect(heard.splice(0)).toEqual(['closed', null]);
    connection.connect();
    TestBed.tick();
    connection.receive({});
    phone.invite('c1');
    expect(heard).toEqual(['connected', 'snapshot', 'invited']);
  });
});
