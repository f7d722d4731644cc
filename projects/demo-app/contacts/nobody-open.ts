import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AddressBook } from '../address-book/address-book';
import { Avatar } from '../kit/avatar';
import { standingText } from './standing-chip';

/** Beside the list while nobody is open: who is worth a call today. */
@Component({
  selector: 'app-nobody-open',
  imports: [Avatar, RouterLink],
  templateUrl: './nobody-open.html',
  styleUrl: './nobody-open.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NobodyOpen {
  readonly #book = inject(AddressBook);
  /** What was promised or falls due by tomorrow, then what is late the longest. */
  protected readonly worthACall = computed(() => {
    const contacts = this.#book.contacts();
    const soon = contacts.filter(
      ({ standing, dueInDays }) => standing !== 'overdue' && dueInDays !== null && dueInDays <= 1,
    );
    const late = contacts.filter(({ standing }) => standing === 'overdue');
    const byDay = (list: typeof late) => list.toSorted((a, b) => (a.dueInDays ?? 0) - (b.dueInDays ?? 0));
    return [...byDay(soon), ...byDay(late)].slice(0, 6);
  });
  protected readonly standingText = standingText;
}
