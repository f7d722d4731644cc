import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../kit/icon';
import { localeOf } from '../kit/locale';
import { PageLanguage } from '../kit/page-language';
import { Session } from '../session/session';
import { Tour } from './tour';
import { tourStepNames } from './tour-step';
import { tourWords } from './tour.words';

/** The page to print after the tour: who, when, which steps were done and which were skipped. */
@Component({
  selector: 'app-tour-page',
  imports: [Icon, MatButton, RouterLink],
  templateUrl: './tour-page.html',
  styleUrl: './tour-page.scss',
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TourPage {
  readonly #tour = inject(Tour);
  readonly #session = inject(Session);
  readonly #window = inject(DOCUMENT).defaultView;
  protected readonly language = inject(PageLanguage).tag;

  protected readonly words = computed(() => tourWords[this.language()]);
  protected readonly name = computed(() => this.#session.user()?.name ?? '');
  protected readonly login = computed(() => this.#session.user()?.login ?? '');
  protected readonly when = computed(() => {
    const { finishedAt } = this.#tour.state();
    const { notFinished, finishedOn } = this.words().page;
    if (finishedAt === null) return notFinished;
    const date = new Intl.DateTimeFormat(localeOf(this.language()), { dateStyle: 'long', timeStyle: 'short' });
    return finishedOn(date.format(finishedAt));
  });
  protected readonly rows = computed(() => {
    const { results } = this.#tour.state();
    const { steps, page } = this.words();
    return tourStepNames.map((name) => {
      const result = results[name] ?? 'open';
      return { name, result, title: steps[name].title, learned: steps[name].learned, word: page.results[result] };
    });
  });

  protected print(): void {
    this.#window?.print();
  }
}
