import type { StoredPlace } from './stored-places';

/** A value kept in the browser. Nothing here throws: a storage may be full, or forbidden altogether. */
export interface StoredValue<T> {
  /**
   * Reads the value.
   *
   * @param otherwise What counts where the storage is forbidden, or holds what can't be read.
   */
  read(otherwise: T): T;
  /** Writes the value; `false` where the storage is full or forbidden. */
  write(value: T): boolean;
  /** Removes the value. */
  remove(): void;
  /** Calls back when another tab writes, removes (`isRemoved`) or clears it. */
  watch(changed: (isRemoved: boolean) => void): void;
}

interface Wording<T> {
  readonly parse: (text: string | null) => T;
  readonly print: (value: T) => string | null;
}

/** Forbidden storage throws when it is touched, a full one when it is written, and anybody may have written to it. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

function stored<T>({ key, formerKey, ofTab }: StoredPlace, { parse, print }: Wording<T>): StoredValue<T> {
  const storage = (): Storage => (ofTab ? sessionStorage : localStorage);
  const textOf = (name: string | undefined): string | null => (name === undefined ? null : storage().getItem(name));
  const removeFormer = (): void => {
    if (formerKey !== undefined) storage().removeItem(formerKey);
  };
  const remove = (): void => {
    attempt(() => {
      storage().removeItem(key);
      removeFormer();
    }, undefined);
  };
  return {
    read: (otherwise) => attempt(() => parse(textOf(key) ?? textOf(formerKey)), otherwise),
    write: (value) =>
      attempt(() => {
        const text = print(value);
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
        removeFormer();
        return true;
      }, false),
    remove,
    watch: (changed) => {
      addEventListener('storage', (event) => {
        // Without a key: everything was cleared.
        if (event.key === key || event.key === null) changed(event.newValue === null);
      });
    },
  };
}

/** A value kept as JSON. `decode` reads what was kept, whoever wrote it; it is given `null` where there is nothing. */
export const storedValue = <T>(place: StoredPlace, decode: (kept: unknown) => T): StoredValue<T> =>
  stored(place, { parse: (text) => decode(JSON.parse(text ?? 'null')), print: (value) => JSON.stringify(value) });

/** A text kept as it is; `null` where there is none. */
export const storedText = (place: StoredPlace): StoredValue<string | null> =>
  stored(place, { parse: (text) => text, print: (text) => text });
