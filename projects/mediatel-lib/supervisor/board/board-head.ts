import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';
import { type BoardSettings, type BoardSort, boardSorts } from './view/board-arrangement';

const columns = ['name', 'state', 'time', 'queue', 'call', 'quality', 'age', 'ask'] as const;

/** The headings of the board's columns. Pressed, one sorts by its column; pressed for the third time, no longer. */
@Component({
  selector: 'mediatel-board-head',
  template: `
    @for (column of columns; track column) {
      <span role="columnheader" [class]="column" [attr.aria-sort]="sortedBy(column)">
        @if (isSort(column)) {
          <button type="button" (click)="sort(column)">
            {{ text().column[column] }}
            @if (sortedBy(column); as order) {
              <span aria-hidden="true">{{ order === 'ascending' ? '↑' : '↓' }}</span>
            }
          </button>
        } @else {
          <span [class.unseen]="column === 'ask'">{{ text().column[column] }}</span>
        }
      </span>
    }
  `,
  styleUrl: './board-head.scss',
  host: { role: 'row' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardHead {
  /** The board's present settings. */
  readonly settings = input.required<BoardSettings>();
  /** Emits another order. */
  readonly changed = output<Pick<BoardSettings, 'sort' | 'descending'>>();

  readonly #intl = inject(MediatelIntl);
  protected readonly text = computed(() => this.#intl.viewLabels().board);
  protected readonly columns = columns;

  protected isSort(column: (typeof columns)[number]): column is (typeof columns)[number] & BoardSort {
    return boardSorts.some((known) => known === column);
  }

  protected sort(column: BoardSort): void {
    const { sort, descending } = this.settings();
    // Supervisors look for the longest time.
    const first = column === 'time';
    if (sort !== column) this.changed.emit({ sort: column, descending: first });
    else if (descending === first) this.changed.emit({ sort: column, descending: !first });
    else this.changed.emit({ sort: 'attention', descending: false });
  }

  protected sortedBy(column: string): 'ascending' | 'descending' | null {
    const { sort, descending } = this.settings();
    if (sort !== column) return null;
    return descending ? 'descending' : 'ascending';
  }
}
