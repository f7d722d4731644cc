import { TestBed } from '@angular/core/testing';
import { provideEffects } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';
import { PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { Cards, openCard } from './open-card';

describe('the customer’s card', () => {
  it('opens when the conversation begins, and stays open after it', async () => {
    TestBed.configureTestingModule({
      providers: [provideStore(), provideEffects({ openCard }), provideMediatelTesting()],
    });
    const phone = TestBed.inject(PhoneDriver);
    const cards = TestBed.inject(Cards);

    await phone.signIn();
    phone.callComesIn({ number: '0661234567', queue: 'Sales' });
    expect(cards.open()).toBeNull();
    phone.talk();
    expect(cards.open()).toBe('0661234567');
    phone.hangUp();
    phone.saveCode('10. Promise to pay', 'Pays on Friday');
    expect(phone.phase).toBe('available');
    expect(cards.open()).toBe('0661234567');
  });
});
