import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { withStore } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';
import { MediatelDeskHarness, PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { writeFileSync } from 'node:fs';

/** The first calls compile the components. */
const warmUps = 20;
const measured = 20;
const milliseconds: number[] = [];

/** The time (ms) that this thread has had of the processor. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A whole test: set-up, sign-in, desk, incoming call, hang-up by the desk's button, code saved in its form. */
async function wholeCall(): Promise<string> {
  TestBed.configureTestingModule({ providers: [provideMediatelTesting({}, withStore())] });
  const phone = TestBed.inject(PhoneDriver);
  await phone.signIn();
  const fixture = TestBed.createComponent(MediatelDesk);
  const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
  phone.callComesIn();
  phone.talk();
  await (await desk.primary()).press();
  await (await desk.clerical())?.save('10. Promise to pay');
  return desk.state();
}

describe('a whole call on the desk', () => {
  it.each(Array.from({ length: warmUps + measured }, (_, index) => index))('number %d', async (index) => {
    const before = spent();
    const state = await wholeCall();
    if (index >= warmUps) milliseconds.push(spent() - before);
    expect(state).toBe('Available');
  });

  afterAll(() => writeFileSync(process.env['FIGURES'] ?? '', JSON.stringify(milliseconds)));
});
