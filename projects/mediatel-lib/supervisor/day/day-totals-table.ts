import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DayTotals, OperatorTotals } from 'mediatel-lib/hub-protocol';
import { type DayColumn, MediatelIntl } from 'mediatel-lib/ui';
import { teamTotals } from './day-choice';
import { cellOf, clockTime, dayColumns, headingOf } from './totals-csv';

/** A table of totals: teams first, then operators, with pauses by reason. */
@Component({
  selector: 'mediatel-day-totals-table',
  template: `
    <table>
      <caption class="unseen">
        {{
          text().totals
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ text().operator }}</th>
          @for (column of columns; track column) {
            <th scope="col">{{ heading(column) }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.key) {
          <tr [class.team]="row.isTeam">
            <th scope="row">{{ row.name }}</th>
            @for (column of columns; track column) {
              <td>
                {{ cell(row.totals, column) }}
                @if (column === 'paused') {
                  @for (pause of row.totals.pauses; track pause.pause) {
                    <small>{{ pause.pause ?? text().unnamedPause }} {{ time(pause.time) }}</small>
                  }
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './day-totals-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayTotalsTable {
  /** All operators that the teams' totals count. */
  readonly everybody = input.required<readonly OperatorTotals[]>();
  /** The operators of this page. */
  readonly operators = input.required<readonly OperatorTotals[]>();

  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().day);
  protected readonly columns = dayColumns;
  protected readonly time = clockTime;
  protected readonly rows = computed(() => [
    ...teamTotals(this.everybody()).map(({ team, totals }) => ({
      key: `team ${team}`,
      name: this.text().wholeTeam(team),
      totals,
      isTeam: true,
    })),
    ...this.operators().map(({ id, name, totals }) => ({ key: id, name, totals, isTeam: false })),
  ]);

  protected heading(column: DayColumn): string {
    return headingOf(column, this.text(), this.#intl.labels().appearance);
  }

  protected cell(totals: DayTotals, column: DayColumn): string {
    return cellOf(totals, column);
  }
}
