import 'zone.js';
import 'zone.js/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideZoneChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore } from '@ngrx/store';
import { MediatelDesk } from 'mediatel-lib/desk';
import { MediatelDeskHarness } from '../desk/mediatel-desk-harness';
import { PhoneDriver } from './phone-driver';
import { provideMediatelTesting } from './provide-mediatel-testing';

describe('PhoneDriver in a host with zone.js', () => {
  // A timer of the desk that is still due in the zone would keep the page unstable, and the harness would wait for it.
  it('takes the desk through a call', async () => {
    TestBed.configureTestingModule({
      providers: [provideZoneChangeDetection(), provideStore(), provideMediatelTesting()],
    });
    const phone = TestBed.inject(PhoneDriver);
    await phone.signIn();
    const fixture = TestBed.createComponent(MediatelDesk);
    fixture.autoDetectChanges();
    const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
    phone.callComesIn();
    phone.talk();
    expect(await desk.state()).toBe('In a call');
    await (await desk.primary()).press();
    expect(await desk.state()).toBe('After call');
    await (await desk.clerical())?.save('10. Promise to pay', 'Pays on Friday');
    expect(await desk.state()).toBe('Available');
  });
});
