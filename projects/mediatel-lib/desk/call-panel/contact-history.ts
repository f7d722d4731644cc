import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CallHistoryRow } from 'mediatel-lib/protocol';
import { MediatelIntl } from 'mediatel-lib/ui';

/** Earlier contacts with the customer, with the columns that Mediatel sends. */
@Component({
  selector: 'mediatel-contact-history',
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="text().page.history(rows().length)">
      <table>
        <thead>
          <tr>
            @for (column of columns(); track column) {
              <th scope="col">{{ column }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (column of columns(); track column) {
                <td>{{ row[column] }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './contact-history.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactHistory {
  /** The contacts: Mediatel's `callHistory`. */
  readonly rows = input.required<readonly CallHistoryRow[]>();

  protected readonly text = inject(MediatelIntl).labels;
  /** Every column that any row has, in order of first appearance. */
  protected readonly columns = computed(() => [...new Set(this.rows().flatMap((row) => Object.keys(row)))]);
}
