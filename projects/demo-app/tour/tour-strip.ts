import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { MediatelIntl } from 'mediatel-lib/ui';
import { refusalWords } from '../calls/server-refusal.words';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { Tour } from './tour';
import { TourOrders } from './tour-orders';
import { TourPointer } from './tour-pointer';
import { tourStepNames } from './tour-step';
import { targetsOf } from './tour-targets';
import { tourWords } from './tour.words';

/** The tour's strip above the work and the desk: what to do now, and what was done. It covers nothing. */
@Component({
  selector: 'app-tour-strip',
  imports: [Icon, MatButton, MatIconButton, MatTooltip, RouterLink, TourPointer],
  templateUrl: './tour-strip.html',
  styleUrl: './tour-strip.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TourStrip {
  protected readonly tour = inject(Tour);
  protected readonly orders = inject(TourOrders);
  protected readonly language = inject(PageLanguage).tag;
  readonly #desk = inject(MediatelIntl).labels;

  protected readonly words = computed(() => tourWords[this.language()]);
  protected readonly of = tourStepNames.length;
  protected readonly isRunning = computed(() => this.tour.state().status === 'running');
  /** Whether the end is to be shown: until it is closed, or the page loaded again. */
  protected readonly isOver = computed(
    () => this.tour.state().status === 'finished' && this.tour.state().last !== null,
  );
  protected readonly title = computed(() => this.words().steps[this.tour.state().step].title);

  /** What to do: the step's own text, or what stands in its way. */
  protected readonly text = computed(() => {
    const { step, seen } = this.tour.state();
    const obstacle = this.tour.obstacle();
    if (obstacle !== null) return this.words().obstacles(this.#desk())[obstacle];
    return this.words().steps[step].doing(this.#desk())[seen] ?? '';
  });

  /** What was done last. */
  protected readonly last = computed(() => {
    const { last, results } = this.tour.state();
    if (last === null) return null;
    const { title } = this.words().steps[last];
    return results[last] === 'done' ? this.words().done(title) : this.words().skipped(title);
  });

  protected readonly isSkipped = computed(() => {
    const { last, results } = this.tour.state();
    return last !== null && results[last] === 'skipped';
  });

  protected readonly refusal = computed(() => {
    const refusal = this.orders.refusal();
    return refusal === null ? null : refusalWords[this.language()][refusal];
  });

  protected readonly end = computed(() => {
    const results = Object.values(this.tour.state().results);
    const done = results.filter((result) => result === 'done').length;
    return this.words().finished(done, results.length - done);
  });

  protected readonly targets = computed(() => {
    const { step, seen } = this.tour.state();
    const readiness = this.#desk().page.readiness;
    return targetsOf({ step, seen, situation: this.tour.situation(), obstacle: this.tour.obstacle(), readiness });
  });
}
