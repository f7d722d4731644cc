import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageLanguage } from '../kit/page-language';
import { Session } from '../session/session';
import { inLanguage } from '../training/lesson';
import { DayBars } from './day-bars';
import { DeletePerson } from './delete-person';
import { PointsBar } from './points-bar';
import { type ProgressAnswer, percentOf } from './score-answers';
import { scoreWords } from './score.words';
import { dateTime, numberIn, shortDay } from './times';

const days = 90;

/** A person's scores over days: `/training/progress`, for trainers `?person=agent1`. */
@Component({
  selector: 'app-progress',
  imports: [DayBars, DeletePerson, MatButton, PointsBar, RouterLink],
  templateUrl: './progress.html',
  styleUrls: ['./score-page.scss', './progress.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Progress {
  /** The login, from the address; default: the signed-in person. */
  readonly person = input<string>();

  protected readonly user = inject(Session).user;
  protected readonly tag = inject(PageLanguage).tag;
  protected readonly words = computed(() => scoreWords[this.tag()]);
  protected readonly login = computed(() => this.person() ?? this.user()?.login ?? '');
  protected readonly isOwn = computed(() => this.login() === this.user()?.login);
  protected readonly isDeleted = signal(false);
  protected readonly answer = httpResource<ProgressAnswer>(
    () => `/api/training/people/${encodeURIComponent(this.login())}/progress?days=${days}`,
  );

  protected readonly shown = computed(() => {
    if (!this.answer.hasValue()) return null;
    const { name, runs, rules, days: played } = this.answer.value();
    const tag = this.tag();
    const words = this.words();
    return {
      name,
      played,
      days: [...played].reverse().map((day) => ({
        ...day,
        runs: numberIn(day.runs, tag),
        short: shortDay(day.day, tag),
      })),
      rules: rules.map((rule) => ({
        ...rule,
        title: words.rules[rule.rule],
        percent: percentOf({ points: rule.met, of: rule.met + rule.missed }),
      })),
      runs: runs.map((run) => ({
        id: run.id,
        title: inLanguage(run.title, tag),
        when: dateTime(run.startedAt, tag),
        percent: percentOf(run),
      })),
    };
  });

  protected forgotten(): void {
    this.isDeleted.set(true);
    this.answer.reload();
  }
}
