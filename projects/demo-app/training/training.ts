import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AddressBook } from '../address-book/address-book';
import { CallNumber } from '../phone/call-number';
import { formatNumber } from '../kit/phone-number';
import { Icon } from '../kit/icon';
import { trainingNumbers, trainingQueues } from './training-number';
import { TrainingCalls } from './training-calls';

interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

/** Training customers: the operator calls them, or orders a call from them. */
@Component({
  selector: 'app-training',
  imports: [CallNumber, Icon, MatButton],
  templateUrl: './training.html',
  styleUrl: './training.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Training {
  readonly #calls = inject(TrainingCalls);
  readonly #book = inject(AddressBook);

  protected readonly numbers = trainingNumbers.map((entry) => ({
    ...entry,
    name: this.#book.byNumber(entry.number)?.name ?? '',
  }));
  protected readonly queues = trainingQueues;
  protected readonly queue = signal(trainingQueues[0]?.name ?? '');
  protected readonly calling = signal(false);
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly canAsk = computed(() => !this.calling());

  protected async callMe(ani: string, event?: Event): Promise<void> {
    event?.preventDefault();
    if (!this.canAsk() || ani.trim() === '') return;
    this.calling.set(true);
    this.outcome.set(null);
    const requested = await this.#calls.callMe(ani, this.queue());
    this.calling.set(false);
    this.outcome.set(
      requested.ok
        ? { ok: true, text: `${formatNumber(ani)} is calling you by ${this.queue()}.` }
        : { ok: false, text: requested.reason },
    );
  }
}
