import type { Faults } from './decode-field';

/** A field of a snapshot that could not be read and counts as nothing; in a list, the first such entry's `path`. */
export interface UnreadField {
  readonly path: string;
  readonly reason: string;
}

const none: readonly UnreadField[] = [];

/** The field itself of a path: `availableCallCodes` of `availableCallCodes[3].ID`. */
export const fieldOf = (path: string): string => path.split('[', 1)[0] ?? path;

/** Gathers what could not be read, each field once: a list of thousands is no more than one. */
export class UnreadFields implements Faults {
  #found: UnreadField[] | null = null;

  get all(): readonly UnreadField[] {
    return this.#found ?? none;
  }

  note(path: string, reason: string): void {
    const field = fieldOf(path);
    if (this.#found?.some((known) => fieldOf(known.path) === field)) return;
    (this.#found ??= []).push({ path, reason });
  }
}
