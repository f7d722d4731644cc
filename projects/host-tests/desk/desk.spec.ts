import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MEDIATEL_CALL_CONTACT_HANDLER, type CallContact, withStore } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';
import { MediatelDeskHarness, PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';

describe('a call on the desk', () => {
  it('goes from the dialled number to the contact in the CRM', async () => {
    const contacts: CallContact[] = [];
    TestBed.configureTestingModule({
      providers: [
        provideMediatelTesting({}, withStore()),
        { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: (contact: CallContact) => contacts.push(contact) },
      ],
    });
    const phone = TestBed.inject(PhoneDriver);
    await phone.signIn();

    const fixture = TestBed.createComponent(MediatelDesk);
    const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
    await (await desk.dialer())?.setNumber('0661234567');
    await (await desk.primary()).press();
    expect(await desk.state()).toBe('Dialling');

    phone.talk();
    expect(await desk.state()).toBe('In a call');
    await (await desk.primary()).press();
    expect(await desk.state()).toBe('After call');
    await (await desk.clerical())?.save('10. Promise to pay');
    expect(await desk.state()).toBe('Available');
    expect(contacts).toMatchObject([{ number: '0661234567', codes: [{ name: '10. Promise to pay' }] }]);
  });
});
