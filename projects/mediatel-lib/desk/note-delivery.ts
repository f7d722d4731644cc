import { Injectable, effect, inject, untracked } from '@angular/core';
import { PhoneTab } from 'mediatel-lib/ports';
import { CALL_CONTACT_HANDLER, CALL_NOTES, type CallNote } from 'mediatel-lib/store';
import { Drafts } from './drafts';
import { Operator } from './operator';

/** Hands each call's note to the host once, when the call and its after-call work are over, saved or not. */
@Injectable({ providedIn: 'root' })
export class NoteDelivery {
  readonly #tab = inject(PhoneTab);
  readonly #handler = inject(CALL_NOTES, { optional: true });
  #last: (CallNote & { readonly callNumber: number }) | null = null;

  /** Whether a note would reach anybody. */
  readonly possible = this.#handler !== null || inject(CALL_CONTACT_HANDLER) !== null;

  constructor() {
    const { agent } = inject(Operator);
    const drafts = inject(Drafts);
    effect(() => {
      const { callNumber, knownCallTraceID, ani, callCustomerID } = agent();
      const { note } = drafts.call();
      untracked(() => {
        if (this.#last !== null && this.#last.callNumber !== callNumber) this.#deliver();
        if (callNumber === null) return;
        const before = this.#last?.callNumber === callNumber ? this.#last : null;
        this.#last = {
          callNumber,
          callTraceID: knownCallTraceID ?? before?.callTraceID ?? null,
          number: ani ?? before?.number ?? null,
          callCustomerID: callCustomerID ?? before?.callCustomerID ?? null,
          text: note.trim(),
        };
      });
    });
  }

  #deliver(): void {
    const last = this.#last;
    this.#last = null;
    // Every tab of the operator sees the call end; the host has the note once.
    if (last === null || last.text === '' || !this.#tab.leads()) return;
    const { callTraceID, number, callCustomerID, text } = last;
    this.#handler?.({ callTraceID, number, callCustomerID, text });
  }
}
