import { TestBed } from '@angular/core/testing';
import { provideStore } from '@ngrx/store';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { PhoneDriver } from './phone-driver';
import { provideMediatelTesting } from './provide-mediatel-testing';

function phoneOf(config: Partial<MediatelConfig> = {}): PhoneDriver {
  TestBed.configureTestingModule({ providers: [provideStore(), provideMediatelTesting(config)] });
  return TestBed.inject(PhoneDriver);
}

const available = async (config: Partial<MediatelConfig> = {}): Promise<PhoneDriver> => {
  const phone = phoneOf(config);
  await phone.signIn();
  return phone;
};

describe('a step of PhoneDriver in the wrong order', () => {
  it.each<[string, (phone: PhoneDriver) => void]>([
    ['calls a number', (phone) => phone.callGoesOut()],
    ['answers', (phone) => phone.answer()],
    ['hangs up', (phone) => phone.hangUp()],
    ['gets a call', (phone) => phone.callComesIn()],
    ['loses the link', (phone) => phone.loseLink()],
    ['gets the link back', (phone) => phone.linkReturns()],
    ['ends the pause', (phone) => phone.endPause()],
  ])('throws before the sign-in: %s', (_, step) => {
    expect(() => step(phoneOf())).toThrow();
  });

  it.each<[string, (phone: PhoneDriver) => void]>([
    ['answers', (phone) => phone.answer()],
    ['ends a pause', (phone) => phone.endPause()],
    ['gets back a link that is there', (phone) => phone.linkReturns()],
  ])('throws without a call: %s', async (_, step) => {
    const phone = await available();
    expect(() => step(phone)).toThrow();
  });

  it.each<[string, (phone: PhoneDriver) => void]>([
    ['the customer hangs up', (phone) => phone.customerHangsUp()],
    ['the call fails', (phone) => phone.callFails()],
    ['the operator answers', (phone) => phone.answer()],
  ])('throws in after-call work: %s', async (_, step) => {
    const phone = await available();
    phone.callComesIn();
    phone.talk();
    phone.hangUp();
    expect(() => step(phone)).toThrow();
    expect(phone.phase).toBe('clerical');
  });

  it('throws when an incoming call or a conversation fails as a called one does', async () => {
    const phone = await available();
    phone.callComesIn();
    expect(() => phone.callFails()).toThrow();
    phone.talk();
    expect(() => phone.callFails('no-answer')).toThrow();
    expect(phone.phase).toBe('talking');
  });

  it('lets nothing of Mediatel reach the page without a link', async () => {
    const phone = await available();
    phone.callComesIn();
    phone.talk();
    phone.loseLink();
    phone.customerHangsUp();
    expect([phone.phase, phone.call?.audio]).toEqual(['talking', 'none']);
    expect(() => phone.snapshot()).toThrow();
    expect(() => phone.loseLink()).toThrow();
    phone.linkReturns();
    expect(phone.phase).toBe('clerical');
  });

  it('throws when the sign-in fails', async () => {
    const phone = phoneOf({ account: () => Promise.reject(new Error('no')) });
    await expect(phone.signIn()).rejects.toThrow(/sign-in/);
  });

  it('throws on a second answer', async () => {
    const phone = await available({ autoAnswer: 'never' });
    phone.callComesIn();
    phone.answer();
    expect(() => phone.answer()).toThrow();
  });
});
