import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { selectAgent } from 'mediatel-lib';
import type { TrainingRun } from '../../training-kit';
import { Icon } from '../kit/icon';
import { localeOf } from '../kit/locale';
import { PageLanguage } from '../kit/page-language';
import { CallNumber } from '../phone/call-number';
import { type Lesson, inLanguage, isOn } from './lesson';
import { Lessons } from './lessons';
import { lessonsWords } from './lessons.words';
import { runDoing } from './run-doing';

/** The scenarios to play alone, with the last result of each, and the run that lasts. */
@Component({
  selector: 'app-lessons-list',
  imports: [CallNumber, Icon, MatButton, MatTooltip, RouterLink],
  providers: [Lessons],
  templateUrl: './lessons-list.html',
  styleUrl: './lessons-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonsList {
  protected readonly lessons = inject(Lessons);
  protected readonly language = inject(PageLanguage).tag;
  readonly #agent = inject(Store).selectSignal(selectAgent);

  protected readonly words = computed(() => lessonsWords[this.language()]);
  protected readonly refusal = computed(() => {
    const refusal = this.lessons.refusal();
    return refusal === null ? null : this.words().refusals[refusal];
  });
  protected readonly rows = computed(() =>
    this.lessons.list()?.map((lesson) => ({
      lesson,
      title: inLanguage(lesson.title, this.language()),
      about: inLanguage(lesson.about, this.language()),
      last: this.#last(lesson),
    })),
  );

  /** The run to show, in words. */
  protected readonly now = computed(() => {
    const run = this.lessons.run();
    if (run === null) return null;
    const lesson = this.lessons.list()?.find(({ id }) => id === run.scenario);
    const call = lesson?.calls[run.call];
    return {
      run,
      isOn: isOn(run),
      title: lesson ? inLanguage(lesson.title, this.language()) : run.scenario,
      place: lesson ? this.words().callOf(run.call + 1, lesson.calls.length) : null,
      doing: runDoing(run, this.#agent().phase, call?.direction),
      number: call?.number ?? null,
      result: this.#result(run),
    };
  });

  protected start(lesson: Lesson): void {
    if (!this.lessons.isRunning()) void this.lessons.start(lesson, this.language());
  }

  #last(lesson: Lesson): { readonly text: string; readonly link: readonly string[] } | null {
    const run = this.lessons.lastRuns().get(lesson.id);
    if (run === undefined) return null;
    const date = new Intl.DateTimeFormat(localeOf(this.language()), { day: 'numeric', month: 'short' });
    return {
      text: `${this.words().last(date.format(run.startedAt))} · ${this.#result(run)}`,
      link: ['/training/runs', run.id],
    };
  }

  #result({ status, percent }: TrainingRun): string {
    const { ended, percent: asPercent, scoring } = this.words();
    if (status !== 'done' && status !== 'stopped' && status !== 'failed') return '';
    if (percent !== null) return status === 'done' ? asPercent(percent) : `${ended[status]}, ${asPercent(percent)}`;
    return status === 'done' ? `${ended.done}, ${scoring}` : ended[status];
  }
}
