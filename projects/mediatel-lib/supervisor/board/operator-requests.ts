import { Injectable, computed, inject, signal } from '@angular/core';
import type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { OperatorEntry } from '../hub/operators';
import { HubClient } from '../hub/hub-client';

/** A request that was sent, and its outcome. */
export interface SentRequest {
  /** The operator's name. */
  readonly who: string;
  /** What came of it. */
  readonly outcome: SupervisorRequestOutcome['outcome'];
  /** Why the operator's tab refused, for support; `null` otherwise. */
  readonly reason: string | null;
}

/** Sends requests to operators, one at a time, and keeps the last outcome. */
@Injectable()
export class OperatorRequests {
  readonly #hub = inject(HubClient);
  readonly #writing = signal<{ readonly entry: OperatorEntry; readonly kind: 'message' | 'takePause' } | null>(null);
  readonly #last = signal<SentRequest | null>(null);

  /** The request whose text the supervisor is writing; `null` for none. */
  readonly writing = this.#writing.asReadonly();
  /** The last request with its outcome; `null` for none. */
  readonly last = this.#last.asReadonly();
  /** The kinds of requests that this supervisor may send. */
  readonly allowed = computed<readonly SupervisorRequestKind[]>(() => this.#hub.rights()?.requests ?? []);

  /** Sends a request, or asks for its text first. */
  begin(entry: OperatorEntry, kind: SupervisorRequestKind): void {
    this.#last.set(null);
    if (kind === 'message' || kind === 'takePause') this.#writing.set({ entry, kind });
    else void this.#sendRequest(entry, { kind });
  }

  /** Sends the request with its text. Does nothing when the text is empty. */
  finish(words: string): void {
    const writing = this.#writing();
    const text = words.trim();
    if (writing === null || text === '') return;
    this.#writing.set(null);
    const { entry, kind } = writing;
    void this.#sendRequest(entry, kind === 'message' ? { kind, text } : { kind, pause: text });
  }

  /** Drops the request whose text is being written. */
  cancel(): void {
    this.#writing.set(null);
  }

  async #sendRequest(entry: OperatorEntry, request: SupervisorRequest): Promise<void> {
    const outcome = await this.#hub.request(entry.id, request);
    const reason = outcome.outcome === 'refused' ? outcome.reason : null;
    this.#last.set({ who: entry.record().name, outcome: outcome.outcome, reason });
  }
}
