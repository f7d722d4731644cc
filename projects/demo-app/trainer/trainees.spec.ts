import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { MediatelIntl } from 'mediatel-lib/ui';
import { fakeTrainerLink, runOf } from './fake-trainer-link.fixture';
import { ScenarioFiles } from './scenario-files';
import { Trainees } from './trainees';
import { TrainerLink } from './trainer-link';

const files = {
  list: signal([
    { id: 'incoming', title: { uk: 'Вхідний', en: 'Incoming' }, languages: ['uk', 'en'], origin: 'shipped' },
    { id: 'broken', title: 'broken', languages: [], origin: 'own' },
  ]),
  titleOf: (id: string, tag: string) => `${id} in ${tag}`,
};

describe('the list of trainees', () => {
  let link: ReturnType<typeof fakeTrainerLink>;
  let fixture: ComponentFixture<Trainees>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const rows = (): string[] =>
    [...page().querySelectorAll('app-trainee-row')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const box = (label: string): HTMLInputElement => page().querySelector(`input[aria-label="${label}"]`)!;
  const settle = (): Promise<void> => fixture.whenStable();

  beforeEach(async () => {
    localStorage.clear();
    link = fakeTrainerLink();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: TrainerLink, useValue: link },
        { provide: ScenarioFiles, useValue: files },
      ],
    });
    fixture = TestBed.createComponent(Trainees);
    await settle();
  });

  it('shows everybody: state in words, timer, run, who listens', async () => {
    const snapshot = { state: 'STATE_CALL_ACTIVE', status: 'in_a_call', time: 40_000 };
    link.desks.set({ agent1: { login: 'agent1', snapshot, reachable: true, watchable: true } });
    link.runs.set({ agent1: runOf() });
    link.ears.set([
      { id: '1', trainer: 'trainer2', name: 'Taras Bilyk', trainee: 'agent1', mode: 'customer', state: 'open' },
    ]);
    await settle();
    for (const text of ['Olena Kovalenko 1001', 'In a call', '01:00', 'In the call · call 1 · turn “greeting”'])
      expect(rows()[0]).toContain(text);
    expect(rows()[0]).toContain('Taras Bilyk is the customer');
    expect(rows()[1]).toMatch(/Andriy Shevchenko 1002.*Logged out/);
  });

  it('finds by name, log-in and extension, and hides those without a desk', async () => {
    const field = page().querySelector<HTMLInputElement>('input[type=search]')!;
    for (const [sought, found] of [
      ['shev', 1],
      ['agent1', 1],
      ['1002', 1],
      ['nobody', 0],
      ['', 2],
    ] as const) {
      field.value = sought;
      field.dispatchEvent(new Event('input'));
      await settle();
      expect(rows()).toHaveLength(found);
    }
    page().querySelector<HTMLInputElement>('.find label input')!.click();
    await settle();
    expect(rows()).toEqual([]);
  });

  it('starts a scenario for the chosen ones, and says for whom it did not', async () => {
    link.start.mockResolvedValue({
      outcome: 'started',
      runs: [runOf()],
      refused: [{ trainee: 'agent2', reason: 'busy' }],
    });
    expect(page().querySelector('app-start-form')).toBeNull();
    box('Choose Olena Kovalenko').click();
    box('Choose Andriy Shevchenko').click();
    await settle();
    expect([...page().querySelectorAll('app-start-form option')].map(({ textContent }) => textContent?.trim())).toEqual(
      ['incoming in en', 'English', 'Українська'],
    );
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(link.start).toHaveBeenCalledWith({ scenario: 'incoming', trainees: ['agent1', 'agent2'], language: 'en' });
    expect(page().querySelector('app-start-form [role=status]')?.textContent?.replace(/\s+/g, ' ')).toContain(
      'Started for 1.Andriy Shevchenko: not started. Another scenario is still running.',
    );
  });

  it('speaks the desk’s language, and starts in it', async () => {
    await TestBed.inject(MediatelIntl).setLanguage('uk');
    await settle();
    box('Вибрати: Olena Kovalenko').click();
    await settle();
    link.start.mockResolvedValue({ outcome: 'refused', reason: 'not-connected' });
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(link.start).toHaveBeenCalledWith({ scenario: 'incoming', trainees: ['agent1'], language: 'uk' });
    expect(page().textContent).toContain('Немає зв’язку з навчальним сервером. Нічого не зроблено.');
  });

  it('forgets somebody whose account is gone', async () => {
    box('Choose Olena Kovalenko').click();
    await settle();
    link.trainees.set(link.trainees().slice(1));
    await settle();
    expect(page().querySelector('app-start-form')).toBeNull();
  });
});
