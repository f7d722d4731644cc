import { HttpErrorResponse, httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  resource,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { FlightRecorder } from 'mediatel-lib';
import { PageLanguage } from '../kit/page-language';
import { Session } from '../session/session';
import { inLanguage } from '../training/lesson';
import { recordedDesks, replayLackOf } from './desk-replay';
import { PointsBar } from './points-bar';
import { type RunScoreAnswer, percentOf } from './score-answers';
import { scoreWords } from './score.words';
import { ScoredCallView } from './scored-call';
import { dateTime } from './times';

/** Time between two looks for a score that is not there yet (ms). */
const lookAgainMs = 2000;
/** Time between two looks for a late note, and how often: the server corrects the score when it comes. */
const noteLook = { everyMs: 5000, times: 12 } as const;
/** How long after a run's end its recording of the desk may come (ms): the desk sends it after three seconds. */
const flightComesMs = 15_000;
/** How long after a run's end a note corrects its score (ms). */
const noteCorrectsMs = 15 * 60_000;

type Trouble = 'coming' | 'noRun' | 'notYours' | 'failed';

/** The score of one run: `/training/runs/:id`. */
@Component({
  selector: 'app-run-score',
  imports: [MatButton, PointsBar, RouterLink, ScoredCallView],
  templateUrl: './run-score.html',
  styleUrl: './score-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunScore {
  /** The run, from the address. */
  readonly id = input.required<string>();

  readonly #language = inject(PageLanguage);
  readonly #recorder = inject(FlightRecorder, { optional: true });
  protected readonly user = inject(Session).user;
  protected readonly tag = this.#language.tag;
  protected readonly words = computed(() => scoreWords[this.tag()]);
  protected readonly answer = httpResource<RunScoreAnswer>(
    () => `/api/training/runs/${encodeURIComponent(this.id())}/score`,
  );
  protected readonly trouble = computed(() => troubleOf(this.answer.error()));

  protected readonly shown = computed(() => {
    if (!this.answer.hasValue()) return null;
    const { run, score } = this.answer.value();
    const words = this.words();
    const counts = (['met', 'missed', 'unmeasured'] as const).map((verdict) => ({
      verdict,
      count: score.findings.filter((finding) => finding.verdict === verdict).length,
    }));
    return {
      title: inLanguage(run.title, this.tag()),
      isOwn: run.trainee === this.user()?.login,
      run,
      when: dateTime(run.startedAt, this.tag()),
      status:
        run.status === 'done' || run.status === 'stopped' || run.status === 'failed' ? words.status[run.status] : '',
      percent: percentOf(score),
      points: score.of === 0 ? words.nothingMeasured : words.points(score.points, score.of),
      counts: counts.filter(({ count }) => count > 0).map(({ verdict, count }) => words.counts[verdict](count)),
      calls: score.calls.map((call, place) => ({
        call,
        name: words.call(place + 1),
        findings: score.findings.filter(({ traceId }) => traceId === call.traceId),
      })),
      others: score.findings.filter(({ traceId }) => traceId === null),
    };
  });

  /** What the answer lacks and may soon have: the recording of the desk, or a note that corrects the score. */
  readonly #onItsWay = computed(() => {
    if (!this.answer.hasValue()) return null;
    const { run, score } = this.answer.value();
    const overFor = run.endedAt === null ? Infinity : Date.now() - run.endedAt;
    if (!run.hasFlight && overFor < flightComesMs) return 'flight';
    const isNoteMissed = score.findings.some(({ rule, verdict }) => rule === 'note' && verdict === 'missed');
    return isNoteMissed && overFor < noteCorrectsMs ? 'note' : null;
  });

  /** The calls in recordings of the desk; `undefined` until that is known. */
  protected readonly recorded = resource({
    params: () => {
      if (!this.answer.hasValue()) return undefined;
      const { run, score } = this.answer.value();
      const recorder = run.trainee === this.user()?.login ? this.#recorder : null;
      return { recorder, run: run.hasFlight ? run.id : null, traceIds: score.calls.map(({ traceId }) => traceId) };
    },
    loader: ({ params }) => recordedDesks(params, params.traceIds),
  });
  protected readonly replays = computed(() => {
    const shown = this.shown();
    // A chunk that can't be loaded is the same as no recording.
    const desks = this.recorded.hasValue() ? this.recorded.value() : null;
    const isKnown = (desks !== null || this.recorded.error() !== undefined) && this.#onItsWay() !== 'flight';
    return (shown?.calls ?? []).map(({ call, findings }) => {
      const desk = desks?.get(call.traceId);
      return { desk, lack: isKnown ? replayLackOf(findings, shown?.isOwn ?? false, desk) : null };
    });
  });

  constructor() {
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
    effect(() => {
      clearTimeout(timer);
      if (this.answer.isLoading()) return;
      const onItsWay = this.#onItsWay();
      if (this.trouble() === 'coming' || onItsWay === 'flight')
        timer = setTimeout(() => this.answer.reload(), lookAgainMs);
      else if (onItsWay === 'note' && looks++ < noteLook.times)
        timer = setTimeout(() => this.answer.reload(), noteLook.everyMs);
    });
  }
}

function troubleOf(error: unknown): Trouble | null {
  if (error === undefined) return null;
  if (!(error instanceof HttpErrorResponse)) return 'failed';
  const body: unknown = error.error;
  const reason = typeof body === 'object' && body !== null && 'error' in body ? body.error : '';
  if (error.status === 404 && reason === 'no-score') return 'coming';
  if (error.status === 404 || error.status === 400) return 'noRun';
  return error.status === 403 ? 'notYours' : 'failed';
}
