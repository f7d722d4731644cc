import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { Session } from '../session/session';
import { readCallRecords, type CallRecord } from './call-record';

const none: readonly CallRecord[] = [];

/** The operator's own calls, the newest first. They are read again whenever one has ended. */
@Injectable({ providedIn: 'root' })
export class OwnCalls {
  readonly #session = inject(Session);
  readonly #answer = httpResource(() => (this.#session.user() ? '/api/calls' : undefined), {
    parse: readCallRecords,
    defaultValue: none,
  });

  /** The last good answer, also while the next one is pending or when it fails. */
  readonly calls = computed(() => (this.#answer.hasValue() ? this.#answer.value() : none));
  readonly failed = computed(() => this.#answer.status() === 'error');
  readonly loading = computed(() => this.#answer.status() === 'loading');

  refresh(): void {
    this.#answer.reload();
  }
}
