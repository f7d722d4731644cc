import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import type { DayTotals, OperatorTotals } from 'mediatel-lib/hub-protocol';
import { overlayClass } from 'mediatel-lib/private/theme';
import { type DayColumn, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { dayColumns, figureOf } from '../figures/day-figures';
import { type DayOrder, dayGroups, pressed, sumOf } from '../figures/day-groups';
import { RowScroll } from '../figures/row-scroll';
import { type RowWindow, rowWindows } from '../figures/row-window';
import { PauseReasons } from './pause-reasons';
import { saveFile } from './save-file';
import { emptyColumns, shownColumns } from './totals-columns';
import { headingOf, totalsCsv } from './totals-csv';
import { type Largest, type TotalsCell, largestOf, totalsCells } from './totals-rows';

/** Below this width there is room for two figures only (rem). */
const narrowBelow = 44;
/** Height of a row, and of the list of pauses: its padding and one line a reason (rem). */
const heights = { row: 2.25, padding: 1, reason: 1.75 } as const;

interface TotalsRow {
  readonly key: string;
  readonly kind: 'everybody' | 'team' | 'operator';
  readonly name: string;
  readonly totals: DayTotals;
  readonly cells: readonly TotalsCell[];
  /** Number of a team's operators. */
  readonly count: number;
  readonly isFolded: boolean;
}

/** The totals of a day: everybody, then each team with its operators, one line each. Pauses unfold by reason. */
@Component({
  selector: 'mediatel-day-totals-table',
  imports: [
    MatButton,
    MatFormField,
    MatOption,
    MatSelect,
    MatSelectTrigger,
    MediatelIcon,
    NgTemplateOutlet,
    PauseReasons,
    RowScroll,
  ],
  templateUrl: './day-totals-table.html',
  styleUrl: './day-totals-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayTotalsTable {
  /** The matching operators. */
  readonly operators = input.required<readonly OperatorTotals[]>();
  /** The day, `YYYY-MM-DD`. */
  readonly day = input.required<string>();

  readonly #intl = inject(MediatelIntl);
  readonly #document = inject(DOCUMENT);
  private readonly scroll = viewChild.required(RowScroll);
  readonly #order = signal<DayOrder<DayColumn>>({ by: 'name', descending: false });
  readonly #folded = signal<ReadonlySet<string>>(new Set());
  readonly #unfolded = signal<ReadonlySet<string>>(new Set());
  protected readonly all = dayColumns;
  protected readonly overlay = overlayClass;
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  /** The columns that the supervisor chose; `null` before a choice. */
  protected readonly chosen = signal<readonly DayColumn[] | null>(null);
  readonly #sum = computed(() => sumOf(this.operators()));
  readonly #narrow = computed(() => this.scroll().size().width < narrowBelow * this.scroll().size().rem);
  protected readonly columns = computed(() => shownColumns(this.chosen(), this.#sum(), this.#narrow()));
  protected readonly hidden = computed(() => {
    const columns = this.columns();
    const empty = emptyColumns(this.#sum()).filter((column) => !columns.includes(column));
    return empty.map((column) => this.heading(column)).join(', ');
  });
  protected readonly rowHeight = computed(() => Math.round(heights.row * this.scroll().size().rem));

  readonly #groups = computed(() => dayGroups(this.operators(), this.#order(), figureOf, this.#intl.labels().language));
  protected readonly rowCount = computed(() => 2 + this.#groups().length + this.operators().length);
  readonly #largest = computed(() => ({
    teams: largestOf(
      this.#groups().map(({ totals }) => totals),
      this.columns(),
    ),
    operators: largestOf(
      this.operators().map(({ totals }) => totals),
      this.columns(),
    ),
  }));
  readonly #windows = computed((): readonly RowWindow[] => {
    const folded = this.#folded();
    const row = this.rowHeight();
    const own = this.#groups().map(({ team, operators }) => (folded.has(teamKey(team)) ? [] : operators));
    if (this.scroll().printing()) return own.map(({ length }) => ({ from: 0, to: length, before: 0, after: 0 }));
    const rows = own.map((operators) => operators.map(({ id, totals }) => row + this.#reasonsHeight(id, totals)));
    return rowWindows(rows, row, this.scroll().view());
  });
  protected readonly everybody = computed(() => this.#rowOf('everybody', '', this.text().everybody, this.#sum(), null));
  protected readonly groups = computed(() => {
    const windows = this.#windows();
    const { teams, operators: own } = this.#largest();
    return this.#groups().map(({ team, totals, operators }, i) => {
      const { from, to, before, after } = windows[i] ?? { from: 0, to: 0, before: 0, after: 0 };
      const head = this.#rowOf('team', teamKey(team), team, totals, teams);
      return {
        head: { ...head, count: operators.length },
        before,
        after,
        rows: operators.slice(from, to).map(({ id, name, totals }) => this.#rowOf('operator', id, name, totals, own)),
      };
    });
  });

  protected heading(column: DayColumn): string {
    return headingOf(column, this.text(), this.#intl.labels().appearance);
  }

  protected meaningOf(column: DayColumn): string | null {
    const { columnMeaning } = this.text();
    return column === 'handleTime' || column === 'occupancy' || column === 'callsAnHour' ? columnMeaning[column] : null;
  }

  protected sort(by: DayColumn | 'name'): void {
    this.#order.update((order) => pressed(order, by));
  }

  protected sortOf(by: DayColumn | 'name'): 'ascending' | 'descending' | 'none' {
    const order = this.#order();
    if (order.by !== by) return 'none';
    return order.descending ? 'descending' : 'ascending';
  }

  protected arrowOf(by: DayColumn | 'name'): string {
    const sort = this.sortOf(by);
    if (sort === 'none') return '';
    return sort === 'descending' ? ' ↓' : ' ↑';
  }

  protected fold(key: string): void {
    this.#folded.update((keys) => toggled(keys, key));
  }

  protected isUnfolded(key: string): boolean {
    return this.#unfolded().has(key);
  }

  protected unfold(key: string): void {
    this.#unfolded.update((keys) => toggled(keys, key));
  }

  /** Saves the rows and columns as a CSV file, with all pause reasons. Folded rows are in it too. */
  protected save(): void {
    const csv = totalsCsv({
      day: this.day(),
      groups: this.#groups(),
      columns: this.columns(),
      text: this.text(),
      states: this.#intl.labels().appearance,
      language: this.#intl.labels().language,
    });
    saveFile(this.#document, `totals-${this.day()}.csv`, csv, 'text/csv;charset=utf-8');
  }

  #rowOf(kind: TotalsRow['kind'], key: string, name: string, totals: DayTotals, largest: Largest | null): TotalsRow {
    const cells = totalsCells(totals, this.columns(), largest, this.#intl.labels().language);
    return { key, kind, name, totals, cells, count: 0, isFolded: this.#folded().has(key) };
  }

  #reasonsHeight(key: string, { pauses }: DayTotals): number {
    if (!this.#unfolded().has(key)) return 0;
    return (heights.padding + pauses.length * heights.reason) * this.scroll().size().rem;
  }
}

/** The key of a team's row. An operator's is the id, which begins with no such space. */
const teamKey = (team: string): string => ` ${team}`;

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = new Set(keys);
  if (!others.delete(key)) others.add(key);
  return others;
}
