import type { Faults } from './decode-field';

/** A field of a snapshot that could not be read and counts as nothing. */
export interface UnreadField {
  /** The field's path; in a list, the path of the first unreadable entry. */
  readonly path: string;
  /** Why it can't be read, for developers. */
  readonly reason: string;
}

const none: readonly UnreadField[] = [];

/** The field of a path: `availableCallCodes` of `availableCallCodes[3].ID`. */
export const fieldOf = (path: string): string => path.split('[', 1)[0] ?? path;

/** Collects unreadable fields, each once: a list with thousands of unreadable entries counts once. */
export class UnreadFields implements Faults {
  #found: UnreadField[] | null = null;

  get all(): readonly UnreadField[] {
    return this.#found ?? none;
  }

  addField(path: string, reason: string): void {
    const field = fieldOf(path);
    if (this.#found?.some((known) => fieldOf(known.path) === field)) return;
    (this.#found ??= []).push({ path, reason });
  }
}
