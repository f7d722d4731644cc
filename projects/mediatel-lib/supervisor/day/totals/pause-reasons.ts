import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DayTotals } from 'mediatel-lib/hub-protocol';
import { MediatelIntl } from 'mediatel-lib/ui';
import { clockTime, percentage } from '../figures/figure-text';

/** The time on pauses by reason, the longest first, each with a bar and its share of all pauses. */
@Component({
  selector: 'mediatel-pause-reasons',
  template: `
    <ul [attr.aria-label]="label()">
      @for (one of reasons(); track one.reason) {
        <li>
          <span class="reason" [title]="one.reason">{{ one.reason }}</span>
          <span class="bar" aria-hidden="true"><span [style.inline-size.%]="one.share * 100"></span></span>
          <span class="time">{{ one.time }}</span>
          <span class="share">{{ one.percent }}</span>
        </li>
      }
    </ul>
  `,
  styleUrl: './pause-reasons.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PauseReasons {
  /** The totals whose pauses are shown. */
  readonly totals = input.required<DayTotals>();
  /** Whose they are. */
  readonly who = input.required<string>();
  readonly #intl = inject(MediatelIntl);
  protected readonly label = computed(() => this.#intl.viewLabels().day.reasonsOf(this.who()));
  protected readonly reasons = computed(() => {
    const { pauses, paused } = this.totals();
    const { unnamedPause } = this.#intl.viewLabels().day;
    const { language } = this.#intl.labels();
    return pauses.map(({ pause, time }) => {
      const share = paused > 0 ? time / paused : 0;
      return { reason: pause ?? unnamedPause, share, time: clockTime(time), percent: percentage(share, language) };
    });
  });
}
