import { randomId } from 'mediatel-lib/protocol';
import type { FlightChunk } from './flight-chunk';
import { forgetSession, forgetUser, isForgotten, joinSession, rejoinSession, requireSession } from './archive-sessions';
import { allStores, chunkStore, completed, forgottenStore, openFlightDatabase, requested } from './flight-database';
import type { FlightStorage } from './flight-file';
import type { TapeLimits, TapedEntry } from './flight-tape';

/** How many tabs' recordings of full length the database holds. */
const mostTabs = 4;
/** The whole database is pruned after so many chunks. */
const pruneEvery = 100;

/** A storage that does not answer within this time never will (ms). */
const patience = 10_000;

/** What is written at a time. */
export interface ArchiveBatch {
  /** The entries since the last batch. */
  readonly entries: readonly TapedEntry[];
  /** Where the tape begins: what is older is deleted. */
  readonly beginsAt: number;
  /** The state at that time: entries that still hold although they are older. */
  readonly lasting: readonly TapedEntry[];
  /** Wall clock minus monotonic clock (ms). */
  readonly origin: number;
}

/** What one page writes from its load or its sign-in on. */
interface ArchivePart {
  readonly id: string;
  /** The operator's session in this browser; `null` until the storage has answered. */
  session: string | null;
}

/** Settings of an archive. */
export interface ArchiveSettings {
  /** The browser's databases; `null` if there are none. */
  readonly databases: IDBFactory | null;
  readonly limits: TapeLimits;
  /** The browser's tab; the same after a reload. */
  readonly tab: string;
}

/**
 * Keeps the recordings of this browser's pages in its storage: one operator's, each page in a part of its own.
 *
 * No method rejects. If the storage fails, nothing is written any more, and `storage` says why.
 */
export class FlightArchive {
  #storage: FlightStorage = 'browser';
  #database: Promise<IDBDatabase> | null = null;
  /** Work in its order. */
  #queue: Promise<unknown> = Promise.resolve();
  #user: string | null = null;
  #part: ArchivePart = { id: '', session: null };
  #turn = 0;
  #turnsSince = 0;
  /** The chunks of this part that are stored. */
  #own: { readonly turn: number; readonly lastAt: number }[] = [];
  readonly #settings: ArchiveSettings;

  constructor(settings: ArchiveSettings) {
    this.#settings = settings;
    void this.#run((database) => this.#prune(database));
  }

  /** Where entries are kept now. */
  get storage(): FlightStorage {
    return this.#storage;
  }

  /** Begins a part of this operator. Deletes what other operators left. */
  begin(user: string): void {
    this.#beginPart(user, joinSession);
  }

  #beginPart(user: string, join: typeof joinSession): void {
    this.#user = user;
    const part: ArchivePart = { id: randomId(), session: null };
    this.#part = part;
    this.#turn = 0;
    this.#own = [];
    void this.#run((database) => {
      const transaction = database.transaction(allStores, 'readwrite');
      join(transaction, user, (session) => (part.session = session));
      return completed(transaction);
    });
  }

  /**
   * Writes entries, and deletes this part's that are too old.
   *
   * Nothing is written if another tab has forgotten the operator meanwhile. A page that still works then begins again,
   * unless another operator has begun.
   */
  write({ entries, beginsAt, lasting, origin }: ArchiveBatch): Promise<void> {
    const [first, last] = [entries[0], entries.at(-1)];
    const [user, part] = [this.#user, this.#part];
    if (user === null || first === undefined || last === undefined) return Promise.resolve();
    const head = { user, tab: this.#settings.tab, part: part.id, origin };
    const chunkOf = (turn: number, from: number, texts: readonly TapedEntry[]): FlightChunk => ({
      ...head,
      ...{ turn, from: origin + from, to: origin + last.at, characters: lengthOf(texts), entries: texts },
    });
    const chunk = chunkOf(++this.#turn, first.at, entries);
    const old = this.#own.filter(({ lastAt }) => lastAt < beginsAt);
    this.#own = [...this.#own.filter(({ lastAt }) => lastAt >= beginsAt), { turn: chunk.turn, lastAt: last.at }];
    this.#turnsSince += 1;
    const isDue = this.#turnsSince >= pruneEvery;
    if (isDue) this.#turnsSince = 0;
    return this.#run(async (database) => {
      if (part.session === null) return;
      const stores = [chunkStore, forgottenStore];
      const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
      const store = transaction.objectStore(chunkStore);
      requireSession(transaction, part.session);
      store.put(chunk);
      for (const { turn } of old) store.delete([head.part, turn]);
      if (old.length > 0) store.put(chunkOf(0, lasting[0]?.at ?? first.at, lasting));
      // A page that is being closed has no time to wait for the browser's own commit.
      transaction.commit();
      try {
        await completed(transaction);
      } catch (error) {
        if (!isForgotten(error)) throw error;
        if (this.#part === part && this.#user === user) this.#beginPart(user, rejoinSession);
      }
      if (isDue) await this.#prune(database);
    });
  }

  /** The operator's chunks of other pages, in any order. */
  async earlier(): Promise<readonly FlightChunk[]> {
    const [user, { id: part }] = [this.#user, this.#part];
    let chunks: readonly FlightChunk[] = [];
    if (user === null) return chunks;
    await this.#run(async (database) => {
      const store = database.transaction(chunkStore).objectStore(chunkStore);
      chunks = await requested<FlightChunk[]>(store.index('user').getAll(user));
    });
    const oldest = Date.now() - this.#settings.limits.milliseconds;
    return chunks.filter((chunk) => chunk.part !== part && chunk.to >= oldest);
  }

  /**
   * Deletes the operator's chunks of all pages; all chunks if nobody is signed in here. What another page writes later
   * is refused.
   */
  forget(): Promise<void> {
    const [user, part] = [this.#user, this.#part];
    this.#user = null;
    this.#own = [];
    return this.#run((database) => {
      const transaction = database.transaction(allStores, 'readwrite');
      if (user !== null && part.session !== null) forgetSession(transaction, user, part.session);
      else forgetUser(transaction, user);
      return completed(transaction);
    }, true);
  }

  /** Deletes what is too old, and the oldest chunks of a database that is too large. */
  async #prune(database: IDBDatabase): Promise<void> {
    const { milliseconds, characters } = this.#settings.limits;
    const oldest = Date.now() - milliseconds;
    const transaction = database.transaction(chunkStore, 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore(chunkStore);
    const cursors = store.index('age').openKeyCursor(null, 'prev');
    let total = 0;
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (cursor === null) return;
      const [to, length] = cursor.key as [to: number, characters: number];
      total += length;
      if (to < oldest || total > characters * mostTabs) store.delete(cursor.primaryKey);
      cursor.continue();
    };
    await completed(transaction);
  }

  /**
   * Works on the database after all earlier work. A connection that was lost is opened again, once.
   *
   * `always`: also in a storage that was full or too slow before.
   */
  #run(work: (database: IDBDatabase) => Promise<void>, always = false): Promise<void> {
    const attempt = async (): Promise<void> => {
      this.#database ??= openFlightDatabase(this.#settings.databases);
      await work(await this.#database);
    };
    const again = async (error: unknown): Promise<void> => {
      if (isFull(error)) throw error;
      this.#database = null;
      return attempt();
    };
    const done = this.#queue.then(async () => {
      if (this.#storage !== 'browser' && !always) return;
      try {
        await inTime(attempt()).catch((error: unknown) => inTime(again(error)));
      } catch (error) {
        this.#storage = isFull(error) ? 'full' : 'blocked';
      }
    });
    this.#queue = done;
    return done;
  }
}

/** The work's result. Rejects if it takes too long: what waits behind it would fill the memory. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patience);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const isFull = (error: unknown): boolean => (error as Partial<DOMException> | null)?.name === 'QuotaExceededError';
const lengthOf = (entries: readonly TapedEntry[]): number => entries.reduce((sum, { text }) => sum + text.length, 0);
