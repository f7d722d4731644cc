import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../session/session';
import { ClassPage } from './class-page';
import { Progress } from './progress';
import type { ClassPersonAnswer, ProgressAnswer } from './score-answers';

const progress: ProgressAnswer = {
  ...{ login: 'agent3', name: 'Iryna' },
  days: [
    { day: '2026-11-28', runs: 1, points: 5, of: 20, percent: 25 },
    { day: '2026-11-29', runs: 1, points: 0, of: 0, percent: null },
  ],
  rules: [{ rule: 'greeting', met: 1, missed: 3, unmeasured: 0 }],
  runs: [
    {
      ...{ id: 'r1', trainee: 'agent3', scenario: 'hold', title: 'Hold', status: 'done' },
      ...{ startedAt: Date.UTC(2026, 10, 28, 9), endedAt: Date.UTC(2026, 10, 28, 10), points: 5, of: 20 },
    },
  ],
};
const person: ClassPersonAnswer = {
  ...{ login: 'agent3', name: 'Iryna', runs: 2, done: 1, points: 5, of: 20, percent: 25 },
  lastAt: Date.UTC(2026, 10, 28, 9),
  rules: [
    { rule: 'greeting', met: 1, missed: 1, unmeasured: 0 },
    { rule: 'hold', met: 0, missed: 2, unmeasured: 0 },
  ],
};

let server: HttpTestingController;
let page: HTMLElement;
const stable = () => TestBed.inject(ApplicationRef).whenStable();
const text = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? null;
const rows = (selector: string) => [...page.querySelectorAll(`${selector} tbody tr`)].map(text);
const button = (name: string) => [...page.querySelectorAll('button')].find((each) => text(each) === name)!;

function setUp(login: string): void {
  TestBed.configureTestingModule({
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      { provide: Session, useValue: { user: signal({ login, name: 'Iryna', role: 'operator' }) } },
    ],
  });
  server = TestBed.inject(HttpTestingController);
}

describe('the page of a person’s progress', () => {
  async function open(login: string, of?: string): Promise<void> {
    setUp(login);
    const fixture = TestBed.createComponent(Progress);
    fixture.componentRef.setInput('person', of);
    fixture.detectChanges();
    page = fixture.nativeElement as HTMLElement;
    server.expectOne('/api/training/people/agent3/progress?days=90').flush(progress);
    await stable();
  }

  it('shows the own days, rules and runs', async () => {
    await open('agent3');
    expect(rows('[aria-labelledby=by-day]')).toEqual(['29 Nov10 / 0–', '28 Nov15 / 2025']);
    expect(rows('[aria-labelledby=by-rule]')).toEqual(['Greets the customer13']);
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/training/runs/r1');
    expect(page.querySelectorAll('app-day-bars .day')).toHaveLength(2);
  });

  it('is another person’s for a trainer', async () => {
    await open('trainer1', 'agent3');
    expect(text(page.querySelector('h1'))).toBe('Progress: Iryna');
    expect(button('Delete the training of Iryna')).toBeDefined();
  });

  it('deletes everything, but not at the first press', async () => {
    await open('agent3');
    button('Delete my training').click();
    await stable();
    expect(text(page.querySelector('[role=alert]'))).toContain('Delete all your runs, scores and notes?');
    server.expectNone('/api/training/people/agent3');
    button('Delete').click();
    server
      .expectOne({ method: 'DELETE', url: '/api/training/people/agent3' })
      .flush(null, { status: 507, statusText: '' });
    await stable();
    await stable();
    expect(text(page.querySelector('[role=alert]'))).toBe('It could not be deleted. Try again.');
    button('Delete my training').click();
    await stable();
    button('Delete').click();
    server
      .expectOne({ method: 'DELETE', url: '/api/training/people/agent3' })
      .flush(null, { status: 204, statusText: '' });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    server
      .expectOne('/api/training/people/agent3/progress?days=90')
      .flush({ ...progress, days: [], rules: [], runs: [] });
    await stable();
    expect(text(page.querySelector('[role=status]'))).toBe('Deleted.');
    expect(text(page)).toContain('No scored runs yet');
  });
});

describe('the class table', () => {
  beforeEach(async () => {
    setUp('trainer1');
    const fixture = TestBed.createComponent(ClassPage);
    fixture.detectChanges();
    page = fixture.nativeElement as HTMLElement;
    server.expectOne(({ url }) => url === '/api/training/class').flush({ people: [person] });
    server.expectOne('/api/training/scenarios').flush({ scenarios: [{ id: 'hold', title: { en: 'Hold' } }] });
    await stable();
  });

  it('has a row for each person, with the rule that is missed most', () => {
    expect(rows('table')).toHaveLength(1);
    expect(rows('table')[0]).toContain('Customer on hold (2)');
    expect(page.querySelector('th a')?.getAttribute('href')).toBe('/training/progress?person=agent3');
  });

  it('is asked again for another scenario and for all days', async () => {
    const [period, scenario] = [...page.querySelectorAll('select')];
    scenario!.value = 'hold';
    scenario!.dispatchEvent(new Event('change'));
    period!.value = '0';
    period!.dispatchEvent(new Event('change'));
    TestBed.tick();
    server.expectOne('/api/training/class?scenario=hold').flush({ people: [] });
    await stable();
    expect(text(page.querySelector('[role=status]'))).toBe('Nobody has a scored run in this period.');
  });

  it('leads to files with the same rows and the chosen separator', async () => {
    const mark = [...page.querySelectorAll('select')].at(-1)!;
    mark.value = ';';
    mark.dispatchEvent(new Event('change'));
    await stable();
    const links = [...page.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    const day = /from=\d{4}-\d\d-\d\d/.exec(links[0] ?? '')?.[0];
    expect(links).toEqual([
      `/api/training/class.csv?${day}&rows=people&separator=%3B`,
      `/api/training/class.csv?${day}&rows=findings&separator=%3B`,
    ]);
  });
});
