import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { withStore } from 'mediatel-lib';
import { PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { TrainingRun } from '../../training-kit';
import { Phone } from '../phone/phone';
import { Session } from '../session/session';
import { TraineeLink } from '../trainer/trainee-link';
import type { Lesson } from './lesson';
import { Lessons } from './lessons';
import { LessonsList } from './lessons-list';

const promise: Lesson = {
  id: 'promise-to-pay',
  title: { uk: 'Обіцянка', en: 'Promise' },
  about: 'Agree on a date.',
  languages: ['uk', 'en'],
  calls: [{ direction: 'outgoing', number: '0952817306' }],
  problems: [],
};
const incoming: Lesson = {
  ...promise,
  id: 'incoming',
  title: 'Incoming',
  languages: ['ru'],
  calls: [
    { direction: 'incoming', number: '0501' },
    { direction: 'incoming', number: '0502' },
  ],
};
const broken: Lesson = { ...promise, id: 'broken', title: 'Broken', problems: [{}] };

const run: TrainingRun = {
  ...{ id: 'r1', scenario: 'promise-to-pay', trainee: 'agent3', startedBy: 'agent3', language: 'en' },
  ...{ status: 'waiting', startedAt: Date.UTC(2026, 10, 29, 9), endedAt: null, call: 0, turn: null },
  ...{ traceIds: [], reason: null, percent: null },
};
const done: TrainingRun = { ...run, status: 'done', endedAt: run.startedAt + 60_000, percent: 85 };

describe('the scenarios on the trainee’s page', () => {
  const live = signal<{ run: TrainingRun | null; ears: [] }>({ run: null, ears: [] });
  let page: HTMLElement;
  let server: HttpTestingController;

  const settled = () =>
    new Promise((resolve) => setTimeout(resolve)).then(() => TestBed.inject(ApplicationRef).whenStable());
  const say = (next: TrainingRun | null) => {
    live.set({ run: next, ears: [] });
    return settled();
  };
  const now = () => page.querySelector('.now')?.textContent.replace(/\s+/g, ' ').trim() ?? null;
  const startButton = (title: string) => page.querySelector<HTMLButtonElement>(`[aria-label="Start: ${title}"]`)!;

  async function answer(scenarios: readonly Lesson[], runs: readonly TrainingRun[]): Promise<void> {
    server.expectOne('/api/training/scenarios').flush({ scenarios });
    await settled();
    server.expectOne('/api/training/runs?trainee=agent3').flush({ runs });
    await settled();
  }

  beforeEach(async () => {
    localStorage.clear();
    live.set({ run: null, ears: [] });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideMediatelTesting({}, withStore()),
        { provide: Phone, useValue: { obstacle: signal(null) } },
        { provide: Session, useValue: { user: signal({ login: 'agent3' }) } },
      ],
    });
    TestBed.overrideComponent(LessonsList, {
      set: { providers: [Lessons, { provide: TraineeLink, useValue: { state: live } }] },
    });
    await TestBed.inject(PhoneDriver).signIn();
    const fixture = TestBed.createComponent(LessonsList);
    page = fixture.nativeElement as HTMLElement;
    server = TestBed.inject(HttpTestingController);
    await settled();
  });

  it('lists them with what is learned, how many calls, and the last result; broken files are left out', async () => {
    const earlier = { ...done, id: 'r0', startedAt: run.startedAt - 1, percent: 10 };
    await answer([promise, incoming, broken], [done, earlier]);
    const rows = [...page.querySelectorAll('li')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(rows).toEqual([
      'PromiseAgree on a date.1 callLast: 29 Nov · 85 % Start',
      'IncomingAgree on a date.2 calls Start',
    ]);
    expect(page.querySelector('li a')!.getAttribute('href')).toBe('/training/runs/r1');
  });

  it('are in the reader’s language', async () => {
    await answer([promise, incoming], []);
    await TestBed.inject(MediatelIntl).setLanguage('uk');
    await settled();
    expect(page.querySelector('h3')!.textContent).toBe('Обіцянка');
    expect(page.querySelector('.facts')!.textContent).toContain('1 дзвінок');
  });

  it.each([
    [promise, 'Promise', 'en'],
    [incoming, 'Incoming', 'ru'],
  ])('start for oneself, in a language that the scenario has: %#', async (_lesson, title, language) => {
    await answer([promise, incoming], []);
    startButton(title).click();
    const request = server.expectOne({ method: 'POST', url: '/api/training/runs' });
    expect(request.request.body).toEqual({ scenario: _lesson.id, language });
    request.flush({ runs: [{ ...run, scenario: _lesson.id }] }, { status: 201, statusText: 'Created' });
    await settled();
    expect(now()).toContain(`Now: ${title}`);
    expect(startButton('Promise').getAttribute('aria-disabled')).toBe('true');
  });

  it('show how far the run is, and at its end the way to the score', async () => {
    await answer([promise], []);
    await say(run);
    server.expectOne('/api/training/runs?trainee=agent3').flush({ runs: [run] });
    await settled();
    expect(now()).toContain('Call the customer:');
    expect(now()).toContain('Call 1 of 1');
    await say({ ...run, status: 'playing' });
    expect(now()).toContain('You are in the call.');
    await say({ ...run, status: 'paused' });
    expect(now()).toContain('Your trainer has paused');
    await say({ ...done, percent: null });
    expect(now()).toContain('Finished, the score is coming…');
    await say(done);
    expect(now()).toContain('85 %');
    expect(page.querySelector('.now a')!.getAttribute('href')).toBe('/training/runs/r1');
    for (const request of server.match('/api/training/runs?trainee=agent3')) request.flush({ runs: [done] });
    await settled();
    expect(page.querySelector('.facts')!.textContent).toContain('85 %');
  });

  it('say nothing of a run that was over before the page opened', async () => {
    await answer([promise], [done]);
    await say(done);
    expect(now()).toBeNull();
  });

  it('say why a run broke off', async () => {
    await answer([promise], [run]);
    await say({ ...run, status: 'failed', endedAt: 1, reason: 'The trainee is gone' });
    expect(now()).toContain('Broken off (The trainee is gone)');
  });

  it('stop the run that lasts', async () => {
    await answer([promise], [run]);
    page.querySelector<HTMLButtonElement>('.now button:not(app-call-number *)')!.click();
    server.expectOne({ method: 'POST', url: '/api/training/runs/r1/stop' }).flush({ run });
    await settled();
    const stopped: TrainingRun = { ...run, status: 'stopped', endedAt: run.startedAt + 1 };
    server.expectOne('/api/training/runs?trainee=agent3').flush({ runs: [stopped] });
    await settled();
    expect(now()).toContain('Stopped');
    expect(startButton('Promise').getAttribute('aria-disabled')).not.toBe('true');
  });

  it.each([
    [409, 'has-a-run', 'A scenario is already running'],
    [404, 'no-such-scenario', 'There is no such scenario any more'],
    [422, 'not-a-scenario', 'This scenario has faults'],
    [503, 'no-speech', 'The server can’t speak'],
    [403, 'no-cookie', 'Your sign-in has ended'],
    [500, 'failed', 'could not do it'],
  ])('say in plain words why none starts: %i %s', async (status, error, text) => {
    await answer([promise], []);
    startButton('Promise').click();
    server.expectOne('/api/training/runs').flush({ error }, { status, statusText: 'No' });
    await settled();
    expect(page.querySelector('[role=alert]')!.textContent).toContain(text);
    expect(now()).toBeNull();
  });

  it('say that the server is gone, and try again', async () => {
    server.expectOne('/api/training/scenarios').error(new ProgressEvent('error'));
    await settled();
    expect(page.querySelector('[role=alert]')!.textContent).toContain('does not answer');
    page.querySelector<HTMLButtonElement>('button')!.click();
    await answer([promise], []);
    expect(page.querySelector('[role=alert]')).toBeNull();
    expect(page.querySelectorAll('li').length).toBe(1);
  });
});
