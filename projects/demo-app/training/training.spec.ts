import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Phone } from '../phone/phone';
import { Session } from '../session/session';
import { noTour } from '../tour/next-tour';
import { Tour } from '../tour/tour';
import { Training } from './training';

import { LessonsList } from './lessons-list';

// It has a spec of its own, and needs a phone.
@Component({ selector: 'app-lessons-list', template: '' })
class NoLessons {}

describe('the training page', () => {
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Phone, useValue: { obstacle: signal(null), dial: jest.fn() } },
        { provide: Tour, useValue: { state: signal(noTour), place: signal(1), start: jest.fn() } },
        { provide: Session, useValue: { user: signal({ login: 'agent3', name: 'Iryna' }) } },
      ],
    });
    TestBed.overrideComponent(Training, { remove: { imports: [LessonsList] }, add: { imports: [NoLessons] } });
    const fixture = TestBed.createComponent(Training);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
    server = TestBed.inject(HttpTestingController);
  });

  const settled = () =>
    new Promise((resolve) => setTimeout(resolve)).then(() => TestBed.inject(ApplicationRef).whenStable());
  const ask = () => page.querySelector<HTMLButtonElement>('form button')!.click();

  it('says what each training number does, and dials it', () => {
    const rows = [...page.querySelectorAll('li')];
    expect(rows.length).toBe(5);
    rows[4]!.querySelector('button')!.click();
    expect(TestBed.inject(Phone).dial).toHaveBeenCalledWith('0661234505');
  });

  it('orders a customer’s call to the signed-in operator', async () => {
    ask();
    const request = server.expectOne({ method: 'POST', url: '/api/calls' });
    expect(request.request.body).toEqual({ agent: 'agent3', ani: '0661234501', queue: 'IN_Support' });
    request.flush({ callTraceID: '7' }, { status: 201, statusText: 'Created' });
    await settled();
    expect(page.querySelector('[role=status]')!.textContent).toContain('is calling you by IN_Support');
  });

  it('says why nobody can call now', async () => {
    ask();
    server.expectOne('/api/calls').flush({}, { status: 409, statusText: 'Conflict' });
    await settled();
    expect(page.querySelector('[role=status]')!.textContent).toContain('You are not available');
  });
});
