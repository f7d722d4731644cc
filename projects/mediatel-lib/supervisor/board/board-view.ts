import { DestroyRef, Injectable, NgZone, computed, effect, inject, signal, untracked } from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';
import {
  type BoardLine,
  type BoardSettings,
  type BoardState,
  type BoardOperator,
  arrange,
  boardStates,
} from './board-arrangement';
import { BoardTick } from '../hub/board-tick';
import { appearanceOf, isLive, secondsInState } from '../hub/operator-view';
import { type OperatorEntry, MediatelOperators } from '../hub/operators';
import { OperatorAlerts } from '../alerts/operator-alerts';

/** How long the pointer must rest before lines change their places (ms). */
const pointerRest = 1_500;

/** Interval at which counters and order are updated (ms). Rows show a change at once. */
const pulseInterval = 250;

const initialSettings: BoardSettings = { search: '', state: null, group: 'none', sort: 'name', descending: false };

/** The operator who has been in a state for the longest time. */
export interface Longest {
  readonly entry: OperatorEntry;
  readonly seconds: number;
}

/** The board's lines and counters. Rows change at once; their order changes only while the pointer rests. */
@Injectable()
export class BoardView {
  readonly #operators = inject(MediatelOperators);
  readonly #tick = inject(BoardTick);
  readonly #intl = inject(MediatelIntl);
  readonly #alerts = inject(OperatorAlerts);
  readonly #settings = signal(initialSettings);
  readonly #lines = signal<readonly BoardLine[]>([]);
  readonly #pulse = signal(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #arrangedVersion = -1;
  #movedAt = -Infinity;

  /** The supervisor's choice of what is shown. */
  readonly settings = this.#settings.asReadonly();
  /** The lines that are shown. */
  readonly lines = this.#lines.asReadonly();

  /** All operators, as of the last tick or pulse. */
  readonly #standings = computed((): readonly BoardOperator[] => {
    this.#pulse();
    const now = this.#tick.now();
    return untracked(() => Array.from(this.#operators.all(), (entry) => standingOf(entry, now)));
  });

  /** Number of all operators. */
  readonly total = computed(() => this.#standings().length);

  /** States with at least one operator, and their number. */
  readonly counters = computed(() => {
    const counts = new Map<BoardState, number>();
    for (const { state } of this.#standings()) counts.set(state, (counts.get(state) ?? 0) + 1);
    return boardStates.filter((state) => counts.has(state)).map((state) => ({ state, count: counts.get(state) ?? 0 }));
  });

  /** The operator with the longest after-call work; `null` for nobody. */
  readonly longestClerical = computed((): Longest | null => {
    let longest: Longest | null = null;
    for (const { entry, state, seconds } of this.#standings()) {
      if (state === 'clerical' && seconds !== null && seconds > (longest?.seconds ?? -1)) longest = { entry, seconds };
    }
    return longest;
  });

  constructor() {
    const zone = inject(NgZone);
    effect(() => {
      this.#tick.now();
      untracked(() => this.#follow());
    });
    effect(() => {
      this.#operators.version();
      if (untracked(this.#lines).length === 0) return untracked(() => this.#beat());
      this.#timer ??= zone.runOutsideAngular(() => setTimeout(() => this.#beat(), pulseInterval));
    });
    effect(() => {
      this.#alerts.chosen();
      untracked(() => this.#arrange());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  /** Changes the settings. The lines follow at once, also while the pointer moves. */
  change(change: Partial<BoardSettings>): void {
    this.#settings.update((settings) => ({ ...settings, ...change }));
    this.#arrange();
  }

  /** The pointer moved over the lines: they keep their places for a while. */
  pointerMoved(): void {
    this.#movedAt = performance.now();
  }

  /** The pointer left the lines: they may change their places. */
  pointerLeft(): void {
    this.#movedAt = -Infinity;
    this.#follow();
  }

  #beat(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pulse.update((beats) => beats + 1);
    this.#follow();
  }

  #follow(): void {
    const isFirst = this.#lines().length === 0;
    if (!isFirst && this.#operators.version() === this.#arrangedVersion && this.#settings().sort !== 'time') return;
    if (!isFirst && performance.now() - this.#movedAt < pointerRest) return;
    this.#arrange();
  }

  #arrange(): void {
    this.#arrangedVersion = this.#operators.version();
    const before = this.#lines();
    const chosen = this.#alerts.chosen();
    const standings = asBefore(this.#standings(), before).filter(({ entry }) => chosen?.has(entry.id) ?? true);
    const lines = arrange(standings, this.#settings(), this.#intl.labels().language);
    const isSame =
      lines.length === before.length &&
      lines.every((line, at) => {
        const old = before[at];
        if (old?.kind !== line.kind || old.key !== line.key) return false;
        return line.kind === 'operator' || (old.kind === 'group' && old.count === line.count);
      });
    if (!isSame) this.#lines.set(lines);
  }
}

/** The operators in the order of the lines, new ones last. Sorting a nearly sorted list needs few comparisons of names, which are slow. */
function asBefore(standings: readonly BoardOperator[], lines: readonly BoardLine[]): readonly BoardOperator[] {
  const left = new Map(standings.map((standing) => [standing.entry, standing]));
  const known: BoardOperator[] = [];
  for (const line of lines) {
    const standing = line.kind === 'operator' ? left.get(line.entry) : undefined;
    if (!standing) continue;
    known.push(standing);
    left.delete(standing.entry);
  }
  return [...known, ...left.values()];
}

function standingOf(entry: OperatorEntry, now: number | null): BoardOperator {
  const record = entry.record();
  const { name, team, presence } = record;
  return {
    entry,
    name,
    login: presence.operator,
    team,
    queue: presence.queue,
    state: isLive(record, entry.confirmedAt(), now) ? appearanceOf(record) : 'unconfirmed',
    seconds: secondsInState(record, now),
    mos: presence.quality?.mos ?? null,
  };
}
