import { Injectable, signal } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { type BoardSettings, boardGroups, boardSorts } from './board-arrangement';
import { type BoardFilter, boardStates } from './board-state';

/** The board's layouts. */
export const boardLayouts = ['rows', 'tiles'] as const;
/** The board's layout: a table or tiles. */
export type BoardLayout = (typeof boardLayouts)[number];

/** The board's settings and layout, saved by name. */
export interface SavedView extends BoardSettings {
  /** The view's name; unique. */
  readonly name: string;
  /** The layout. */
  readonly layout: BoardLayout;
}

/** How many views are kept: a person can't tell more apart. */
export const mostViews = 30;
/** The longest name of a view, in characters. */
export const longestViewName = 60;

/** The stored views; `null` when nothing is stored. */
const kept = storedValue(storedPlaces.boardViews, (value) => (value === null ? null : decodeViews(value)));

/**
 * Views by name, kept in this browser.
 *
 * Stored views that can't be read are ignored. If the browser forbids storage, views last as long as the page.
 */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  readonly #views = signal<readonly SavedView[]>(kept.read(null) ?? []);

  /** The saved views, the oldest first. */
  readonly views = this.#views.asReadonly();

  /** Saves a view. It replaces one of the same name; beyond `mostViews` the oldest is dropped. Ignores an empty name. */
  save(view: SavedView): void {
    const name = view.name.trim().slice(0, longestViewName);
    if (name === '') return;
    // Another tab may have changed the stored views.
    const others = this.#present().filter((known) => known.name !== name);
    this.#storeViews([...others, { ...view, name }].slice(-mostViews));
  }

  /** Deletes the view with this name. */
  remove(name: string): void {
    this.#storeViews(this.#present().filter((known) => known.name !== name));
  }

  #storeViews(views: readonly SavedView[]): void {
    this.#views.set(views);
    kept.write(views);
  }

  #present(): readonly SavedView[] {
    return kept.read(null) ?? this.#views();
  }
}

/** Decodes stored views. Each complete one counts once; everything else is left out. */
export function decodeViews(value: unknown): readonly SavedView[] {
  if (!Array.isArray(value)) return [];
  const views = new Map<string, SavedView>();
  for (const item of value.slice(0, mostViews)) {
    const view = decodeView(item);
    if (view) views.set(view.name, view);
  }
  return [...views.values()];
}

const filters: readonly BoardFilter[] = ['attention', ...boardStates];

function decodeView(value: unknown): SavedView | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const name = fields.get('name');
  const search = fields.get('search');
  const group = boardGroups.find((known) => known === fields.get('group'));
  const sort = boardSorts.find((known) => known === fields.get('sort'));
  const layout = boardLayouts.find((known) => known === fields.get('layout'));
  const state = fields.get('state') === null ? null : filters.find((known) => known === fields.get('state'));
  const descending = fields.get('descending');
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestViewName) return null;
  if (typeof search !== 'string' || search.length > 200 || typeof descending !== 'boolean') return null;
  if (!group || !sort || !layout || state === undefined) return null;
  return { name, search, state, group, sort, descending, layout };
}
