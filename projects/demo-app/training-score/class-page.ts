import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { LocalisedText } from '../../training-kit';
import { Avatar } from '../kit/avatar';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { inLanguage } from '../training/lesson';
import { PointsBar } from './points-bar';
import type { ClassPersonAnswer } from './score-answers';
import { scoreWords } from './score.words';
import { dateTime, numberIn } from './times';

const dayMs = 24 * 3600 * 1000;
/** Days that may be shown; 0: all. */
const periods = [7, 30, 0] as const;

/** The class table of trainers: `/training/class`. */
@Component({
  selector: 'app-class-page',
  imports: [Avatar, Icon, MatButton, PointsBar, RouterLink],
  templateUrl: './class-page.html',
  styleUrls: ['./score-page.scss', './class-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassPage {
  protected readonly tag = inject(PageLanguage).tag;
  protected readonly words = computed(() => scoreWords[this.tag()]);
  protected readonly period = signal(30);
  protected readonly scenario = signal('');
  protected readonly separator = signal(',');
  protected readonly periods = computed(() =>
    periods.map((days) => ({ days, words: days === 0 ? this.words().all : this.words().lastDays(days) })),
  );

  readonly #filter = computed(() => {
    const days = this.period();
    // The server's calendar may be a time zone ahead or behind: whole days are exact enough.
    const from = days === 0 ? null : new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10);
    return { ...(from !== null && { from }), ...(this.scenario() !== '' && { scenario: this.scenario() }) };
  });
  protected readonly answer = httpResource<{ readonly people: readonly ClassPersonAnswer[] }>(() => ({
    url: '/api/training/class',
    params: this.#filter(),
  }));
  readonly #scenarios = httpResource<{ readonly scenarios: readonly { id: string; title: LocalisedText | null }[] }>(
    () => '/api/training/scenarios',
  );
  protected readonly scenarios = computed(() =>
    this.#scenarios.hasValue()
      ? this.#scenarios.value().scenarios.map(({ id, title }) => ({ id, title: inLanguage(title, this.tag()) || id }))
      : [],
  );

  protected readonly rows = computed(() => {
    if (!this.answer.hasValue()) return null;
    const words = this.words();
    return this.answer.value().people.map((person) => {
      const worst = [...person.rules].sort((a, b) => b.missed - a.missed).find(({ missed }) => missed > 0);
      return {
        ...person,
        runs: numberIn(person.runs, this.tag()),
        last: dateTime(person.lastAt, this.tag()),
        worst: worst ? `${words.rules[worst.rule]} (${worst.missed})` : '',
      };
    });
  });

  protected fileOf(rows: 'people' | 'findings'): string {
    const query = new URLSearchParams({ ...this.#filter(), rows, separator: this.separator() });
    return `/api/training/class.csv?${query.toString()}`;
  }
}
