import { Injectable, type Signal, computed, signal, untracked } from '@angular/core';
import type { CommandReceipts } from '../commands/command-receipts';
import { type MediatelOutcome, refused } from '../commands/command-outcome';
import type { CommandRefusal } from '../state/command-status';
import type { AnyExtraRequest, ExtraRequest, ExtraRequestStatus } from './extra-request';

const notSignedIn: CommandRefusal = { reason: 'not-signed-in' };

/** What gives the requests. It comes with the effects. */
export interface ExtraRequestGiver extends Pick<CommandReceipts, 'outcomeOfRequest'> {
  /** Gives the request of this name with its arguments; resolves with its outcome. */
  readonly give: (name: string, args: unknown) => Promise<MediatelOutcome>;
  /** Why the request is not allowed now, apart from its arguments; `null` if it is. Reads signals. */
  readonly refusalOf: (request: AnyExtraRequest) => CommandRefusal | null;
}

/**
 * Gives a host's extra requests (`withExtraRequests`), in every tab of the operator.
 *
 * Like the library's own commands they are sent at once or refused with a reason, never sent later, and unanswered if no
 * snapshot confirms them within `commandTimeout`.
 */
@Injectable({ providedIn: 'root' })
export class ExtraRequests {
  readonly #statuses = signal<Readonly<Record<string, ExtraRequestStatus>>>({});
  /** `null` before the first sign-in. */
  readonly #giver = signal<ExtraRequestGiver | null>(null);

  /** Gives a request. Resolves once with its outcome, never rejects. */
  give<Args>(
    request: ExtraRequest<Args>,
    ...[args]: Args extends undefined ? [] : [args: Args]
  ): Promise<MediatelOutcome> {
    const giver = untracked(this.#giver);
    if (giver === null) return Promise.resolve(refused(notSignedIn));
    return giver.outcomeOfRequest(() => giver.give(request.name, args));
  }

  /** Why a request is not allowed now, apart from its arguments; `null` if it is. For a button. */
  refusalOf(request: AnyExtraRequest): Signal<CommandRefusal | null> {
    return computed(() => {
      const giver = this.#giver();
      return giver === null ? notSignedIn : giver.refusalOf(request);
    });
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
    this.#giver.set(giver);
  }
}
