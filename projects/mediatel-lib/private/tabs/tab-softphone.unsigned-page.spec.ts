import { EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Softphone, storedPlaces } from 'mediatel-lib/ports';
import { FakeAgentConnection, FakeSoftphone, provideFakePorts } from 'mediatel-lib/testing';
import { provideTabs } from './provide-tabs';

it('a page that does not sign in tells the next one when it left', () => {
  const ofAnEarlierPage = String(Date.now() - 1_800_000);
  sessionStorage.setItem(storedPlaces.leftAt.key, ofAnEarlierPage);
  TestBed.configureTestingModule({ providers: [provideFakePorts()] });
  const ports = {
    connection: () => Promise.resolve(FakeAgentConnection),
    softphone: () => Promise.resolve(FakeSoftphone),
  };
  createEnvironmentInjector([provideTabs(ports)], TestBed.inject(EnvironmentInjector)).get(Softphone);
  expect(sessionStorage.getItem(storedPlaces.leftAt.key)).toBeNull();
  dispatchEvent(new Event('pagehide'));
  const left = Number(sessionStorage.getItem(storedPlaces.leftAt.key));
  expect(Date.now() - left).toBeLessThan(60_000);
});
