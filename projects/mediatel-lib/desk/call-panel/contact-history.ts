import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CallHistoryRow } from 'mediatel-lib/protocol';
import { MediatelIntl } from 'mediatel-lib/ui';
import { contactColumns, contactHeading } from './contact-columns';

/** Earlier contacts with the customer, with the columns that Mediatel sends, except its ids and those that it reserves. */
@Component({
  selector: 'mediatel-contact-history',
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="text().page.history(rows().length)">
      <table>
        <thead>
          <tr>
            @for (column of columns(); track column) {
              <th scope="col">{{ heading(column) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (column of columns(); track column) {
                <td [class.short]="(row[column] ?? '').length <= 20">{{ row[column] }}</td>
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
  protected readonly columns = computed(() => contactColumns(this.rows()));

  protected heading(column: string): string {
    return contactHeading(column, this.text());
  }
}
