import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { jest } from '@jest/globals';
import { Session } from '../session/session';
import { OwedNotes } from './owed-notes';

const address = '/api/training/notes';

describe('the notes owed to the training server', () => {
  const user = signal<{ readonly login: string } | null>(null);
  const leaving = signal(false);

  function page(): OwedNotes {
    TestBed.resetTestingModule().configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Session, useValue: { user: user.asReadonly(), leaving: leaving.asReadonly() } },
      ],
    });
    const notes = TestBed.inject(OwedNotes);
    TestBed.tick();
    return notes;
  }

  const request = (): TestRequest => TestBed.inject(HttpTestingController).expectOne(address);
  const none = (): void => TestBed.inject(HttpTestingController).expectNone(address);

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    user.set({ login: 'agent1' });
    leaving.set(false);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('are sent once, if the server takes them, and nothing is said', () => {
    const notes = page();
    notes.add('7', 'pays on Friday');
    request().flush(null, { status: 204, statusText: 'No Content' });
    jest.advanceTimersByTime(60_000);
    TestBed.tick();
    none();
    expect([notes.waiting(), notes.refused()]).toEqual([0, false]);
  });

  it.each([
    ['no server', (sent: TestRequest) => sent.error(new ProgressEvent('error'))],
    ['a full disk', (sent: TestRequest) => sent.flush({ error: 'not-stored' }, { status: 507, statusText: 'x' })],
    [
      'a cookie that expired',
      (sent: TestRequest) => sent.flush({ error: 'no-cookie' }, { status: 403, statusText: 'x' }),
    ],
  ])('are sent again until the server has them: %s', (_, fail) => {
    const notes = page();
    notes.add('7', 'pays on Friday');
    for (let failure = 1; failure <= 3; failure++) {
      fail(request());
      expect(notes.waiting()).toBe(1);
      none();
      jest.advanceTimersByTime(4250);
    }
    const sent = request();
    expect(sent.request.body).toEqual({ traceId: '7', text: 'pays on Friday' });
    sent.flush(null, { status: 204, statusText: 'No Content' });
    expect(notes.waiting()).toBe(0);
    jest.advanceTimersByTime(60_000);
    none();
  });

  it('are sent in their order, each after the one before', () => {
    const notes = page();
    notes.add('7', 'first');
    notes.add('7', 'second');
    const first = request();
    expect(first.request.body).toMatchObject({ text: 'first' });
    first.error(new ProgressEvent('error'));
    expect(notes.waiting()).toBe(2);
    jest.advanceTimersByTime(4250);
    request().flush(null);
    expect(request().request.body).toMatchObject({ text: 'second' });
  });

  it('outlive a reload, and are sent once their author is signed in', () => {
    page().add('7', 'pays on Friday');
    request().error(new ProgressEvent('error'));
    user.set(null);
    page();
    none();
    user.set({ login: 'agent1' });
    TestBed.tick();
    expect(request().request.body).toEqual({ traceId: '7', text: 'pays on Friday' });
  });

  it.each([
    ['their author signs out', () => leaving.set(true)],
    ['somebody else signs in after a crash', () => user.set({ login: 'agent2' })],
  ])('are deleted when %s, and are sent by nobody', (_, change) => {
    page().add('7', 'pays on Friday');
    request().error(new ProgressEvent('error'));
    change();
    TestBed.tick();
    expect(localStorage.getItem('verba.owed-notes') ?? '').not.toContain('Friday');
    jest.advanceTimersByTime(60_000);
    none();
  });

  it.each([
    [400, 'bad-request'],
    [403, 'not-yours'],
    [413, 'too-large'],
  ])('are not sent again after %s %s, which is said', (status, error) => {
    const notes = page();
    notes.add('7', 'pays on Friday');
    request().flush({ error }, { status, statusText: 'x' });
    jest.advanceTimersByTime(60_000);
    none();
    expect([notes.waiting(), notes.refused()]).toEqual([0, true]);
    page();
    none();
  });

  it.each(['{', '7', '[{"login":1}]'])('begin as none if %s is stored', (text) => {
    localStorage.setItem('verba.owed-notes', text);
    const notes = page();
    none();
    notes.add('7', 'pays on Friday');
    expect(request().request.body).toMatchObject({ traceId: '7' });
  });
});
