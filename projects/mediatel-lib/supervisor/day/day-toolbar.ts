import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { MatTooltip } from '@angular/material/tooltip';
import { overlayClass } from 'mediatel-lib/private/theme';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { dayWords, keptDaysOf } from './figures/day-list';

/** The two views of a day. */
export type DayView = 'timeline' | 'totals';

/** Chooses the view, the day, the team and the operators by name. */
@Component({
  selector: 'mediatel-day-toolbar',
  imports: [
    MatButtonToggle,
    MatButtonToggleGroup,
    MatFormField,
    MatIconButton,
    MatInput,
    MatOption,
    MatSelect,
    MatSelectTrigger,
    MatTooltip,
    MediatelIcon,
  ],
  templateUrl: './day-toolbar.html',
  styleUrl: './day-toolbar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayToolbar {
  /** The shown view. */
  readonly view = model.required<DayView>();
  /** The shown team; `null` for all. */
  readonly team = model.required<string | null>();
  /** Text in the names of the shown operators. */
  readonly search = model.required<string>();
  /** The shown day, `YYYY-MM-DD`; empty before the first answer. */
  readonly day = input.required<string>();
  /** Today by the hub's clock, `YYYY-MM-DD`; empty before the first answer. */
  readonly today = input.required<string>();
  /** All teams. */
  readonly teams = input.required<readonly string[]>();
  /** Another day was chosen. */
  readonly dayChosen = output<string>();

  readonly #intl = inject(MediatelIntl);
  protected readonly overlay = overlayClass;
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  protected readonly days = computed(() => {
    const { language } = this.#intl.labels();
    const { todayIs } = this.text();
    return keptDaysOf(this.today()).map((date) => {
      const words = dayWords(date, language);
      return { date, words: date === this.today() ? todayIs(words) : words };
    });
  });
  protected readonly shownDay = computed(() =>
    this.day() === '' ? '' : dayWords(this.day(), this.#intl.labels().language),
  );
  /** The day before and the day after; `null` if the hub has none. */
  protected readonly beside = computed(() => {
    const all = this.days().map(({ date }) => date);
    const at = all.indexOf(this.day());
    return { earlier: at < 0 ? null : (all[at + 1] ?? null), later: at <= 0 ? null : (all[at - 1] ?? null) };
  });

  protected show(day: string | null): void {
    if (day !== null) this.dayChosen.emit(day);
  }
}
