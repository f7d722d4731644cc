import { Injectable, signal } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { type BoardSettings, boardGroups, boardSorts, boardStates } from './board-arrangement';

export const boardLayouts = ['rows', 'tiles'] as const;
export type BoardLayout = (typeof boardLayouts)[number];

/** How a board was arranged when it was saved. */
export interface SavedView extends BoardSettings {
  readonly name: string;
  readonly layout: BoardLayout;
}

/** More than a person tells apart. */
export const mostViews = 30;
export const longestViewName = 60;

/** `null`: nothing is kept. */
const kept = storedValue(storedPlaces.boardViews, (value) => (value === null ? null : decodeViews(value)));

/** Views by name, kept in this browser. What is stored and can't be read counts as nothing; where storage is forbidden, they last as long as the page. */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  readonly #views = signal<readonly SavedView[]>(kept.read(null) ?? []);

  readonly views = this.#views.asReadonly();

  /** Keeps the view; another of the same name is replaced, beyond `mostViews` the oldest goes. */
  save(view: SavedView): void {
    const name = view.name.trim().slice(0, longestViewName);
    if (name === '') return;
    // As another tab may have left it.
    const others = this.#present().filter((known) => known.name !== name);
    this.#keep([...others, { ...view, name }].slice(-mostViews));
  }

  remove(name: string): void {
    this.#keep(this.#present().filter((known) => known.name !== name));
  }

  #keep(views: readonly SavedView[]): void {
    this.#views.set(views);
    kept.write(views);
  }

  #present(): readonly SavedView[] {
    return kept.read(null) ?? this.#views();
  }
}

/** The views in what was stored: each that is whole, once; whatever else is there is left out. */
export function decodeViews(value: unknown): readonly SavedView[] {
  if (!Array.isArray(value)) return [];
  const views = new Map<string, SavedView>();
  for (const item of value.slice(0, mostViews)) {
    const view = decodeView(item);
    if (view) views.set(view.name, view);
  }
  return [...views.values()];
}

function decodeView(value: unknown): SavedView | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const name = fields.get('name');
  const search = fields.get('search');
  const group = boardGroups.find((known) => known === fields.get('group'));
  const sort = boardSorts.find((known) => known === fields.get('sort'));
  const layout = boardLayouts.find((known) => known === fields.get('layout'));
  const state = fields.get('state') === null ? null : boardStates.find((known) => known === fields.get('state'));
  const descending = fields.get('descending');
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestViewName) return null;
  if (typeof search !== 'string' || search.length > 200 || typeof descending !== 'boolean') return null;
  if (!group || !sort || !layout || state === undefined) return null;
  return { name, search, state, group, sort, descending, layout };
}
