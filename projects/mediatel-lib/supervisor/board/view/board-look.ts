import { Injectable, computed, signal } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';

/** How high the rows are. */
export const boardDensities = ['compact', 'comfortable'] as const;
/** How high the rows are: 2.25 rem or 3 rem, on a narrow board 3.5 rem or 4.25 rem. */
export type BoardDensity = (typeof boardDensities)[number];

/** The look of the board that is kept in this browser. */
export interface StoredLook {
  /** How high the rows are. */
  readonly density: BoardDensity;
  /** The folded groups, the oldest first: the grouping and the group's key. */
  readonly folded: readonly string[];
}

/** How many folded groups are kept. */
export const mostFolded = 200;

const initialLook: StoredLook = { density: 'compact', folded: [] };

/** Decodes a stored look. Parts that can't be read get their initial value. */
export function decodeLook(value: unknown): StoredLook {
  if (typeof value !== 'object' || value === null) return initialLook;
  const fields = new Map<string, unknown>(Object.entries(value));
  const folded = fields.get('folded');
  return {
    density: boardDensities.find((known) => known === fields.get('density')) ?? initialLook.density,
    folded: Array.isArray(folded)
      ? folded.filter((key): key is string => typeof key === 'string').slice(-mostFolded)
      : initialLook.folded,
  };
}

const kept = storedValue(storedPlaces.boardLook, decodeLook);

/** The board's density and its folded groups, kept in this browser. */
@Injectable({ providedIn: 'root' })
export class BoardLook {
  readonly #look = signal(kept.read(initialLook));

  /** How high the rows are. */
  readonly density = computed(() => this.#look().density);
  /** The folded groups: the grouping and the group's key. */
  readonly folded = computed((): ReadonlySet<string> => new Set(this.#look().folded));

  /** Changes the density. */
  choose(density: BoardDensity): void {
    this.#store({ ...this.#look(), density });
  }

  /** Folds or unfolds a group. */
  toggle(group: string): void {
    const others = this.#look().folded.filter((known) => known !== group);
    const folded = this.folded().has(group) ? others : [...others, group].slice(-mostFolded);
    this.#store({ ...this.#look(), folded });
  }

  #store(look: StoredLook): void {
    this.#look.set(look);
    kept.write(look);
  }
}
