import type { AccountPlaces, StoredPlace } from './stored-places';

/** A value in the browser's storage. No method throws, although a storage may be full or forbidden. */
export interface StoredValue<T> {
  /**
   * Reads the value.
   *
   * @param otherwise The result if the storage is forbidden, or if its text can't be read.
   */
  read(otherwise: T): T;
  /** Writes the value. Returns false if the storage is full or forbidden. */
  write(value: T): boolean;
  /** Removes the value. */
  remove(): void;
  /** Calls back when another tab writes, removes (`isRemoved`) or clears the value. */
  watch(changed: (isRemoved: boolean) => void): void;
}

interface Wording<T> {
  readonly parse: (text: string | null) => T;
  readonly print: (value: T) => string | null;
}

/** A forbidden storage throws at access, a full one at writing. Anybody may have written any text to it. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

function stored<T>({ key, hadHyphen, ofTab }: StoredPlace, { parse, print }: Wording<T>): StoredValue<T> {
  const formerKey = hadHyphen && key.replace('.', '-');
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
      // A server has no storage events.
      globalThis.addEventListener?.('storage', (event) => {
        // No key: the whole storage was cleared.
        if (event.key === key || event.key === null) changed(event.newValue === null);
      });
    },
  };
}

/** The keys in use at a place of accounts; none if the storage is forbidden. */
export const storedNames = ({ key }: AccountPlaces): readonly string[] =>
  attempt(() => Object.keys(localStorage), []).filter((name) => `${name} `.startsWith(`${key} `));

/** A value stored as JSON. `decode` gets whatever was stored, by anybody; `null` if nothing was. */
export const storedValue = <T>(place: StoredPlace, decode: (kept: unknown) => T): StoredValue<T> =>
  stored(place, { parse: (text) => decode(JSON.parse(text ?? 'null')), print: (value) => JSON.stringify(value) });

/** A text stored unchanged; `null` if there is none. */
export const storedText = (place: StoredPlace): StoredValue<string | null> =>
  stored(place, { parse: (text) => text, print: (text) => text });
