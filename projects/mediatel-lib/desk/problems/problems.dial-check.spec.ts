import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { type DialVerdict, CommandActions, MEDIATEL_DIAL_GUARD, preloadEffects } from 'mediatel-lib/store';
import { MediatelDeskHarness, StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

beforeAll(preloadEffects);

it('a dial that the host checks says so, and then the host’s reason', async () => {
  let answer: (verdict: DialVerdict) => void = () => undefined;
  const guard = () => new Promise<DialVerdict>((resolve) => (answer = resolve));
  const store = new StoreHarness({}, [{ provide: MEDIATEL_DIAL_GUARD, useValue: { guard, limit: 3000 } }]);
  const fixture = TestBed.createComponent(MediatelDesk);
  const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
  await store.signIn('STATE_IDLE');
  store.dispatch(CommandActions.makeCall({ phoneNumber: '0661' }));
  await fixture.whenStable();
  expect(await (await desk.notice())?.words()).toBe('Checking the number…');
  answer({ allowed: false, reason: 'This customer does not want calls.' });
  await fixture.whenStable();
  expect(await (await desk.notice())?.words()).toBe('This customer does not want calls.');
  expect(store.connection.takeSent()).not.toContain('makeCall');
});
