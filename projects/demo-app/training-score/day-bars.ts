import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LanguageTag } from 'mediatel-lib/ui';
import type { ProgressAnswer } from './score-answers';
import type { ScoreTexts } from './score-texts';
import { narrowDay, shortDay } from './times';

/** The days that have runs as columns: how many of the points. The table beside it has the same numbers. */
@Component({
  selector: 'app-day-bars',
  template: `
    @for (day of columns(); track day.day) {
      <div class="day" [title]="day.words">
        <span class="percent">{{ day.percent === null ? '–' : day.percent }}</span>
        <span class="column"><span [style.block-size.%]="day.percent ?? 0"></span></span>
        <span class="date">{{ day.short }}</span>
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 6px;
      align-items: end;
      overflow: hidden;
      font: var(--mat-sys-label-small);
      font-variant-numeric: tabular-nums;
    }
    .day {
      display: grid;
      flex: 1;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      justify-items: center;
      min-inline-size: 0;
      max-inline-size: 64px;
    }
    .column {
      display: flex;
      align-items: end;
      inline-size: 100%;
      block-size: 96px;
      overflow: hidden;
      border-radius: 8px 8px 8px 2px;
      background: var(--mat-sys-surface-container-highest);
    }
    .column span {
      inline-size: 100%;
      border-radius: inherit;
      background: var(--mat-sys-primary);
    }
    .date {
      color: var(--mat-sys-on-surface-variant);
      white-space: nowrap;
    }
    @media (width < 600px) {
      .day:nth-last-child(n + 8) {
        display: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayBars {
  readonly days = input.required<ProgressAnswer['days']>();
  readonly words = input.required<ScoreTexts>();
  readonly tag = input.required<LanguageTag>();
  /** The most columns: the last days. */
  readonly most = input(14);

  protected readonly columns = computed(() =>
    this.days()
      .slice(-this.most())
      .map(({ day, percent, runs }) => {
        const words = this.words().dayBar(shortDay(day, this.tag()), percent, runs);
        return { day, percent, short: narrowDay(day, this.tag()), words };
      }),
  );
}
