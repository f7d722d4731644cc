import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AddressBook } from '../address-book/address-book';
import { CustomerCalls } from '../calls/customer-calls';
import { refusalWords } from '../calls/server-refusal.words';
import { CallNumber } from '../phone/call-number';
import { formatNumber } from '../kit/format-number';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { TourCard } from '../tour/tour-card';
import { LessonsList } from './lessons-list';
import { trainingNumbers, trainingQueues } from './training-number';
import { trainingWords } from './training.words';

interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

/** Training customers: the operator calls them, or orders a call from them. */
@Component({
  selector: 'app-training',
  imports: [CallNumber, Icon, LessonsList, MatButton, TourCard],
  templateUrl: './training.html',
  styleUrl: './training.scss',
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Training {
  readonly #calls = inject(CustomerCalls);
  readonly #book = inject(AddressBook);

  protected readonly language = inject(PageLanguage).tag;
  protected readonly words = computed(() => trainingWords[this.language()]);
  protected readonly numbers = trainingNumbers.map((entry) => ({
    ...entry,
    owner: this.#book.byNumber(entry.number)?.name ?? '',
  }));
  protected readonly queues = trainingQueues;
  protected readonly queue = signal<string>(trainingQueues[0]);
  protected readonly calling = signal(false);
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly canAsk = computed(() => !this.calling());

  protected async callMe(ani: string, event?: Event): Promise<void> {
    event?.preventDefault();
    if (!this.canAsk() || ani.trim() === '') return;
    this.calling.set(true);
    this.outcome.set(null);
    const refusal = await this.#calls.callMe(ani, this.queue());
    this.calling.set(false);
    this.outcome.set(
      refusal === null
        ? { ok: true, text: this.words().calling(formatNumber(ani), this.queue()) }
        : { ok: false, text: refusalWords[this.language()][refusal] },
    );
  }
}
