import { Injectable, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { type CallDraft, CallDrafts, CustomerTraces, isCallPhase } from 'mediatel-lib/store';
import { MediatelOperator } from './operator';

/**
 * What the operator typed: the number to dial, and each call's codes and note.
 *
 * It is kept outside the components, so that no change of state loses a letter. Drafts of calls are stored by
 * `callTraceID` and outlive the page. Signing out removes everything.
 */
@Injectable({ providedIn: 'root' })
export class OperatorInput {
  readonly #operator = inject(MediatelOperator);
  readonly #stored = inject(CallDrafts);
  readonly #forgotten = inject(CustomerTraces).forgotten;

  /** The number to dial: writing it fills the dialer. */
  readonly number = linkedSignal({ source: this.#forgotten, computation: () => '' });
  /** The queue chosen in the dialer; `null` for none. */
  readonly queue = linkedSignal<number, string | null>({ source: this.#forgotten, computation: () => null });

  readonly #call = computed(() => {
    const { callNumber, knownCallTraceID } = this.#operator.agent();
    return { callNumber, callTraceID: callNumber === null ? null : knownCallTraceID };
  });
  /** The draft (codes and note) of the present call or of the call in clerical. */
  readonly call = computed<CallDraft>(() => this.#stored.ofCall(this.#call()));

  /** The chosen queue if Mediatel still offers it, else the first; `null` when there are no queues. */
  readonly chosenQueue = computed(() => {
    const { queues } = this.#operator.agent();
    const chosen = this.queue();
    return chosen !== null && queues.includes(chosen) ? chosen : (queues[0] ?? null);
  });

  #dialled: string | null = null;

  constructor() {
    effect(() => {
      const { makeCall } = this.#operator.commands().statuses;
      const { phase } = this.#operator.agent();
      if (makeCall.status === 'pending' && makeCall.given.command.name === 'makeCall') {
        this.#dialled = makeCall.given.command.phoneNumber;
      }
      // Cleared only when it rings, so that a number that could not be dialled can be corrected. A new number stays.
      if (this.#dialled === null || !isCallPhase(phase) || phase === 'dialing') return;
      untracked(() => this.number.update((number) => (number === this.#dialled ? '' : number)));
      this.#dialled = null;
    });
  }

  /** Sets the chosen codes of the present call's draft: ids, in the order of choosing. */
  setCodes(codeIds: readonly string[]): void {
    this.#change({ codeIds });
  }

  /** Sets the note of the present call's draft. */
  setNote(note: string): void {
    this.#change({ note });
  }

  #change(change: Partial<CallDraft>): void {
    this.#stored.changeCall(this.#call(), change);
  }
}
