import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { AgentActions } from 'mediatel-lib';
import { Session } from '../session/session';
import { readCallRecords, type CallRecord } from './call-record';

const none: readonly CallRecord[] = [];

/** The operator's own calls, the newest first. They are read again when one has ended, and when its result is saved. */
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

  constructor() {
    inject(Actions)
      .pipe(ofType(AgentActions.callEnded, AgentActions.callFailed, AgentActions.clericalEnded), takeUntilDestroyed())
      .subscribe(() => this.refresh());
  }

  refresh(): void {
    this.#answer.reload();
  }
}
