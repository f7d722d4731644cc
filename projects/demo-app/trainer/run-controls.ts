import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PushedAction, TraineeView, longestTypedLine } from '../../training-kit';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { runWords } from './run-words';
import { ScenarioFiles } from './scenario-files';
import { StartForm } from './start-form';
import { type LinkOutcome, TrainerLink } from './trainer-link';
import { type PushName, pushNames } from './trainer-texts';
import { trainerWords } from './trainer.words';

/** What each push does. */
const actions: Readonly<Record<PushName, PushedAction>> = {
  hangUp: { hangUp: true },
  stuck: { stuck: true },
  badLine: { line: { lossPercent: 15, delayMs: 200, jitterMs: 60 } },
  goodLine: { line: { lossPercent: 0, delayMs: 0, jitterMs: 0 } },
  audioGone: { audio: 'gone' },
  audioBack: { audio: 'back' },
  cutMediatel: { cut: { link: 'mediatel', seconds: 10 } },
  cutSip: { cut: { link: 'sip', seconds: 10 } },
  secondCall: { secondCall: 20 },
  angry: { temper: 'angry' },
  calm: { temper: 'calm' },
};

/** A trainee's scenario: start, pause, stop it, let something happen, mark a moment. */
@Component({
  selector: 'app-run-controls',
  imports: [Icon, MatButton, StartForm],
  templateUrl: './run-controls.html',
  styleUrl: './run-controls.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunControls {
  readonly trainee = input.required<TraineeView>();

  readonly #language = inject(PageLanguage);
  readonly #link = inject(TrainerLink);
  readonly #scenarios = inject(ScenarioFiles);
  protected readonly pushNames = pushNames;
  protected readonly words = computed(() => trainerWords[this.#language.tag()]);
  protected readonly logins = computed(() => [this.trainee().login]);
  protected readonly run = computed(() => this.#link.run(this.trainee().login)());
  protected readonly inWords = computed(() => {
    const run = this.run();
    return run ? runWords(run, this.#scenarios, this.#language.tag()) : this.words().noRun;
  });
  protected readonly isOn = computed(() => {
    const run = this.run();
    return run !== null && !['done', 'stopped', 'failed'].includes(run.status);
  });
  protected readonly outcome = signal<{ readonly ok: boolean; readonly text: string } | null>(null);
  protected readonly text = signal('');
  protected readonly typed = signal('');
  protected readonly longestLine: typeof longestTypedLine = 300;

  protected change(what: 'stop' | 'pause' | 'resume'): void {
    void this.#carryOut((run) => this.#link.change(what, run), '');
  }

  protected push(value: string): void {
    const name = pushNames.find((known) => known === value);
    if (name) void this.#carryOut((run) => this.#link.push(run, actions[name]), this.words().pushed);
  }

  /** The customer speaks the typed line, after the present one. */
  protected async say(event: Event): Promise<void> {
    event.preventDefault();
    const say = this.typed().trim();
    if (say === '') return;
    const isDone = await this.#carryOut((run) => this.#link.push(run, { say }), this.words().said);
    if (isDone) this.typed.set('');
  }

  protected async mark(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.#carryOut((run) => this.#link.mark(run, this.text()), this.words().marked);
    // A note that was not marked stays.
    if (isDone) this.text.set('');
  }

  async #carryOut(request: (run: string) => Promise<LinkOutcome>, done: string): Promise<boolean> {
    const run = this.run();
    if (run === null) return false;
    const outcome = await request(run.id);
    const isDone = outcome.outcome === 'done';
    this.outcome.set({
      ok: isDone,
      text: isDone ? done : this.words().refusals[outcome.reason](outcome.by ?? ''),
    });
    return isDone;
  }
}
