import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Action } from '@ngrx/store';
import { AgentActions, type ScreenPopRequest } from 'mediatel-lib/store';
import { Subject } from 'rxjs';
import { until } from 'test-kit';
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

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const router = TestBed.inject(Router);
    navigate = jest.spyOn(router, 'navigate').mockResolvedValue(true);
    actions = new Subject();
    raiseCard(actions as never, TestBed.inject(AddressBook), router).subscribe();
  });

  const pop = async (part: Partial<ScreenPopRequest>) => {
    actions.next(AgentActions.screenPopRequested({ origin: 'live', request: { ...request, ...part } }));
    await until(() => navigate.mock.calls.length > 0, 'a card is opened');
  };

  it('raises the card of the number', async () => {
    await pop({ ani: '0661234502', callCustomerID: '1' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '39335109'], {});
  });

  it('raises the card of the customer id when the number is unknown', async () => {
    await pop({ ani: null, callCustomerID: '39335110' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '39335110'], {});
  });

  it('shows the number of a stranger', async () => {
    await pop({ ani: '0440000000', callCustomerID: '39100001' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '39100001'], { queryParams: { ani: '0440000000' } });
  });

  it('opens a card also where the contacts can’t be fetched', async () => {
    jest.spyOn(TestBed.inject(AddressBook), 'load').mockRejectedValue(new Error('no network'));
    await pop({ ani: '0661234502', callCustomerID: '1' });
    expect(navigate).toHaveBeenCalledWith(['/customers', '1'], { queryParams: { ani: '0661234502' } });
  });
});
