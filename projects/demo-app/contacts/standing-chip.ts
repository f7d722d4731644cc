import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Contact } from '../address-book/contact';

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** The state of a contact's debt, in two or three words. */
export function standingText({ standing, dueInDays }: Pick<Contact, 'standing' | 'dueInDays'>): string {
  const due = dueInDays ?? 0;
  switch (standing) {
    case 'overdue':
      return `${days(-due)} overdue`;
    case 'promised':
      return due === 0 ? 'Pays today' : `Pays in ${days(due)}`;
    case 'dueSoon':
      return due === 0 ? 'Due today' : `Due in ${days(due)}`;
    case 'onTime':
      return 'On time';
    case 'settled':
      return 'Settled';
  }
}

@Component({
  selector: 'app-standing-chip',
  template: '{{ text() }}',
  styles: `
    :host {
      display: inline-block;
      padding: 1px 8px;
      border-radius: 6px;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface-variant);
      font: 600 12px/18px var(--mat-sys-body-small-font);
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
  host: { '[attr.data-standing]': 'contact().standing' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingChip {
  readonly contact = input.required<Contact>();
  protected readonly text = computed(() => standingText(this.contact()));
}
