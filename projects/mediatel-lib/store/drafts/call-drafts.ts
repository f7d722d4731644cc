import { Injectable, type Signal, inject, linkedSignal, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { type CallDraft, emptyDraft } from './call-draft';
import type { CallKey } from '../state/call/call-key';
import { CustomerTraces } from './customer-traces';
import { type Drafts, type StoredDraft, pruneDrafts, readDrafts, storedDrafts, writeDrafts } from './draft-storage';
import { linkFeature } from '../state/link-feature';
import type { SessionState } from '../state/session-state';

/** What was typed before the call's id came. */
interface EarlyDraft {
  readonly callNumber: number;
  readonly draft: CallDraft;
}

/**
 * What the operator chose and typed for each call, kept by `callTraceID` over reloads, crashes and tabs.
 *
 * Kept in the browser's local storage for a day at most, for the operator who is signed in; other tabs of the operator see
 * each change. Signing out forgets them. A call that has no id yet has its draft in this tab's memory alone.
 */
@Injectable({ providedIn: 'root' })
export class CallDrafts {
  readonly #session = inject(Store).selectSignal(linkFeature.selectSession);
  readonly #forgotten = inject(CustomerTraces).forgotten;
  /** Signing in again, and out, it is still the same operator's. A sign-out hands drafts over before it forgets them. */
  readonly #user = linkedSignal<{ readonly session: SessionState; readonly forgotten: number }, string | null>({
    source: () => ({ session: this.#session(), forgotten: this.#forgotten() }),
    computation: ({ session, forgotten }, before) => {
      if (session.status === 'signedIn') return session.user;
      const isGone = session.status === 'signedOut' && forgotten !== before?.source.forgotten;
      return isGone ? null : (before?.value ?? null);
    },
  });
  /** Another tab has written. */
  readonly #written = signal(0);
  readonly #drafts = linkedSignal<unknown, Drafts>({
    source: () => [this.#user(), this.#forgotten(), this.#written()],
    computation: () => readDrafts(this.#user()),
  });
  readonly #early = linkedSignal<unknown, EarlyDraft | null>({
    source: () => [this.#user(), this.#forgotten()],
    computation: () => null,
  });
  /** Whether the storage holds what this page knows. */
  #isStored = true;

  /** Every draft kept, by `callTraceID`. */
  readonly all: Signal<ReadonlyMap<string, StoredDraft>> = this.#drafts.asReadonly();

  constructor() {
    // Lives as long as the page, as the service does.
    storedDrafts.watch(() => {
      this.#written.update((times) => times + 1);
    });
  }

  of(callTraceID: string): CallDraft {
    return this.#drafts().get(callTraceID) ?? emptyDraft;
  }

  /** The draft of a call whose id may still be to come. */
  ofCall({ callTraceID, callNumber }: CallKey): CallDraft {
    if (callTraceID !== null && this.#drafts().has(callTraceID)) return this.of(callTraceID);
    const early = this.#early();
    return early !== null && early.callNumber === callNumber ? early.draft : emptyDraft;
  }

  /** The draft at the end of its call: what another tab wrote may not have been heard of yet. */
  latestOf(call: CallKey): CallDraft {
    this.#drafts.set(this.#newest());
    return this.ofCall(call);
  }

  change(callTraceID: string, change: Partial<CallDraft>): void {
    const drafts = this.#newest();
    const { codeIds, note } = { ...(drafts.get(callTraceID) ?? emptyDraft), ...change };
    this.#keep(new Map(drafts).set(callTraceID, { codeIds, note, changedAt: Date.now() }));
  }

  changeCall(call: CallKey, change: Partial<CallDraft>): void {
    const draft = { ...this.ofCall(call), ...change };
    if (call.callTraceID !== null) this.change(call.callTraceID, draft);
    else if (call.callNumber !== null) this.#early.set({ callNumber: call.callNumber, draft });
  }

  /** The call's id has come: what was typed before it is kept by it. */
  adopt({ callTraceID, callNumber }: CallKey): void {
    const early = this.#early();
    if (callTraceID === null || early === null || early.callNumber !== callNumber) return;
    this.change(callTraceID, early.draft);
    this.#early.set(null);
  }

  /** The call is over, and the draft has gone its way: it is there to be copied, and is not left over. */
  close(callTraceID: string): void {
    const drafts = this.#newest();
    const draft = drafts.get(callTraceID);
    if (draft !== undefined && draft.isOver !== true) {
      this.#keep(new Map(drafts).set(callTraceID, { ...draft, isOver: true }));
    }
  }

  forget(callTraceID: string): void {
    const drafts = new Map(this.#newest());
    if (drafts.delete(callTraceID)) this.#keep(drafts);
  }

  #keep(drafts: Drafts): void {
    const user = this.#user();
    // Nobody's: what is written after the sign-out is not to be kept.
    if (user === null) return;
    const kept = pruneDrafts(drafts, Date.now());
    this.#drafts.set(kept);
    this.#isStored = writeDrafts(user, kept);
  }

  /** Another tab may have written since, and its event may still be on its way. */
  #newest(): Drafts {
    return this.#isStored ? readDrafts(this.#user(), this.#drafts()) : this.#drafts();
  }
}
