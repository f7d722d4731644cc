import { Injectable } from '@angular/core';
import { recall, remember } from '../kit/remembered';

const key = (id: string): string => `verba.scenario-draft.${id}`;

/** Texts that a trainer has not saved yet. They outlast a reload; without storage they last as long as the page. */
@Injectable({ providedIn: 'root' })
export class ScenarioDrafts {
  readonly #drafts = new Map<string, string>();

  /** The unsaved text of a scenario; `null` if there is none. `''` is the scenario that has no id yet. */
  of(id: string): string | null {
    return this.#drafts.get(id) ?? (recall(key(id)) || null);
  }

  keep(id: string, text: string): void {
    this.#drafts.set(id, text);
    remember(key(id), text);
  }

  drop(id: string): void {
    this.#drafts.delete(id);
    remember(key(id), '');
  }
}
