import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { Store } from '@ngrx/store';
import type { CallCode } from 'mediatel-lib/protocol';
import { CallDrafts, CommandActions } from 'mediatel-lib/store';
import { MediatelIntl } from 'mediatel-lib/ui';
import { OperatorInput } from '../state/operator-input';
import { MediatelOperator } from '../state/operator';
import { refusalWords } from '../state/refusal-words';

/** The after-call work of the present call: its codes, whether they can be saved, and saving them. */
@Injectable({ providedIn: 'root' })
export class ClericalWork {
  readonly #store = inject(Store);
  readonly #operator = inject(MediatelOperator);
  readonly #drafts = inject(OperatorInput);
  readonly #stored = inject(CallDrafts);
  readonly #text = inject(MediatelIntl).labels;

  /** The call codes that Mediatel offers for this call. */
  readonly codes = computed(() => this.#operator.agent().availableCallCodes);
  /** Whether several codes may be chosen. */
  readonly multiple = computed(() => this.#operator.agent().multipleCallCodeAllow);
  /** Ids of the chosen codes, in the order of choosing. Codes that Mediatel no longer offers are left out. */
  readonly chosen = computed(() => {
    const known = new Set(this.codes().map(({ id }) => id));
    return this.#drafts.call().codeIds.filter((id) => known.has(id));
  });

  /** Whether the dialog is minimised. Each after-call work begins with it open. */
  readonly aside = linkedSignal({
    // The next call's clerical may follow at once, if the snapshots between were missed.
    source: () => (this.#operator.inClerical() ? this.#operator.agent().callNumber : null),
    computation: () => false,
  });

  /** Whether the codes were sent and Mediatel has not answered yet. */
  readonly saving = computed(() => this.#operator.commands().statuses.saveCallCodes.status === 'pending');
  /** Why the codes can't be saved now, in words; `null` when they can. */
  readonly saveReason = computed(() => {
    if (this.chosen().length === 0) return this.#text().why.chooseCode;
    return refusalWords(this.#operator.refusals().saveCallCodes, 'saveCallCodes', this.#text());
  });

  /** Names of the codes that were offered last. Mediatel removes the list when clerical ends. */
  readonly #names = linkedSignal<readonly CallCode[], ReadonlyMap<string, string>>({
    source: this.codes,
    computation: (codes, before) =>
      codes.length > 0
        ? new Map(codes.map(({ id, name }) => [id, name]))
        : (before?.value ?? new Map<string, string>()),
  });
  /** The codes and the note that Mediatel may not have saved, as one text; `null` when there are none. */
  readonly unconfirmed = computed(() => {
    const names = this.#names();
    const saving = this.#operator.commands().callCodeSaving;
    if (saving?.status !== 'unconfirmed') return null;
    const codes = saving.codeIds.map((id) => names.get(id) ?? id).join(', ');
    const note = saving.callTraceID === null ? '' : this.#stored.of(saving.callTraceID).note.trim();
    return [codes, note].filter(Boolean).join(' · ');
  });

  /** Whether the browser refused to write to the clipboard, so that the operator must copy by hand. */
  readonly copyRefused = linkedSignal({ source: this.unconfirmed, computation: () => false });

  /** Copies `unconfirmed` with its trace id to the clipboard, for the person who corrects it. `false` if the browser refuses. */
  async copyUnconfirmed(): Promise<boolean> {
    const callTraceID = this.#operator.commands().callCodeSaving?.callTraceID ?? '';
    try {
      await navigator.clipboard.writeText(`${callTraceID} ${this.unconfirmed() ?? ''}`.trim());
      return true;
    } catch {
      // The browser or the operator may refuse. Without https there is no clipboard.
      this.copyRefused.set(true);
      return false;
    }
  }

  /** Why no pause can be planned now, in words; `null` when one can. */
  readonly pauseReason = computed(() => refusalWords(this.#operator.refusals().pause, 'pause', this.#text()));

  /** Carries out a choice from the pauses beside Save: saves and pauses, or plans the pause while nothing can be saved. */
  pauseAfter(pauseId: string, saves: boolean): void {
    if (saves) this.save(pauseId);
    else this.#store.dispatch(CommandActions.takePause({ pauseId }));
  }

  /** Saves the chosen codes, unless there is a `saveReason`. `pauseId` names the pause that follows. */
  save(pauseId: string | null = null): void {
    if (this.saveReason() !== null) return;
    const { knownCallTraceID: callTraceID, callNumber } = this.#operator.agent();
    const codeIds = this.chosen();
    this.#store.dispatch(CommandActions.saveCallCodes({ callTraceID, callNumber, codeIds, pauseId }));
  }
}
