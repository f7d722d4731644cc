import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconAnchor } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { CallList } from '../calls/call-list';
import { OwnCalls } from '../calls/own-calls';
import { Icon } from '../kit/icon';
import { AddressBook } from '../address-book/address-book';
import { nameOfContact } from '../address-book/name-of-contact';
import { productWords } from '../address-book/product.words';
import { Avatar } from '../kit/avatar';
import { CallNumber } from '../phone/call-number';
import { strangers } from '../phone/keep-call-notes';
import { contactCardWords } from './contact-card.words';
import { ContactNotes } from './contact-notes';
import { localeOf } from '../kit/locale';
import { PageLanguage } from '../kit/page-language';
import { formatNumber } from '../kit/format-number';
import { normaliseNumber } from '../kit/phone-number';
import { StandingChip } from './standing-chip';

/** The card of one contact, or of an unknown number that calls. */
@Component({
  selector: 'app-contact-card',
  imports: [Avatar, CallList, CallNumber, ContactNotes, Icon, MatIconAnchor, MatTooltip, RouterLink, StandingChip],
  templateUrl: './contact-card.html',
  styleUrl: './contact-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactCard {
  protected readonly nameOf = nameOfContact;
  /** The contact's id, from the address: `/customers/39335108?ani=0661234501`. */
  readonly id = input.required<string>();
  readonly ani = input<string>();

  readonly #book = inject(AddressBook);
  readonly #language = inject(PageLanguage).tag;
  protected readonly words = computed(() => contactCardWords[this.#language()]);
  protected readonly products = computed(() => productWords[this.#language()]);
  protected readonly ownCalls = inject(OwnCalls);
  protected readonly contact = computed(() => this.#book.byId(this.id()) ?? this.#book.byNumber(this.ani() ?? null));
  protected readonly numbers = computed(
    () => this.contact()?.phones ?? (this.ani() ? [normaliseNumber(this.ani()!)] : []),
  );
  protected readonly calls = computed(() => {
    const numbers = this.numbers();
    return this.ownCalls.calls().filter((call) => numbers.includes(normaliseNumber(call.number)));
  });
  protected readonly strangers = strangers;
  protected readonly formatNumber = formatNumber;
  /** The debt with its currency, as one word that no line breaks. */
  protected readonly balance = computed(() => {
    const money = new Intl.NumberFormat(localeOf(this.#language()));
    return `${money.format(this.contact()?.balance ?? 0)}\u00a0₴`;
  });
}
