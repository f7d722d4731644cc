import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { Store } from '@ngrx/store';
import type { CallCode } from 'mediatel-lib/protocol';
import { CallDrafts, CommandActions } from 'mediatel-lib/store';
import { MediatelIntl } from 'mediatel-lib/ui';
import { OperatorInput } from '../state/operator-input';
import { MediatelOperator } from '../state/operator';
import { refusalWords } from '../state/refusal-words';

/** After-call work: which codes there are, whether they can be saved, and saving them. */
@Injectable({ providedIn: 'root' })
export class ClericalWork {
  readonly #store = inject(Store);
  readonly #operator = inject(MediatelOperator);
  readonly #drafts = inject(OperatorInput);
  readonly #stored = inject(CallDrafts);
  readonly #text = inject(MediatelIntl).labels;

  readonly codes = computed(() => this.#operator.agent().availableCallCodes);
  readonly multiple = computed(() => this.#operator.agent().multipleCallCodeAllow);
  /** Chosen codes that this call has: a list that changed may no longer hold one. */
  readonly chosen = computed(() => {
    const known = new Set(this.codes().map(({ id }) => id));
    return this.#drafts.call().codeIds.filter((id) => known.has(id));
  });

  /** The dialog was put aside. Each clerical begins with it open. */
  readonly aside = linkedSignal({
    // The next call's clerical may follow at once, where what lies between was missed.
    source: () => (this.#operator.inClerical() ? this.#operator.agent().callNumber : null),
    computation: () => false,
  });

  readonly saving = computed(() => this.#operator.commands().statuses.saveCallCodes.status === 'pending');
  readonly saveReason = computed(() => {
    if (this.chosen().length === 0) return this.#text().why.chooseCode;
    return refusalWords(this.#operator.refusals().saveCallCodes, 'saveCallCodes', this.#text());
  });

  /** The names of the last codes offered: Mediatel takes the list away with clerical. */
  readonly #names = linkedSignal<readonly CallCode[], ReadonlyMap<string, string>>({
    source: this.codes,
    computation: (codes, before) =>
      codes.length > 0
        ? new Map(codes.map(({ id, name }) => [id, name]))
        : (before?.value ?? new Map<string, string>()),
  });
  /** The codes and the note that Mediatel may not have taken; `null` where there are none. */
  readonly unconfirmed = computed(() => {
    const names = this.#names();
    const saving = this.#operator.commands().callCodeSaving;
    if (saving?.status !== 'unconfirmed') return null;
    const codes = saving.codeIds.map((id) => names.get(id) ?? id).join(', ');
    const note = saving.callTraceID === null ? '' : this.#stored.of(saving.callTraceID).note.trim();
    return [codes, note].filter(Boolean).join(' · ');
  });

  /** The browser did not let the clipboard be written to: what is to be copied must be copied by hand. */
  readonly copyRefused = linkedSignal({ source: this.unconfirmed, computation: () => false });

  /** What Mediatel may not have taken goes to the clipboard, for whoever sets it right; `false` where the browser refuses. */
  async copyUnconfirmed(): Promise<boolean> {
    const callTraceID = this.#operator.commands().callCodeSaving?.callTraceID ?? '';
    try {
      await navigator.clipboard.writeText(`${callTraceID} ${this.unconfirmed() ?? ''}`.trim());
      return true;
    } catch {
      // Refused by the browser or the operator, or, without https, not there at all.
      this.copyRefused.set(true);
      return false;
    }
  }

  /** Saves the chosen codes; with `pauseId` that pause follows. */
  save(pauseId: string | null = null): void {
    if (this.saveReason() !== null) return;
    const { knownCallTraceID: callTraceID, callNumber } = this.#operator.agent();
    const codeIds = this.chosen();
    this.#store.dispatch(CommandActions.saveCallCodes({ callTraceID, callNumber, codeIds, pauseId }));
  }
}
