import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { LeaderTab, accountPlace, storedPlaces } from 'mediatel-lib/ports';
import { preloadEffects } from 'mediatel-lib/store';
import { DeskMenuHarness, FakeLeaderTab, StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { deskPageProviders } from '../pages/page-loaders';
import { DeskPages } from '../state/desk-pages';
import { DeskMenu } from './desk-menu';
import { Floating } from './floating';

const { key } = accountPlace(storedPlaces.sipCall, fakeAccount.sip);

/** An operator in a call, in a tab that is not the phone, brings the phone here. Returns how often it was brought. */
async function brought(resumeCalls: boolean): Promise<number> {
  const tab = new FakeLeaderTab();
  const leader = { provide: LeaderTab, useValue: tab };
  const store = new StoreHarness({ resumeCalls }, [leader, deskPageProviders, DeskPages, Floating]);
  await store.signIn();
  tab.follow();
  store.softphone.invite('c1');
  store.softphone.execute({ type: 'answer', callId: 'c1' });
  store.snapshot('STATE_CALL_ACTIVE');
  const fixture = TestBed.createComponent(DeskMenu);
  const menu = await TestbedHarnessEnvironment.harnessForFixture(fixture, DeskMenuHarness);
  await menu.choose(/Bring it here/);
  return tab.brought;
}

describe('the phone that is brought to this tab in a call', () => {
  const ask = jest.fn((_question?: string) => false);

  beforeAll(preloadEffects);
  beforeEach(() => {
    ask.mockClear();
    Object.assign(globalThis, { confirm: ask });
    localStorage.clear();
  });

  it('asks nothing: a stored call comes along', async () => {
    localStorage.setItem(key, '{}');
    expect([await brought(true), ask.mock.calls.length]).toEqual([1, 0]);
  });

  it('asks first where the browser could not store the call: it would be hung up', async () => {
    expect([await brought(true), ask.mock.calls.length]).toEqual([0, 1]);
  });

  it('asks first on a site that keeps no calls', async () => {
    localStorage.setItem(key, '{}');
    expect([await brought(false), ask.mock.calls.length]).toEqual([0, 1]);
  });
});
