import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { BoardTick } from '../../hub/board-tick';
import { HubHearing } from '../../hub/hub-hearing';
import { MediatelOperators } from '../../hub/operators';
import { type BoardState, boardStateOf } from '../view/board-state';

/** The operators of each state at one moment. */
export interface CountSample {
  /** Milliseconds since the epoch, by the hub's clock. */
  readonly at: number;
  /** Number of operators by state. A state without operators has no entry. */
  readonly counts: ReadonlyMap<BoardState, number>;
}

/** Time between two samples (ms). */
export const sampleInterval = 10_000;
/** How long samples are kept (ms). */
export const historySpan = 30 * 60_000;

/**
 * How many operators were in each state in the last 30 minutes.
 *
 * Nobody else keeps it: it begins with the first board of the page. It goes on while any view of the supervisor holds the
 * connection to the hub. Without the hub nothing is counted, so the history has a gap.
 */
@Injectable({ providedIn: 'root' })
export class CountHistory {
  readonly #operators = inject(MediatelOperators);
  readonly #hearing = inject(HubHearing);
  readonly #samples = signal<readonly CountSample[]>([]);

  /** The samples of the last 30 minutes, the oldest first. */
  readonly samples = this.#samples.asReadonly();

  constructor() {
    const tick = inject(BoardTick);
    effect(() => {
      const now = tick.now();
      untracked(() => this.#follow(now));
    });
  }

  #follow(now: number | null): void {
    // Before the first snapshot there is nobody to count, which is not the same as nobody at work.
    if (now === null || !this.#hearing.isHeard() || this.#operators.version() === 0) return;
    const samples = this.#samples();
    const last = samples.at(-1)?.at ?? -Infinity;
    if (now >= last && now - last < sampleInterval) return;
    const counts = new Map<BoardState, number>();
    for (const entry of this.#operators.all()) {
      const state = boardStateOf(entry.record(), entry.confirmedAt(), now);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    // A clock that was set back makes the old samples useless.
    const kept = samples.filter(({ at }) => at <= now && now - at < historySpan);
    this.#samples.set([...kept, { at: now, counts }]);
  }
}
