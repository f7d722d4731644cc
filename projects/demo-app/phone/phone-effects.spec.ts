import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Action } from '@ngrx/store';
import { AgentActions, type ScreenPopRequest } from 'mediatel-lib/store';
import { Subject } from 'rxjs';
import { AddressBook } from '../address-book/address-book';
import { raiseCard } from './phone-effects';

const request: ScreenPopRequest = {
  callTraceID: '1185574268',
  callNumber: 1,
  callCustomerID: null,
  ani: null,
  queueName: 'IN_Support',
  crmConnectTarget: null,
  crmConnectType: null,
  page: null,
};

describe('a screen pop', () => {
  let navigate: jest.SpiedFunction<Router['navigate']>;
  let actions: Subject<Action>;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const router = TestBed.inject(Router);
    navigate = jest.spyOn(router, 'navigate').mockResolvedValue(true);
    await TestBed.inject(AddressBook).load();
    actions = new Subject();
    raiseCard(actions as never, TestBed.inject(AddressBook), router).subscribe();
  });

  const pop = (part: Partial<ScreenPopRequest>) =>
    actions.next(AgentActions.screenPopRequested({ origin: 'live', request: { ...request, ...part } }));

  it('raises the card of the number', () => {
    pop({ ani: '0661234502', callCustomerID: '1' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '39335109'], {});
  });

  it('raises the card of the customer id when the number is unknown', () => {
    pop({ ani: null, callCustomerID: '39335110' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '39335110'], {});
  });

  it('shows the number of a stranger', () => {
    pop({ ani: '0440000000', callCustomerID: '39100001' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '39100001'], { queryParams: { ani: '0440000000' } });
  });
});
