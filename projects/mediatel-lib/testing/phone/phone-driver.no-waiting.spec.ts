import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { provideStore } from '@ngrx/store';
import { MediatelDesk } from 'mediatel-lib/desk';
import { MediatelDeskHarness } from '../desk/mediatel-desk-harness';
import { PhoneDriver } from './phone-driver';
import { provideMediatelTesting } from './provide-mediatel-testing';

/** Longer timers (ms) count as waiting. Angular renders after a shorter one. */
const shortest = 10;

/** Lets no timer fire that is longer than `shortest`: who waits for one waits for ever. */
function stopRealTime(): void {
  const { setTimeout: real } = globalThis;
  const stopped = (run: () => void, ms = 0) => real(ms > shortest ? () => undefined : run, ms);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(stopped as typeof setTimeout);
  jest.spyOn(globalThis, 'setInterval').mockReturnValue(0 as unknown as ReturnType<typeof setInterval>);
}

describe('a whole call on the desk', () => {
  afterEach(() => jest.restoreAllMocks());

  it('waits for no real time', async () => {
    TestBed.configureTestingModule({ providers: [provideStore(), provideMediatelTesting()] });
    stopRealTime();
    const phone = TestBed.inject(PhoneDriver);
    await phone.signIn();
    const desk = await TestbedHarnessEnvironment.harnessForFixture(
      TestBed.createComponent(MediatelDesk),
      MediatelDeskHarness,
    );
    const states: string[] = [];
    const see = async () => states.push(await desk.state());

    await see();
    phone.callComesIn();
    await see();
    phone.talk();
    await see();
    await (await desk.primary()).press();
    await see();
    await (await desk.clerical())?.save('10. Promise to pay', 'Pays on Friday');
    await see();
    expect(states).toEqual(['Available', 'Incoming call', 'In a call', 'After call', 'Available']);
    expect(phone.connection.takeSent()).toEqual(['login', 'closeCall', 'resolutionSet']);
  });
});
