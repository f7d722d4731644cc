import { Injectable } from '@angular/core';
import { recall, remember } from '../kit/remembered';

const key = (name: string): string => `verba.admin.${name}`;

/** What an administrator typed and has not saved. It outlasts another page, a failed request and a reload. */
@Injectable({ providedIn: 'root' })
export class KeptInput {
  readonly #kept = new Map<string, unknown>();

  /** The input under this name, with the fields that it lacks; `null` if there is none. */
  of<T extends object>(name: string, empty: T): T | null {
    const kept = this.#kept.get(name) ?? parsed(recall(key(name)));
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : null;
  }

  keep(name: string, input: object): void {
    this.#kept.set(name, input);
    remember(key(name), JSON.stringify(input));
  }

  drop(name: string): void {
    this.#kept.delete(name);
    remember(key(name), '');
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text || 'null');
  } catch {
    return null;
  }
}
