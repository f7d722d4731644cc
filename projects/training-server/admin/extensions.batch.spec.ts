import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountStore, Accounts, Passwords } from '../accounts';
import { openDatabase } from '../storage/database';
import { Extensions } from './extensions';

const dir = mkdtempSync(join(tmpdir(), 'extensions-'));
const database = openDatabase(dir);
let store: AccountStore;
beforeEach(() => (store = new AccountStore(database)));
afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const batchOf = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ E_ID: -1 - at, E_Extension: String(first + at) }));

describe('a batch', () => {
  it('is one change for those who look, whatever fails in it', () => {
    const seen: number[] = [];
    store.onChange(() => void seen.push(store.extensions().length));
    const before = store.extensions().length;
    const Inserted = [...batchOf(3000, 2), { E_ID: -3, E_Extension: '3001' }, ...batchOf(3010, 1)];
    const results = new Extensions(store, () => false).batch({ Inserted });
    expect(results.map(({ error }) => error.code)).toEqual([200, 200, 409, 200]);
    expect(seen).toEqual([before + 3]);
  });

  // The server answers calls meanwhile. It took 10 s when each entry read the tables; now it takes 1 s.
  it('on a large pool is done in a moment', () => {
    const passwords = new Passwords({ account: 'training', sip: 'training', secret: 'secret' });
    const accounts = new Accounts(store, passwords);
    const extensions = new Extensions(store, () => false);
    const began = process.cpuUsage();
    for (const first of [4000, 4500, 5000, 5500]) extensions.batch({ Inserted: batchOf(first, 500) });
    expect(process.cpuUsage(began).user).toBeLessThan(4_000_000);
    expect(store.extensions().length).toBeGreaterThan(2000);
    expect(accounts.findByLogin('agent1')).toBeDefined();
  });
});
