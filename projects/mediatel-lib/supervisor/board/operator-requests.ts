import { Injectable, computed, inject, signal } from '@angular/core';
import type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { OperatorEntry } from '../hub/operators';
import { HubClient } from '../hub/hub-client';

export interface SentRequest {
  readonly who: string;
  readonly outcome: SupervisorRequestOutcome['outcome'];
  /** Why the operator's tab refused; for those who help. */
  readonly reason: string | null;
}

/** What a supervisor asks of one operator at a time, and what became of it. */
@Injectable()
export class OperatorRequests {
  readonly #hub = inject(HubClient);
  readonly #writing = signal<{ readonly entry: OperatorEntry; readonly kind: 'message' | 'takePause' } | null>(null);
  readonly #last = signal<SentRequest | null>(null);

  /** What still needs words. */
  readonly writing = this.#writing.asReadonly();
  readonly last = this.#last.asReadonly();
  readonly allowed = computed<readonly SupervisorRequestKind[]>(() => this.#hub.rights()?.requests ?? []);

  begin(entry: OperatorEntry, kind: SupervisorRequestKind): void {
    this.#last.set(null);
    if (kind === 'message' || kind === 'takePause') this.#writing.set({ entry, kind });
    else void this.#ask(entry, { kind });
  }

  finish(words: string): void {
    const writing = this.#writing();
    const text = words.trim();
    if (writing === null || text === '') return;
    this.#writing.set(null);
    const { entry, kind } = writing;
    void this.#ask(entry, kind === 'message' ? { kind, text } : { kind, pause: text });
  }

  cancel(): void {
    this.#writing.set(null);
  }

  async #ask(entry: OperatorEntry, request: SupervisorRequest): Promise<void> {
    const outcome = await this.#hub.request(entry.id, request);
    const reason = outcome.outcome === 'refused' ? outcome.reason : null;
    this.#last.set({ who: entry.record().name, outcome: outcome.outcome, reason });
  }
}
