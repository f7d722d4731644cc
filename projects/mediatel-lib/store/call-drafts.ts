import { Injectable, type Signal, signal } from '@angular/core';
import { type CallDraft, emptyDraft } from './call-draft';
import { type Drafts, type StoredDraft, draftsKey, pruneDrafts, readDrafts, writeDrafts } from './draft-storage';

/**
 * What the operator chose and typed for each call, kept by `callTraceID` over reloads, crashes and tabs.
 *
 * Kept in the browser's local storage for a day at most; other tabs of the operator see each change.
 */
@Injectable({ providedIn: 'root' })
export class CallDrafts {
  readonly #drafts = signal(readDrafts());
  /** Whether the storage holds what this page knows. */
  #isStored = true;

  /** Every draft kept, by `callTraceID`. */
  readonly all: Signal<ReadonlyMap<string, StoredDraft>> = this.#drafts.asReadonly();

  constructor() {
    // Lives as long as the page, as the service does.
    addEventListener('storage', ({ key }) => {
      // `null`: everything was cleared.
      if (key === draftsKey || key === null) this.#drafts.set(readDrafts());
    });
  }

  of(callTraceID: string): CallDraft {
    return this.#drafts().get(callTraceID) ?? emptyDraft;
  }

  change(callTraceID: string, change: Partial<CallDraft>): void {
    const drafts = this.#newest();
    const { codeIds, note } = { ...(drafts.get(callTraceID) ?? emptyDraft), ...change };
    this.#keep(new Map(drafts).set(callTraceID, { codeIds, note, changedAt: Date.now() }));
  }

  forget(callTraceID: string): void {
    const drafts = new Map(this.#newest());
    if (drafts.delete(callTraceID)) this.#keep(drafts);
  }

  #keep(drafts: ReadonlyMap<string, StoredDraft>): void {
    const kept = pruneDrafts(drafts, Date.now());
    this.#drafts.set(kept);
    this.#isStored = writeDrafts(kept);
  }

  /** Another tab may have written since, and its event may still be on its way. */
  #newest(): Drafts {
    return this.#isStored ? readDrafts(this.#drafts()) : this.#drafts();
  }
}
