import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Contact } from '../address-book/contact';
import { PageLanguage } from '../kit/page-language';
import { standingText } from './standing.words';

/** The state of a contact's debt, in two or three words. In a narrow place its end is cut. */
@Component({
  selector: 'app-standing-chip',
  template: '{{ text() }}',
  styles: `
    :host {
      display: inline-block;
      box-sizing: border-box;
      max-inline-size: 100%;
      overflow: hidden;
      padding: 1px 8px;
      border-radius: 6px;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface-variant);
      font: 600 0.75rem/1.125rem var(--mat-sys-body-small-font);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    :host([data-standing='overdue']) {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
    :host([data-standing='promised']),
    :host([data-standing='dueSoon']) {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
  host: { '[attr.data-standing]': 'contact().standing', '[attr.title]': 'text()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingChip {
  readonly #language = inject(PageLanguage).tag;
  readonly contact = input.required<Contact>();
  protected readonly text = computed(() => standingText(this.contact(), this.#language()));
}
