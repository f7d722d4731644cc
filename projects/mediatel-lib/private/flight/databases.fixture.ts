import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { deserialize, serialize } from 'node:v8';
import type { FlightChunk } from './flight-chunk';
import { chunkStore, openFlightDatabase, requested } from './flight-database';

/** jsdom has none. */
const structuredClone = (value: unknown): unknown => deserialize(serialize(value));

/** Gives the test's window databases of its own. jsdom has none. */
export function withDatabases(): IDBFactory {
  const indexedDB = new IDBFactory();
  Object.assign(globalThis, { indexedDB, IDBKeyRange, structuredClone });
  return indexedDB;
}

/** Takes the databases away again. */
export function withoutDatabases(): void {
  Reflect.deleteProperty(globalThis, 'indexedDB');
}

/** All values that one of the database's stores holds now. */
export async function storedIn(databases: IDBFactory, store: string): Promise<readonly unknown[]> {
  const database = await openFlightDatabase(databases);
  const values = await requested<unknown[]>(database.transaction(store).objectStore(store).getAll());
  database.close();
  return values;
}

/** All chunks that are stored now. */
export const storedChunks = async (databases: IDBFactory): Promise<readonly FlightChunk[]> =>
  (await storedIn(databases, chunkStore)) as FlightChunk[];
