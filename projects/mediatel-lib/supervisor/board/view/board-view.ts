import { DestroyRef, Injectable, NgZone, computed, effect, inject, signal, untracked } from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';
import { OperatorAlerts } from '../../alerts/operator-alerts';
import { BoardTick } from '../../hub/board-tick';
import { HubHearing } from '../../hub/hub-hearing';
import { MediatelOperators } from '../../hub/operators';
import { OperatorAttention } from '../attention/operator-attention';
import { type BoardLine, type BoardOperator, type BoardSettings, arrange, fitsSettings } from './board-arrangement';
import { BoardLook } from './board-look';
import { summarise } from './board-summary';
import { type MixPart, mixesOf } from './group-mix';
import { asBefore, standingOf } from './standings';

/** How long the pointer must rest before lines change their places (ms). */
const pointerRest = 1_500;

/** Interval at which counters and order are updated (ms). Rows show a change at once. */
const pulseInterval = 250;

/** Least time between two orders by time or by alerts (ms): lines that move more often can't be read. */
const orderRest = 2_000;

const initialSettings: BoardSettings = {
  search: '',
  state: null,
  group: 'none',
  sort: 'attention',
  descending: false,
};

const noMixes: ReadonlyMap<string, readonly MixPart[]> = new Map();

/**
 * The board's lines and counters. Rows change at once; their order changes only while the pointer rests.
 *
 * Without the hub, counters and order stay as they were. Rows show their doubt.
 */
@Injectable()
export class BoardView {
  readonly #operators = inject(MediatelOperators);
  readonly #tick = inject(BoardTick);
  readonly #hearing = inject(HubHearing);
  readonly #look = inject(BoardLook);
  readonly #alerts = inject(OperatorAlerts);
  readonly #attention = inject(OperatorAttention);
  readonly #intl = inject(MediatelIntl);
  readonly #settings = signal(initialSettings);
  readonly #lines = signal<readonly BoardLine[]>([]);
  readonly #pulse = signal(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #arrangedVersion = -1;
  #arrangedTotal = 0;
  #arrangedAt = -Infinity;
  #movedAt = -Infinity;

  /** The supervisor's choice of what is shown. */
  readonly settings = this.#settings.asReadonly();
  /** The lines that are shown. */
  readonly lines = this.#lines.asReadonly();
  /** Whether what is shown is of now. */
  readonly isCurrent = this.#hearing.isHeard;

  /** All operators, as of the last tick or pulse. */
  readonly #standings = computed((): readonly BoardOperator[] => {
    this.#pulse();
    const now = this.#hearing.knownAt();
    return untracked(() => {
      const alerts = this.#attention.byOperator();
      return Array.from(this.#operators.all(), (entry) => standingOf(entry, now, alerts.get(entry.id)?.level ?? null));
    });
  });

  /** The operators of the chosen kind of alerts; all if none is chosen. */
  readonly #chosen = computed(() => {
    const ids = this.#alerts.chosen();
    return ids === null ? this.#standings() : this.#standings().filter(({ entry }) => ids.has(entry.id));
  });

  readonly #search = computed(() => this.#settings().search);
  /** All who fit the search. */
  readonly #found = computed(() =>
    this.#standings().filter(fitsSettings({ search: this.#search(), state: null }, this.#intl.labels().language)),
  );
  /** Whom the wall's figures count: all who fit the search. */
  readonly counted = computed(() => this.#found().map(({ entry }) => entry));
  /** Who has a tile on the wall: all who fit search, filter and kind of alerts, also those of a folded group. */
  readonly tiled = computed(() => {
    const fits = fitsSettings(this.#settings(), this.#intl.labels().language);
    return this.#chosen()
      .filter(fits)
      .map(({ entry }) => entry);
  });

  /** All operators, counted by state. */
  readonly summary = computed(() => summarise(this.#standings()));

  /** The states of each group's operators who fit search and filter. */
  readonly mixes = computed(() => {
    const settings = this.#settings();
    if (settings.group === 'none') return noMixes;
    const fits = fitsSettings(settings, this.#intl.labels().language);
    return mixesOf(this.#chosen().filter(fits), settings.group);
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

  /** Whether only the heading of this group is shown. */
  isFolded(key: string): boolean {
    return this.#look.folded().has(this.#nameOf(key));
  }

  /** Folds or unfolds a group. The lines follow at once. */
  fold(key: string): void {
    this.#look.toggle(this.#nameOf(key));
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

  /** Groups of the same name may differ by grouping: a team and a queue. */
  #nameOf(key: string): string {
    return `${this.#settings().group}:${key}`;
  }

  #beat(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pulse.update((beats) => beats + 1);
    this.#follow();
  }

  #follow(): void {
    if (this.#lines().length === 0) return this.#arrange();
    if (!this.isCurrent()) return;
    const now = performance.now();
    const { sort } = this.#settings();
    const followsTime = sort === 'time' || sort === 'attention';
    if (!followsTime && this.#operators.version() === this.#arrangedVersion) return;
    if (now - this.#movedAt < pointerRest) return;
    // Somebody who comes or goes is shown at once.
    const isSameCrowd = this.summary().total === this.#arrangedTotal;
    if (followsTime && isSameCrowd && now - this.#arrangedAt < orderRest) return;
    this.#arrange();
  }

  #arrange(): void {
    this.#arrangedVersion = this.#operators.version();
    this.#arrangedAt = performance.now();
    const before = this.#lines();
    const standings = asBefore(this.#chosen(), before);
    this.#arrangedTotal = this.summary().total;
    const { language } = this.#intl.labels();
    const lines = arrange(standings, this.#settings(), language, (key) => this.isFolded(key));
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
