import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { type CallDraft, CallDrafts, isCallPhase } from 'mediatel-lib/store';
import { Operator } from './operator';

const empty: CallDraft = { codeIds: [], note: '' };

/**
 * What the operator typed: the number to dial, and each call's codes and note.
 *
 * Kept apart from the components, so that no change of state loses a letter; the calls' drafts outlive the page by their
 * `callTraceID`.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  readonly #operator = inject(Operator);
  readonly #stored = inject(CallDrafts);
  /** What was typed before the call's id came, by the call's own number. */
  readonly #early = signal<{ readonly callNumber: number; readonly draft: CallDraft } | null>(null);

  /** The number to dial: writing it fills the dialer. */
  readonly number = signal('');
  readonly queue = signal<string | null>(null);

  /** The draft of the present call, or of the one in clerical. */
  readonly call = computed<CallDraft>(() => {
    const { callNumber, knownCallTraceID } = this.#operator.agent();
    if (callNumber === null) return empty;
    if (knownCallTraceID !== null && this.#stored.all().has(knownCallTraceID)) return this.#stored.of(knownCallTraceID);
    const early = this.#early();
    return early?.callNumber === callNumber ? early.draft : empty;
  });

  /** The queue chosen, where it is still there, else the first. */
  readonly chosenQueue = computed(() => {
    const { queues } = this.#operator.agent();
    const chosen = this.queue();
    return chosen !== null && queues.includes(chosen) ? chosen : (queues[0] ?? null);
  });

  #dialled: string | null = null;

  constructor() {
    effect(() => {
      const { callNumber, knownCallTraceID } = this.#operator.agent();
      const early = this.#early();
      if (early === null || early.callNumber !== callNumber || knownCallTraceID === null) return;
      untracked(() => {
        this.#stored.change(knownCallTraceID, early.draft);
        this.#early.set(null);
      });
    });
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
    const { callNumber, knownCallTraceID } = this.#operator.agent();
    if (callNumber === null) return;
    const draft = { ...this.call(), ...change };
    if (knownCallTraceID === null) this.#early.set({ callNumber, draft });
    else this.#stored.change(knownCallTraceID, draft);
  }
}
