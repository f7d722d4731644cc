import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Actions } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { AgentActions } from 'mediatel-lib';
import { Subject } from 'rxjs';
import { Session } from '../session/session';
import { OwnCalls } from './own-calls';

it('the own calls are read again when one has ended, and when its result is saved', async () => {
  const actions = new Subject<Action>();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: Actions, useValue: actions },
      { provide: Session, useValue: { user: signal({ login: 'agent1' }) } },
    ],
  });
  TestBed.inject(OwnCalls);
  const server = TestBed.inject(HttpTestingController);
  const isRead = async (): Promise<boolean> => {
    TestBed.tick();
    await Promise.resolve();
    const requests = server.match('/api/calls');
    for (const request of requests) request.flush({ calls: [] });
    await Promise.resolve();
    return requests.length === 1;
  };
  expect(await isRead()).toBe(true);
  const ofCall = { origin: 'live', callNumber: 1, callTraceID: '1' } as const;
  actions.next(AgentActions.callEnded({ ...ofCall, errorID: null, errorText: null, answered: true, activeSince: 1 }));
  expect(await isRead()).toBe(true);
  actions.next(AgentActions.clericalEnded({ ...ofCall, startedAt: 1, endedAt: 2 }));
  expect(await isRead()).toBe(true);
  actions.next(AgentActions.becameAvailable({ origin: 'live' }));
  expect(await isRead()).toBe(false);
});
