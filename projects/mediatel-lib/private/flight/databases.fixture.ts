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

/** All chunks that are stored now. */
export async function storedChunks(databases: IDBFactory): Promise<readonly FlightChunk[]> {
  const database = await openFlightDatabase(databases);
  const chunks = await requested<FlightChunk[]>(database.transaction(chunkStore).objectStore(chunkStore).getAll());
  database.close();
  return chunks;
}
