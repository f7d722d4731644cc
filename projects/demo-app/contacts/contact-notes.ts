import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SafeReload } from 'mediatel-lib';
import { Session } from '../session/session';
import { AddressBook } from '../address-book/address-book';
import { PageLanguage } from '../kit/page-language';
import { shortTime } from '../kit/short-time';
import { Notebook } from '../address-book/notebook';
import { contactCardWords } from './contact-card.words';

/** The notes about a contact, and a field for a new one. */
@Component({
  selector: 'app-contact-notes',
  imports: [MatButton],
  templateUrl: './contact-notes.html',
  styleUrl: './contact-notes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactNotes {
  /** The contact's id, or Mediatel's customer id of somebody whom the CRM does not know. */
  readonly about = input.required<string>();

  readonly #book = inject(AddressBook);
  readonly #notebook = inject(Notebook);
  readonly #session = inject(Session);
  protected readonly language = inject(PageLanguage).tag;
  protected readonly words = computed(() => contactCardWords[this.language()]);
  protected readonly shortTime = shortTime;
  protected readonly notes = computed(() => this.#book.notesAbout(this.about()));
  /** Drafts by contact, so that a screen pop in the middle of a sentence loses no text. */
  readonly #drafts = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly draft = computed(() => this.#drafts().get(this.about()) ?? '');

  constructor() {
    inject(SafeReload).holdWhile(() => [...this.#drafts().values()].some((text) => text.trim() !== ''));
  }

  protected write(text: string): void {
    this.#drafts.update((drafts) => new Map(drafts).set(this.about(), text));
  }

  protected add(event: Event): void {
    event.preventDefault();
    const text = this.draft().trim();
    if (text === '') return;
    this.#notebook.add(this.about(), { text, author: this.#session.user()?.name ?? '', callTraceId: null });
    this.write('');
  }
}
