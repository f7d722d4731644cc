import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { pushedAction } from '../../training-kit';
import { fakeTrainerLink, olena, runOf } from './fake-trainer-link.fixture';
import { RunControls } from './run-controls';
import { ScenarioFiles } from './scenario-files';
import { TrainerLink } from './trainer-link';
import { pushNames } from './trainer-texts';

describe('the controls of a run', () => {
  let link: ReturnType<typeof fakeTrainerLink>;
  let fixture: ComponentFixture<RunControls>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const settle = (): Promise<void> => fixture.whenStable();
  const button = (name: string): HTMLButtonElement | undefined =>
    [...page().querySelectorAll('button')].find(
      (each) => each.textContent?.trim() === name || each.getAttribute('aria-label') === name,
    );
  const press = async (name: string): Promise<void> => {
    button(name)!.click();
    await settle();
  };
  const outcome = (): string => page().querySelector('.outcome:last-child')?.textContent?.trim() ?? '';

  beforeEach(async () => {
    localStorage.clear();
    link = fakeTrainerLink();
    TestBed.configureTestingModule({
      providers: [
        { provide: TrainerLink, useValue: link },
        { provide: ScenarioFiles, useValue: { list: signal([]), titleOf: (id: string) => id } },
      ],
    });
    fixture = TestBed.createComponent(RunControls);
    fixture.componentRef.setInput('trainee', olena);
    await settle();
  });

  it('offer a start while no run lasts, and say why the last one ended', async () => {
    expect(page().querySelector('app-start-form')).not.toBeNull();
    link.runs.set({ agent1: runOf({ status: 'failed', reason: 'The line was lost' }) });
    await settle();
    expect(page().querySelector('app-start-form')).not.toBeNull();
    expect(page().textContent).toContain('The line was lost');
  });

  it('pause a run, let it go on, stop it', async () => {
    link.runs.set({ agent1: runOf() });
    await settle();
    await press('Pause');
    link.runs.set({ agent1: runOf({ status: 'paused' }) });
    await settle();
    expect(button('Pause')).toBeUndefined();
    await press('Go on');
    await press('Stop the scenario');
    expect(link.change.mock.calls).toEqual([
      ['pause', 'run-1'],
      ['resume', 'run-1'],
      ['stop', 'run-1'],
    ]);
  });

  it('let something happen now; each is an action that the server reads', async () => {
    link.runs.set({ agent1: runOf() });
    await settle();
    const select = page().querySelector('select')!;
    expect([...select.options].map(({ value }) => value)).toEqual([...pushNames]);
    for (const name of pushNames) {
      select.value = name;
      await press('Let it happen');
    }
    const actions = link.push.mock.calls.map(([, action]) => action);
    expect(actions).toHaveLength(pushNames.length);
    for (const action of actions) expect(pushedAction.safeParse(action)).toMatchObject({ success: true });
  });

  it('keep a note that was not marked', async () => {
    link.runs.set({ agent1: runOf() });
    await settle();
    const field = page().querySelector<HTMLInputElement>('input[name=note]')!;
    field.value = 'calm voice';
    field.dispatchEvent(new Event('input'));
    link.mark.mockResolvedValueOnce({ outcome: 'refused', reason: 'no-call' });
    await press('Mark this moment');
    expect(outcome()).toBe('The run has no call in which that could happen.');
    expect(page().querySelector<HTMLInputElement>('input[name=note]')!.value).toBe('calm voice');
    await press('Mark this moment');
    expect(link.mark).toHaveBeenLastCalledWith('run-1', 'calm voice');
    expect(outcome()).toBe('Marked in the recording.');
    expect(page().querySelector<HTMLInputElement>('input[name=note]')!.value).toBe('');
  });

  it('let the customer say a typed line, and keep it while there is no call', async () => {
    link.runs.set({ agent1: runOf() });
    await settle();
    const field = page().querySelector<HTMLInputElement>('input[name=line]')!;
    await press('Say it');
    expect(link.push).not.toHaveBeenCalled();
    field.value = ' Who gave you my number? ';
    field.dispatchEvent(new Event('input'));
    link.push.mockResolvedValueOnce({ outcome: 'refused', reason: 'no-call' });
    await press('Say it');
    expect(field.value).toContain('Who gave');
    await press('Say it');
    expect(link.push).toHaveBeenLastCalledWith('run-1', { say: 'Who gave you my number?' });
    expect(outcome()).toBe('The customer says it now.');
    expect(field.value).toBe('');
  });
});
