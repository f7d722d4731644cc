import { DestroyRef, Injectable, computed, inject, signal, untracked } from '@angular/core';
import type { SupervisorRequest, SupervisorRequestKind, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import { MediatelClock } from 'mediatel-lib/ports';
import type { RequestBlock } from 'mediatel-lib/ui';
import { BoardTick } from '../hub/board-tick';
import { HubClient } from '../hub/hub-client';
import { HubHearing } from '../hub/hub-hearing';
import { isLive } from '../hub/operator-view';
import { type OperatorEntry, MediatelOperators } from '../hub/operators';
import { type RequestOutcome, isDone } from './outcome-words';
import { requestBlock } from './request-block';

/** How long an outcome is shown (ms). After that it is in the log of requests. */
export const outcomeShown = 10_000;

/** How long the same request to the same operator is part of the same press (ms): a double click is one request. */
const samePress = 500;

/** A request with its outcome, as shown in the operator's row. */
export interface ShownOutcome {
  /** The operator's name. */
  readonly who: string;
  /** What was requested. */
  readonly kind: SupervisorRequestKind;
  /** What became of it. */
  readonly outcome: RequestOutcome;
}

/** Sends requests to operators, and keeps each operator's last outcome for 10 s. */
@Injectable({ providedIn: 'root' })
export class OperatorRequests {
  readonly #hub = inject(HubClient);
  readonly #hearing = inject(HubHearing);
  readonly #tick = inject(BoardTick);
  readonly #clock = inject(MediatelClock);
  readonly #operators = inject(MediatelOperators);
  readonly #outcomes = signal<ReadonlyMap<string, ShownOutcome>>(new Map());
  readonly #latest = signal<ShownOutcome | null>(null);
  /** The outcomes that a row or the side sheet shows, each as often as it is shown. */
  readonly #inPlace = signal<readonly ShownOutcome[]>([]);
  readonly #drafts = signal<ReadonlyMap<string, string>>(new Map());
  readonly #underWay = new Set<string>();
  #lastPress = { key: '', at: -Infinity };
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** The kinds of requests that this supervisor may send. */
  readonly allowed = computed<readonly SupervisorRequestKind[]>(() => this.#hub.rights()?.requests ?? []);
  /** The last outcome of all operators, for screen readers; `null` for none in the last 10 s. */
  readonly latest = this.#latest.asReadonly();

  /** The last outcome, if no row and no side sheet shows it: the operator has left the board or the filter. */
  readonly outOfPlace = computed(() => {
    const latest = this.#latest();
    return latest === null || this.#inPlace().includes(latest) ? null : latest;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      for (const timer of this.#timers.values()) clearTimeout(timer);
    });
  }

  /** The outcome that is shown for an operator; `null` for none. */
  outcomeOf(id: string): ShownOutcome | null {
    return this.#outcomes().get(id) ?? null;
  }

  /** Says that a row or the side sheet shows an outcome, until the returned function is called. */
  showInPlace(shown: ShownOutcome): () => void {
    this.#inPlace.update((all) => [...all, shown]);
    return () =>
      this.#inPlace.update((all) => {
        const at = all.indexOf(shown);
        return all.filter((_, i) => i !== at);
      });
  }

  /** Why a request would be refused now, by the operator's present state; `null` if it may be sent. */
  blockOf(entry: OperatorEntry, kind: SupervisorRequestKind): RequestBlock | null {
    // A hub that is away is no fault of the desk.
    if (!this.#hearing.isHeard()) return 'noHub';
    this.#operators.version();
    // A form may be older than the operator's return to the board.
    const present = this.#operators.get(entry.id);
    if (!present) return 'left';
    const record = present.record();
    return requestBlock(record, isLive(record, present.confirmedAt(), this.#tick.now()), kind);
  }

  /** The message that the supervisor has begun to write to an operator. It is kept until it is shown there. */
  draftOf(id: string): string {
    return this.#drafts().get(id) ?? '';
  }

  /** Keeps a message that is being written. */
  keepDraft(id: string, text: string): void {
    this.#drafts.update((drafts) => new Map([...drafts].filter(([one]) => one !== id)));
    if (text !== '') this.#drafts.update((drafts) => new Map(drafts).set(id, text));
  }

  /**
   * Sends a request, if the operator's state still allows it; otherwise says so and sends nothing.
   *
   * While the same request is on its way, and for 500 ms of the clock at least, it is not sent again: a second press does
   * nothing.
   */
  async send(entry: OperatorEntry, request: SupervisorRequest): Promise<void> {
    const key = `${entry.id} ${JSON.stringify(request)}`;
    const at = this.#clock.monotonic();
    const { key: pressed, at: pressedAt } = this.#lastPress;
    if (this.#underWay.has(key) || (key === pressed && at - pressedAt < samePress)) return;
    const { kind } = request;
    const block = untracked(() => this.blockOf(entry, kind));
    if (block !== null) return this.#show(entry, kind, { outcome: 'unsent', block });
    this.#lastPress = { key, at };
    this.#underWay.add(key);
    this.#show(entry, kind, { outcome: 'sending' });
    const outcome = this.#known(await this.#hub.request(entry.id, request));
    this.#underWay.delete(key);
    if (
      request.kind === 'message' &&
      isDone(outcome) &&
      untracked(() => this.draftOf(entry.id)).trim() === request.text
    ) {
      this.keepDraft(entry.id, '');
    }
    this.#show(entry, kind, outcome);
  }

  /** Without the hub, `away` is no answer of the desk: the hub may have passed the request on before it was lost. */
  #known(outcome: SupervisorRequestOutcome): RequestOutcome {
    return outcome.outcome === 'away' && !untracked(this.#hearing.isHeard) ? { outcome: 'unanswered' } : outcome;
  }

  #show({ id, record }: OperatorEntry, kind: SupervisorRequestKind, outcome: RequestOutcome): void {
    const shown: ShownOutcome = { who: untracked(record).name, kind, outcome };
    this.#outcomes.update((all) => new Map(all).set(id, shown));
    this.#latest.set(shown);
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.#hide(id, shown), outcomeShown),
    );
  }

  #hide(id: string, shown: ShownOutcome): void {
    this.#timers.delete(id);
    this.#outcomes.update((all) => new Map([...all].filter(([one]) => one !== id)));
    if (untracked(this.#latest) === shown) this.#latest.set(null);
  }
}
