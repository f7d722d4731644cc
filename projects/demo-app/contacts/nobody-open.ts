import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AddressBook } from '../address-book/address-book';
import { nameOfContact } from '../address-book/name-of-contact';
import { Avatar } from '../kit/avatar';
import { PageLanguage } from '../kit/page-language';
import { customersWords } from './customers.words';
import { standingText } from './standing.words';

/** Shown beside the list while no card is open: contacts to call today. */
@Component({
  selector: 'app-nobody-open',
  imports: [Avatar, RouterLink],
  templateUrl: './nobody-open.html',
  styleUrl: './nobody-open.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NobodyOpen {
  protected readonly nameOf = nameOfContact;
  protected readonly language = inject(PageLanguage).tag;
  protected readonly words = computed(() => customersWords[this.language()]);
  readonly #book = inject(AddressBook);
  /** Contacts with a promise or a payment due by tomorrow, then those whose payment is latest. */
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
