import { jest } from '@jest/globals';
import { type IDBFactory, IDBIndex, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { storedChunks, storedIn, withDatabases, withoutDatabases } from './databases.fixture';
import { type ArchiveBatch, FlightArchive } from './flight-archive';
import { requested } from './flight-database';
import type { TapedEntry } from './flight-tape';

const limits = { milliseconds: 60_000, characters: 100 };
let databases: IDBFactory;

const entry = (at: number, text = `${at}`): TapedEntry => ({ at, kind: 'page', text });

const batch = (...entries: readonly TapedEntry[]): ArchiveBatch => ({
  ...{ entries, beginsAt: -Infinity, lasting: [], origin: Date.now() },
});

function archiveOf(user: string, tab = 'tab'): FlightArchive {
  const archive = new FlightArchive({ databases, limits, tab });
  archive.begin(user);
  return archive;
}

const textsOf = async (archive: FlightArchive): Promise<string[]> =>
  (await archive.earlier()).flatMap(({ entries }) => entries.map(({ text }) => text));

beforeEach(() => (databases = withDatabases()));

afterEach(() => {
  jest.restoreAllMocks();
  withoutDatabases();
});

describe('a flight archive', () => {
  it('gives the next page what this one wrote, and a page nothing of its own', async () => {
    const page = archiveOf('a');
    await page.write(batch(entry(1), entry(2)));
    await page.write(batch(entry(3)));
    expect(await textsOf(page)).toEqual([]);
    expect(await textsOf(archiveOf('a'))).toEqual(['1', '2', '3']);
    expect(page.storage).toBe('browser');
  });

  it('keeps what two tabs write at the same time', async () => {
    const tabs = [archiveOf('a', 'x'), archiveOf('a', 'y')];
    await Promise.all(
      [1, 2, 3].flatMap((at) => tabs.map((tab, index) => tab.write(batch(entry(at, `${index}${at}`))))),
    );
    expect((await textsOf(archiveOf('a'))).sort()).toEqual(['01', '02', '03', '11', '12', '13']);
  });

  it('writes nothing before somebody signs in', async () => {
    const page = new FlightArchive({ databases, limits, tab: 'tab' });
    await page.write(batch(entry(1)));
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('deletes what another operator left', async () => {
    await archiveOf('b').write(batch(entry(1)));
    await archiveOf('a').write(batch(entry(2)));
    const next = archiveOf('b');
    expect(await textsOf(next)).toEqual([]);
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('deletes all pages of the operator who signs out, and writes no more', async () => {
    await archiveOf('a', 'other').write(batch(entry(1)));
    const page = archiveOf('a');
    await page.write(batch(entry(2)));
    await page.forget();
    await page.write(batch(entry(3)));
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('deletes whatever is there if nobody is signed in at the sign-out', async () => {
    await archiveOf('a').write(batch(entry(1)));
    await new FlightArchive({ databases, limits, tab: 'tab' }).forget();
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('forgets without waiting for an answer: the host may leave the page at the sign-out', async () => {
    const page = archiveOf('a');
    await page.write(batch(entry(1)));
    const answers = [IDBObjectStore, IDBIndex].map((place) => [
      jest.spyOn(place.prototype, 'getAll'),
      jest.spyOn(place.prototype, 'getAllKeys'),
    ]);
    const committed = jest.spyOn(IDBTransaction.prototype, 'commit');
    await page.forget();
    expect(answers.flat().flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(committed).toHaveBeenCalledTimes(1);
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('keeps nothing that a closed tab writes after the sign-out in another tab', async () => {
    const closed = archiveOf('a', 'closed');
    await closed.write(batch(entry(1)));
    await archiveOf('a', 'other').forget();
    // It was sent when the page was closed, and comes late.
    await closed.write(batch(entry(2, 'a customer')));
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('keeps nothing that a closed tab writes after another operator has signed in', async () => {
    const closed = archiveOf('a', 'closed');
    await closed.write(batch(entry(1)));
    await archiveOf('b', 'other').write(batch(entry(2)));
    await closed.write(batch(entry(3, 'a customer')));
    expect((await storedChunks(databases)).map(({ user }) => user)).toEqual(['b']);
  });

  it('keeps nothing that a closed tab writes after a sign-out with nobody signed in', async () => {
    const closed = archiveOf('a', 'closed');
    await closed.write(batch(entry(1)));
    await new FlightArchive({ databases, limits, tab: 'other' }).forget();
    await closed.write(batch(entry(2)));
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('goes on in a tab that works after the sign-out in another one, without what was before', async () => {
    const page = archiveOf('a');
    await page.write(batch(entry(1)));
    await archiveOf('a', 'other').forget();
    await page.write(batch(entry(2)));
    await page.write(batch(entry(3)));
    expect((await storedChunks(databases)).map(({ entries }) => entries.map(({ text }) => text))).toEqual([['3']]);
    expect(page.storage).toBe('browser');
  });

  it('remembers forgotten sessions for a day, and no operator', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(1);
    await archiveOf('a').forget();
    now.mockReturnValue(2);
    await archiveOf('a').forget();
    expect(await storedIn(databases, 'sessions')).toEqual([]);
    const forgotten = (await storedIn(databases, 'forgotten')) as readonly { at: number }[];
    expect(forgotten.map(({ at }) => at).sort()).toEqual([1, 2]);
    expect(JSON.stringify(forgotten)).not.toContain('"a"');
    now.mockReturnValue(86_400_001);
    await archiveOf('b').forget();
    expect(await storedIn(databases, 'forgotten')).toHaveLength(2);
  });

  it('takes over the database of an earlier version', async () => {
    const old = databases.open('mediatel.flight', 1);
    old.onupgradeneeded = () => {
      const store = old.result.createObjectStore('chunks', { keyPath: ['part', 'turn'] });
      store.createIndex('user', 'user');
      store.createIndex('age', ['to', 'characters']);
    };
    const database = await requested(old);
    const chunk = { ...{ user: 'a', tab: 'tab', part: 'p', turn: 1 }, from: Date.now(), to: Date.now(), origin: 0 };
    const store = database.transaction('chunks', 'readwrite').objectStore('chunks');
    await requested(store.put({ ...chunk, characters: 1, entries: [entry(1)] }));
    database.close();
    expect(await textsOf(archiveOf('a'))).toEqual(['1']);
  });

  it('deletes what the tape dropped, and keeps the state at its beginning', async () => {
    const page = archiveOf('a');
    for (const at of [1, 2, 3]) await page.write(batch(entry(at)));
    await page.write({ ...batch(entry(4)), beginsAt: 3, lasting: [entry(2, 'held')] });
    const chunks = await storedChunks(databases);
    expect(chunks.map(({ turn, entries }) => [turn, ...entries.map(({ text }) => text)])).toEqual([
      [0, 'held'],
      [3, '3'],
      [4, '4'],
    ]);
  });

  it('deletes what is too old when a page begins, whosever it is', async () => {
    await archiveOf('a').write({ ...batch(entry(1)), origin: Date.now() - 61_000 });
    await archiveOf('a').write({ ...batch(entry(2)), origin: Date.now() - 1000 });
    await new FlightArchive({ databases, limits, tab: 'tab' }).earlier();
    const page = archiveOf('a');
    expect(await textsOf(page)).toEqual(['2']);
    expect(await storedChunks(databases)).toHaveLength(1);
  });

  it('holds no more than four full recordings', async () => {
    for (const at of [1, 2, 3, 4, 5, 6]) {
      await archiveOf('a').write({ ...batch(entry(at, 'x'.repeat(90))), origin: Date.now() - 1000 });
    }
    await archiveOf('a').earlier();
    const ages = (await storedChunks(databases)).map(({ entries }) => entries[0]?.at);
    expect(ages.sort()).toEqual([3, 4, 5, 6]);
  });

  it('stops writing to a full storage, says so, and still deletes at the sign-out', async () => {
    const page = archiveOf('a');
    await page.write(batch(entry(1)));
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await page.write(batch(entry(2)));
    expect(page.storage).toBe('full');
    jest.restoreAllMocks();
    await page.write(batch(entry(3)));
    expect(await storedChunks(databases)).toHaveLength(1);
    await page.forget();
    expect(await storedChunks(databases)).toEqual([]);
  });

  it('says that the storage is blocked', async () => {
    const none = new FlightArchive({ databases: null, limits, tab: 'tab' });
    none.begin('a');
    await none.write(batch(entry(1)));
    expect([none.storage, await none.earlier()]).toEqual(['blocked', []]);
  });

  it('gives up a storage that never answers', async () => {
    jest.useFakeTimers();
    const silent = { open: () => ({}) } as unknown as IDBFactory;
    const page = new FlightArchive({ databases: silent, limits, tab: 'tab' });
    page.begin('a');
    const written = page.write(batch(entry(1)));
    await jest.advanceTimersByTimeAsync(20_000);
    jest.useRealTimers();
    await written;
    expect(page.storage).toBe('blocked');
  });

  it('opens a lost connection again', async () => {
    const page = archiveOf('a');
    await page.write(batch(entry(1)));
    const put = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('', 'InvalidStateError');
    });
    await page.write(batch(entry(2)));
    expect(put).toHaveBeenCalledTimes(2);
    expect(page.storage).toBe('browser');
    expect(await textsOf(archiveOf('a'))).toEqual(['1', '2']);
  });
});
