import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import type { CommandReceipts } from '../commands/command-receipts';
import { type MediatelOutcome, refused } from '../commands/command-outcome';
import { selectCommandContext } from '../selectors/selectors';
import type { CommandRefusal } from '../state/command-status';
import { type AnyExtraRequest, type ExtraRequest, type ExtraRequestStatus, extraRefusal } from './extra-request';

/** What gives the requests. It comes with the effects. */
export interface ExtraRequestGiver extends Pick<CommandReceipts, 'outcomeOfRequest'> {
  /** Gives the request of this name with its arguments; resolves with its outcome. */
  readonly give: (name: string, args: unknown) => Promise<MediatelOutcome>;
}

/**
 * Gives a host's extra requests (`withExtraRequests`), in every tab of the operator.
 *
 * Like the library's own commands they are sent at once or refused with a reason, never sent later, and unanswered if no
 * snapshot confirms them within `commandTimeout`.
 */
@Injectable({ providedIn: 'root' })
export class ExtraRequests {
  readonly #context = inject(Store).selectSignal(selectCommandContext);
  readonly #statuses = signal<Readonly<Record<string, ExtraRequestStatus>>>({});
  #giver: ExtraRequestGiver | null = null;

  /** Gives a request. Resolves once with its outcome, never rejects. */
  give<Args>(
    request: ExtraRequest<Args>,
    ...[args]: Args extends undefined ? [] : [args: Args]
  ): Promise<MediatelOutcome> {
    const giver = this.#giver;
    if (giver === null) return Promise.resolve(refused({ reason: 'not-signed-in' }));
    return giver.outcomeOfRequest(() => giver.give(request.name, args));
  }

  /** Why a request is not allowed now, apart from its arguments; `null` if it is. For a button. */
  refusalOf(request: AnyExtraRequest): Signal<CommandRefusal | null> {
    return computed(() => extraRefusal(this.#context(), request, this.status(request.name)));
  }

  /** The status of a request. Reads a signal. */
  status(name: string): ExtraRequestStatus {
    return this.#statuses()[name] ?? 'idle';
  }

  /** Changes a status. For the library's effects. */
  setStatus(name: string, status: ExtraRequestStatus): void {
    this.#statuses.update((statuses) => ({ ...statuses, [name]: status }));
  }

  /** Begins to give requests by this. For the library's effects. */
  useGiver(giver: ExtraRequestGiver): void {
    this.#giver = giver;
  }
}
