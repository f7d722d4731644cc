import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../kit/icon';
import { AddressBook } from '../address-book/address-book';
import { nameOfContact } from '../address-book/name-of-contact';
import { Avatar } from '../kit/avatar';
import { PageLanguage } from '../kit/page-language';
import { formatNumber } from '../kit/format-number';
import { customersWords } from './customers.words';
import { StandingChip } from './standing-chip';

/** The contacts that match the search. Each opens at its own address. */
@Component({
  selector: 'app-contact-list',
  imports: [Avatar, Icon, RouterLink, RouterLinkActive, StandingChip],
  templateUrl: './contact-list.html',
  styleUrl: './contact-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactList {
  protected readonly nameOf = nameOfContact;
  readonly #language = inject(PageLanguage).tag;
  protected readonly words = computed(() => customersWords[this.#language()]);
  protected readonly book = inject(AddressBook);
  protected readonly formatNumber = formatNumber;
}
