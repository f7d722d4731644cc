import { Injectable, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { type CallDraft, CallDrafts, CustomerTraces, isCallPhase } from 'mediatel-lib/store';
import { MediatelOperator } from './operator';

/**
 * What the operator typed: the number to dial, and each call's codes and note.
 *
 * Kept apart from the components, so that no change of state loses a letter; the calls' drafts outlive the page by their
 * `callTraceID`. Signing out forgets all of it.
 */
@Injectable({ providedIn: 'root' })
export class OperatorInput {
  readonly #operator = inject(MediatelOperator);
  readonly #stored = inject(CallDrafts);
  readonly #forgotten = inject(CustomerTraces).forgotten;

  /** The number to dial: writing it fills the dialer. */
  readonly number = linkedSignal({ source: this.#forgotten, computation: () => '' });
  readonly queue = linkedSignal<number, string | null>({ source: this.#forgotten, computation: () => null });

  readonly #call = computed(() => {
    const { callNumber, knownCallTraceID } = this.#operator.agent();
    return { callNumber, callTraceID: callNumber === null ? null : knownCallTraceID };
  });
  /** The draft of the present call, or of the one in clerical. */
  readonly call = computed<CallDraft>(() => this.#stored.ofCall(this.#call()));

  /** The queue chosen, where it is still there, else the first. */
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
      // Only once it rings: a number that could not be dialled is there to be mended. What was typed since stays.
      if (this.#dialled === null || !isCallPhase(phase) || phase === 'dialing') return;
      untracked(() => this.number.update((number) => (number === this.#dialled ? '' : number)));
      this.#dialled = null;
    });
  }

  setCodes(codeIds: readonly string[]): void {
    this.#change({ codeIds });
  }

  setNote(note: string): void {
    this.#change({ note });
  }

  #change(change: Partial<CallDraft>): void {
    this.#stored.changeCall(this.#call(), change);
  }
}
