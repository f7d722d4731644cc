import { EnvironmentInjector, Injectable, computed, inject, linkedSignal } from '@angular/core';
import { Store } from '@ngrx/store';
import { CommandActions } from 'mediatel-lib/store';
import { MediatelIntl } from 'mediatel-lib/ui';
import { Drafts } from './drafts';
import { Operator } from './operator';
import { refusalWords } from './refusal-words';

/** After-call work: which codes there are, whether they can be saved, and saving them. */
@Injectable({ providedIn: 'root' })
export class ClericalWork {
  readonly #store = inject(Store);
  readonly #operator = inject(Operator);
  readonly #drafts = inject(Drafts);
  readonly #injector = inject(EnvironmentInjector);
  readonly #text = inject(MediatelIntl).labels;

  readonly codes = computed(() => this.#operator.agent().availableCallCodes);
  readonly multiple = computed(() => this.#operator.agent().multipleCallCodeAllow);
  /** Chosen codes that this call has: a list that changed may no longer hold one. */
  readonly chosen = computed(() => {
    const known = new Set(this.codes().map(({ id }) => id));
    return this.#drafts.call().codeIds.filter((id) => known.has(id));
  });

  /** The dialog was put aside. Each clerical begins with it open. */
  readonly aside = linkedSignal({ source: this.#operator.inClerical, computation: () => false });

  readonly saving = computed(() => this.#operator.commands().statuses.saveCallCodes.status === 'pending');
  readonly saveReason = computed(() => {
    if (this.chosen().length === 0) return this.#text().why.chooseCode;
    return refusalWords(this.#operator.refusals().saveCallCodes, 'saveCallCodes', this.#text());
  });

  /** The names of codes that Mediatel may not have taken go to the clipboard, for whoever sets them right. */
  async copySaved(): Promise<void> {
    const saving = this.#operator.commands().callCodeSaving;
    const { OwnCalls } = await import('./own-calls');
    const call = this.#injector
      .get(OwnCalls)
      .calls()
      .find(({ callTraceID }) => callTraceID === saving?.callTraceID);
    const text = (call?.codes ?? saving?.codeIds ?? []).join(', ');
    await navigator.clipboard.writeText(`${saving?.callTraceID ?? ''} ${text}`.trim());
  }

  /** Saves the chosen codes; with `pauseId` that pause follows. */
  save(pauseId: string | null = null): void {
    if (this.saveReason() !== null) return;
    const { callTraceID, knownCallTraceID } = this.#operator.agent();
    this.#store.dispatch(
      CommandActions.saveCallCodes({
        callTraceID: callTraceID ?? knownCallTraceID ?? '',
        codeIds: this.chosen(),
        pauseId,
      }),
    );
  }
}
