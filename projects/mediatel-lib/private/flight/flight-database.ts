/** The store of chunks. Its indexes: `user`, and `age`, which is `[to, characters]`. */
export const chunkStore = 'chunks';
/** The store of the operators' sessions in this browser, by `user`. */
export const sessionStore = 'sessions';
/** The store of sessions that were forgotten, by `session`. Its index: `at`, the time of forgetting (ms since the epoch). */
export const forgottenStore = 'forgotten';
/** All stores, for a transaction that forgets. */
export const allStores = [chunkStore, sessionStore, forgottenStore] as const;
const databaseName = 'mediatel.flight';

/** The browser's databases; `null` if there are none. A browser may forbid even to look. */
export function browserDatabases(): IDBFactory | null {
  try {
    return (globalThis.indexedDB as IDBFactory | undefined) ?? null;
  } catch {
    return null;
  }
}

/** The result of a request. Rejects with its error. */
export const requested = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason'));
  });

/** Resolves when a transaction is complete. A full storage aborts it. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('no reason'));
  });

/** Opens the recorder's database. Rejects if the browser has none for this page, as in some private windows. */
export async function openFlightDatabase(factory: IDBFactory | null): Promise<IDBDatabase> {
  if (factory === null) throw new Error('no databases');
  const opening = factory.open(databaseName, 2);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      const chunks = opening.result.createObjectStore(chunkStore, { keyPath: ['part', 'turn'] });
      chunks.createIndex('user', 'user');
      chunks.createIndex('age', ['to', 'characters']);
    }
    opening.result.createObjectStore(sessionStore, { keyPath: 'user' });
    opening.result.createObjectStore(forgottenStore, { keyPath: 'session' }).createIndex('at', 'at');
  };
  const database = await requested(opening);
  // Somebody deletes the database, or a later version changes it.
  database.onversionchange = () => database.close();
  return database;
}
