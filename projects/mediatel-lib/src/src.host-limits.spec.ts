import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  type CallContact,
  type DialRequest,
  type ExtraRequest,
  ExtraRequests,
  MEDIATEL_CALL_CONTACT_HANDLER,
  Mediatel,
} from 'mediatel-lib/store';
import { PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { withDialGuard } from './with-dial-guard';
import { withExtraRequests } from './with-extra-requests';
import { withStore } from './with-store';

const never = (): Promise<never> => new Promise(() => undefined);
const ping: ExtraRequest = {
  name: 'ping',
  phases: ['available'],
  request: () => ({ type: 'ping' }),
  confirmed: () => false,
};

let faults: string[];
let dials: DialRequest[];
let contacts: CallContact[];

async function signedIn(): Promise<PhoneDriver> {
  const guard = (request: DialRequest): Promise<never> => {
    dials.push(request);
    return never();
  };
  const handler = (contact: CallContact): Promise<never> => {
    contacts.push(contact);
    return never();
  };
  TestBed.configureTestingModule({
    providers: [
      provideMediatelTesting({}, withStore(), withDialGuard(guard), withExtraRequests(ping)),
      { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: handler },
      { provide: ErrorHandler, useValue: { handleError: (error: Error) => faults.push(error.message) } },
    ],
  });
  const phone = TestBed.inject(PhoneDriver);
  await phone.signIn();
  return phone;
}

beforeEach(() => {
  faults = [];
  dials = [];
  contacts = [];
});

describe('in a host’s test the clock alone ends the wait for', () => {
  it('a dial guard that never answers', async () => {
    const phone = await signedIn();
    const outcome = TestBed.inject(Mediatel).makeCall('0661');
    phone.wait(2_999);
    expect(dials.map(({ signal }) => signal.aborted)).toEqual([false]);
    phone.wait(1);
    expect(dials.map(({ signal }) => signal.aborted)).toEqual([true]);
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'not-checked' } });
  });

  it('a contact that the CRM never stores', async () => {
    const phone = await signedIn();
    phone.callComesIn();
    phone.talk();
    phone.hangUp();
    phone.saveCode('4');
    expect(contacts).toHaveLength(1);
    phone.wait(29_000);
    expect(faults).toEqual([]);
    phone.wait(1_000);
    expect(faults).toEqual(['MEDIATEL_CALL_CONTACT_HANDLER did not settle within 30 s']);
  });

  it('an extra request that Mediatel never confirms, which the fake Mediatel takes', async () => {
    const phone = await signedIn();
    const extra = TestBed.inject(ExtraRequests);
    const outcome = extra.give(ping);
    await Promise.resolve();
    await Promise.resolve();
    expect(phone.connection.takeSent()).toContain('ping');
    phone.wait(5_000);
    expect(extra.status('ping')).toBe('unanswered');
    await expect(outcome).resolves.toMatchObject({ why: 'unanswered' });
  });
});
