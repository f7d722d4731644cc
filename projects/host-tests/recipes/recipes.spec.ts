import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import {
  CommandActions,
  Mediatel,
  type MediatelConfig,
  selectCommands,
  selectMissedCalls,
  withStore,
} from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';
import { MediatelDeskHarness, PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';

async function signedIn(config: Partial<MediatelConfig> = {}): Promise<PhoneDriver> {
  TestBed.configureTestingModule({ providers: [provideMediatelTesting(config, withStore())] });
  const phone = TestBed.inject(PhoneDriver);
  await phone.signIn();
  return phone;
}

const showDesk = (): Promise<MediatelDeskHarness> =>
  TestbedHarnessEnvironment.harnessForFixture(TestBed.createComponent(MediatelDesk), MediatelDeskHarness);

describe('recipes', () => {
  it('a pause that lasts too long', async () => {
    const phone = await signedIn({ pauseLimits: { Meeting: 600 } });
    const desk = await showDesk();
    phone.pause('Meeting');
    phone.wait(540_000);
    expect([await desk.timer(), await (await desk.stateBar()).isWarning()]).toEqual(['09:00 / 10:00', true]);
  });

  it('a command that Mediatel does not answer', async () => {
    const phone = await signedIn({ commandTimeout: 5000 });
    const commands = TestBed.inject(Store).selectSignal(selectCommands);
    phone.ignoreRequests();
    phone.pause('Meeting');
    phone.wait(5000);
    expect(commands().statuses.pause.status).toBe('unanswered');
  });

  it('a command that is refused', async () => {
    const phone = await signedIn();
    const store = TestBed.inject(Store);
    phone.loseLink();
    store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234567' }));
    expect(store.selectSignal(selectCommands)().lastRefusal?.refusal.reason).toBe('not-connected');
    phone.linkReturns();
    store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234567' }));
    expect(phone.connection.sent.at(-1)).toMatchObject({ type: 'makeCall', phoneNumber: '0661234567' });
  });

  it('a command of a host without NgRx, and its outcome', async () => {
    const phone = await signedIn();
    const mediatel = TestBed.inject(Mediatel);
    expect(await mediatel.makeCall('0661234567')).toEqual({ done: true });
    phone.talk();
    expect(mediatel.call()?.phase).toBe('talking');
    phone.ignoreRequests();
    const outcome = mediatel.hold();
    phone.wait(5000);
    expect(await outcome).toEqual({ done: false, why: 'unanswered' });
  });

  it('a missed call', async () => {
    const phone = await signedIn();
    const missed = TestBed.inject(Store).selectSignal(selectMissedCalls);
    phone.callIsMissed({ number: '0661234567' });
    expect(missed()).toMatchObject([{ number: '0661234567', forcePause: true }]);
  });

  it('a call that the operator answers by hand', async () => {
    const phone = await signedIn({ autoAnswer: 'never' });
    const desk = await showDesk();
    phone.callComesIn();
    expect(await (await desk.primary()).label()).toBe('Answer');
    await (await desk.primary()).press();
    phone.talk();
    expect(await desk.state()).toBe('In a call');
  });

  it('a snapshot that has no step of its own', async () => {
    const phone = await signedIn();
    phone.callComesIn({ fields: { maxCallDuration: '60' } });
    phone.talk();
    const desk = await showDesk();
    phone.wait(40_000);
    expect(await (await desk.notice())?.words()).toBe('Mediatel ends this call in 20 s');
  });
});
