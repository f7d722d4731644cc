import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../kit/icon';
import { AddressBook } from '../address-book/address-book';
import { Avatar } from '../kit/avatar';
import { formatNumber } from '../kit/phone-number';
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
  protected readonly book = inject(AddressBook);
  protected readonly formatNumber = formatNumber;
}
