import { TestBed } from '@angular/core/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { stateIconUrl } from 'mediatel-lib/ui';
import { until } from 'test-kit';
import { SharedTick } from '../state/shared-tick';
import { DeskUnderTest } from './mediatel-desk.fixture';

beforeAll(preloadEffects);
beforeEach(() => {
  [localStorage, sessionStorage].forEach((kept) => kept.clear());
  document.head.innerHTML = '<title>Your CRM</title><link rel="icon" href="own.svg">';
});

const icon = (): string | null => document.head.querySelector('link[rel~="icon"]')?.getAttribute('href') ?? null;

async function signedIn(inputs: Readonly<Record<string, unknown>>): Promise<DeskUnderTest> {
  const desk = new DeskUnderTest({}, inputs);
  await desk.store.signIn();
  await desk.settled();
  return desk;
}

it('the page’s title and icon tell the state, and are the host’s again after the desk', async () => {
  const desk = await signedIn({ pageTitle: true });
  await until(() => document.title.startsWith('●'), 'the title’s part is loaded');
  expect(document.title).toMatch(/^● \d\d:\d\d Available · Your CRM$/);
  await desk.snapshot('STATE_CALL_ACTIVE', { time: 1_000_000, serverTime: 1_009_000 });
  expect([document.title, icon()]).toEqual(['● 00:09 In a call · Your CRM', stateIconUrl('talking')]);
  desk.store.clock.advance(1000);
  TestBed.inject(SharedTick).beat();
  await desk.settled();
  expect(document.title).toBe('● 00:10 In a call · Your CRM');
  desk.fixture.componentRef.setInput('pageTitle', false);
  await desk.settled();
  expect([document.title, icon()]).toEqual(['Your CRM', 'own.svg']);
  desk.fixture.componentRef.setInput('pageTitle', true);
  await desk.settled();
  expect(document.title).toContain('In a call');
  desk.fixture.destroy();
  expect([document.title, icon()]).toEqual(['Your CRM', 'own.svg']);
});

it('nothing is told of an operator who is logged out', async () => {
  const desk = await signedIn({ pageTitle: true });
  await until(() => document.title.startsWith('●'), 'the title’s part is loaded');
  await desk.snapshot('STATE_LOGOUT');
  await until(() => document.title === 'Your CRM', 'the title is the host’s');
  desk.fixture.destroy();
});
