import { Injectable, type Signal, inject, linkedSignal, signal, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { type CallDraft, emptyDraft } from './call-draft';
import type { CallKey } from '../state/call/call-key';
import { CustomerTraces } from './customer-traces';
import { type Drafts, type StoredDraft, pruneDrafts, readDrafts, storedDrafts, writeDrafts } from './draft-storage';
import { linkFeature } from '../state/link-feature';
import type { SessionState } from '../state/session-state';

/** The draft of a call whose id has not come yet. */
interface EarlyDraft {
  readonly callNumber: number;
  readonly draft: CallDraft;
}

/**
 * The codes and note that the operator drafted for each call, by `callTraceID`. They survive reloads and crashes.
 *
 * The drafts are in the browser's local storage, for a day at most and the newest 50 calls. The operator's other tabs see each
 * change. Signing out deletes them. The draft of a call without an id is only in this tab's memory.
 */
@Injectable({ providedIn: 'root' })
export class CallDrafts {
  readonly #session = inject(Store).selectSignal(linkFeature.selectSession);
  readonly #forgotten = inject(CustomerTraces).forgotten;
  /**
   * The drafts' owner. It stays the same through another sign-in, and through a sign-out until the drafts are forgotten: before
   * that they are handed over.
   */
  readonly #user = linkedSignal<{ readonly session: SessionState; readonly forgotten: number }, string | null>({
    source: () => ({ session: this.#session(), forgotten: this.#forgotten() }),
    computation: ({ session, forgotten }, before) => {
      if (session.status === 'signedIn') return session.user;
      const isGone = session.status === 'signedOut' && forgotten !== before?.source.forgotten;
      return isGone ? null : (before?.value ?? null);
    },
  });
  /** Counts the changes by other tabs. */
  readonly #written = signal(0);
  readonly #drafts = linkedSignal<unknown, Drafts>({
    source: () => [this.#user(), this.#forgotten(), this.#written()],
    computation: () => readDrafts(this.#user()),
  });
  readonly #early = linkedSignal<unknown, EarlyDraft | null>({
    source: () => [this.#user(), this.#forgotten()],
    computation: () => null,
  });
  readonly #isStored = signal(true);

  /** Every draft, by `callTraceID`. */
  readonly all: Signal<ReadonlyMap<string, StoredDraft>> = this.#drafts.asReadonly();
  /** Whether the storage holds this page's drafts. If it is full or forbidden, they last only as long as the page. */
  readonly isStored: Signal<boolean> = this.#isStored.asReadonly();

  constructor() {
    // No clean-up: the service lives as long as the page.
    storedDrafts.watch(() => {
      this.#written.update((times) => times + 1);
    });
  }

  /** The draft of a call; an empty one if there is none. Reads a signal. */
  of(callTraceID: string): CallDraft {
    return this.#drafts().get(callTraceID) ?? emptyDraft;
  }

  /** The draft of a call whose id may not have come yet; an empty one if there is none. Reads a signal. */
  ofCall({ callTraceID, callNumber }: CallKey): CallDraft {
    if (callTraceID !== null && this.#drafts().has(callTraceID)) return this.of(callTraceID);
    const early = this.#early();
    return early !== null && early.callNumber === callNumber ? early.draft : emptyDraft;
  }

  /** The draft at the end of its call. Reads the storage first: the event of another tab's change may not have arrived yet. */
  latestOf(call: CallKey): CallDraft {
    this.#drafts.set(this.#newest());
    return this.ofCall(call);
  }

  /** Changes the given fields of a call's draft and stores it. An empty draft is deleted. */
  change(callTraceID: string, change: Partial<CallDraft>): void {
    const drafts = this.#newest();
    const { codeIds, note } = { ...(drafts.get(callTraceID) ?? emptyDraft), ...change };
    this.#storeDrafts(new Map(drafts).set(callTraceID, { codeIds, note, changedAt: Date.now() }));
  }

  /** Like `change`, for a call whose id may not have come yet. */
  changeCall(call: CallKey, change: Partial<CallDraft>): void {
    const draft = { ...this.ofCall(call), ...change };
    if (call.callTraceID !== null) this.change(call.callTraceID, draft);
    else if (call.callNumber !== null) this.#early.set({ callNumber: call.callNumber, draft });
  }

  /** Stores the early draft of a call under its id, once the id has come. */
  adopt({ callTraceID, callNumber }: CallKey): void {
    const early = this.#early();
    if (callTraceID === null || early === null || early.callNumber !== callNumber) return;
    this.change(callTraceID, early.draft);
    this.#early.set(null);
  }

  /** Marks the draft of a call that is over and handed over. The text can still be copied; it does not count as left over. */
  close(callTraceID: string): void {
    const drafts = this.#newest();
    const draft = drafts.get(callTraceID);
    if (draft !== undefined && draft.isOver !== true) {
      this.#storeDrafts(new Map(drafts).set(callTraceID, { ...draft, isOver: true }));
    }
  }

  /** Deletes a call's draft. */
  forget(callTraceID: string): void {
    const drafts = new Map(this.#newest());
    if (drafts.delete(callTraceID)) this.#storeDrafts(drafts);
  }

  #storeDrafts(drafts: Drafts): void {
    const user = this.#user();
    // Nobody is signed in: the draft must not be kept.
    if (user === null) return;
    const kept = pruneDrafts(drafts, Date.now());
    this.#drafts.set(kept);
    this.#isStored.set(writeDrafts(user, kept));
  }

  /** The drafts as stored. Another tab may have changed them, and its event may not have arrived yet. */
  #newest(): Drafts {
    return untracked(this.#isStored) ? readDrafts(this.#user(), this.#drafts()) : this.#drafts();
  }
}
