import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { isCallPhase } from 'mediatel-lib/store';
import { Operator } from './operator';

/** What an operator has typed and chosen for one call. */
export interface CallDraft {
  readonly codeIds: readonly string[];
  readonly note: string;
}

const empty: CallDraft = { codeIds: [], note: '' };

/** Calls whose drafts are kept: the present one and a few before it. */
const keptCalls = 10;

/**
 * What the operator typed: the number to dial, and each call's codes and note.
 *
 * Kept apart from the components, so that no change of state loses a letter.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  readonly #operator = inject(Operator);
  readonly #calls = signal<ReadonlyMap<number, CallDraft>>(new Map());

  /** The number to dial: writing it fills the dialer. */
  readonly number = signal('');
  readonly queue = signal<string | null>(null);

  /** The draft of the present call, or of the one in clerical. */
  readonly call = computed(() => {
    const call = this.#operator.agent().callNumber;
    return (call === null ? undefined : this.#calls().get(call)) ?? empty;
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

  ofCall(callNumber: number): CallDraft {
    return this.#calls().get(callNumber) ?? empty;
  }

  setCodes(codeIds: readonly string[]): void {
    this.#change({ codeIds });
  }

  setNote(note: string): void {
    this.#change({ note });
  }

  #change(change: Partial<CallDraft>): void {
    const call = this.#operator.agent().callNumber;
    if (call === null) return;
    this.#calls.update((calls) => {
      const kept = [...calls].filter(([number]) => number !== call).slice(1 - keptCalls);
      return new Map([...kept, [call, { ...(calls.get(call) ?? empty), ...change }]]);
    });
  }
}
