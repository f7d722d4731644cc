import { HttpClient } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { LanguageTag } from 'mediatel-lib/ui';
import { firstValueFrom } from 'rxjs';
import type { TrainingRun } from '../../training-kit';
import { Session } from '../session/session';
import { TraineeLink } from '../trainer/trainee-link';
import { type Lesson, isOn, playedIn } from './lesson';
import { type LessonRefusal, lessonRefusal } from './lesson-refusal';

const runsAddress = '/api/training/runs';

/** The scenarios that the signed-in operator may play alone, and the runs of them. */
@Injectable()
export class Lessons {
  readonly #http = inject(HttpClient);
  readonly #login = inject(Session).user()?.login ?? '';
  readonly #live = inject(TraineeLink).state;
  readonly #runs = signal<readonly TrainingRun[]>([]);

  /** The server's list; `null` until it comes. Broken files are left out. */
  readonly list = signal<readonly Lesson[] | null>(null);
  /** Why there is no list, or why the last start or stop failed. */
  readonly refusal = signal<LessonRefusal | null>(null);
  /** Whether a start or stop is on its way. */
  readonly busy = signal(false);

  /** The newest run as the server tells it at each change, or as it answered the start. */
  readonly #newest = computed(() => {
    const [listed] = this.#runs();
    const { run } = this.#live();
    if (run === null || (listed !== undefined && listed.id !== run.id && listed.startedAt > run.startedAt)) {
      return listed ?? null;
    }
    return run;
  });
  /** The run that was seen to last in this page: it stays shown when it is over. */
  readonly #followed = signal<string | null>(null);
  readonly run = computed(() => {
    const run = this.#newest();
    return run !== null && (isOn(run) || run.id === this.#followed()) ? run : null;
  });
  readonly isRunning = computed(() => {
    const run = this.run();
    return run !== null && isOn(run);
  });

  /** The last run of each scenario that is over. */
  readonly lastRuns = computed((): ReadonlyMap<string, TrainingRun> => {
    const newest = this.#newest();
    const known = this.#runs().map((run) => (run.id === newest?.id ? newest : run));
    // The oldest first: a later one replaces an earlier one.
    return new Map(
      known
        .filter((run) => !isOn(run))
        .map((run) => [run.scenario, run] as const)
        .reverse(),
    );
  });

  constructor() {
    effect(() => {
      const run = this.#newest();
      if (run !== null && isOn(run)) this.#followed.set(run.id);
    });
    // The list of runs is read again when another run began or one ended.
    effect(() => {
      const { run } = this.#live();
      untracked(() => this.#isNews(run) && void this.#readRuns());
    });
    void this.read();
  }

  /** Reads the list and the results. */
  async read(): Promise<void> {
    this.refusal.set(null);
    try {
      const { scenarios } = await firstValueFrom(
        this.#http.get<{ scenarios: readonly Lesson[] }>('/api/training/scenarios'),
      );
      this.list.set(scenarios.filter(({ problems }) => problems.length === 0));
      await this.#readRuns();
    } catch (error) {
      this.refusal.set(lessonRefusal(error));
    }
  }

  /** Starts a scenario for the operator. A refusal is in `refusal`. */
  start(lesson: Lesson, tag: LanguageTag): Promise<void> {
    return this.#order(async () => {
      const body = { scenario: lesson.id, language: playedIn(lesson, tag) };
      const { runs } = await firstValueFrom(this.#http.post<{ runs: readonly TrainingRun[] }>(runsAddress, body));
      this.#runs.update((before) => [...runs, ...before]);
    });
  }

  /** Stops the run that lasts; its customer hangs up. */
  stop(): Promise<void> {
    return this.#order(async () => {
      const run = this.run();
      if (run === null) return;
      const address = `${runsAddress}/${encodeURIComponent(run.id)}/stop`;
      await firstValueFrom(this.#http.post(address, null));
      await this.#readRuns();
    });
  }

  async #order(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await act();
    } catch (error) {
      // A refusal is a result: it is shown above the list.
      this.refusal.set(lessonRefusal(error));
    }
    this.busy.set(false);
  }

  async #readRuns(): Promise<void> {
    const { runs } = await firstValueFrom(
      this.#http.get<{ runs: readonly TrainingRun[] }>(runsAddress, { params: { trainee: this.#login } }),
    ).catch(() => ({ runs: null }));
    // Without an answer the earlier results stay: the list itself says whether the server is there.
    if (runs) this.#runs.set(runs);
  }

  #isNews(run: TrainingRun | null): boolean {
    if (run === null) return false;
    const known = this.#runs().find(({ id }) => id === run.id);
    return known === undefined || known.endedAt !== run.endedAt || known.percent !== run.percent;
  }
}
