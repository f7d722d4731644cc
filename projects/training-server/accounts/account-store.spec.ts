import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openDatabase } from '../storage/database';
import { AccountStore } from './account-store';

const dirs: string[] = [];
afterEach(() => dirs.splice(0).forEach((dir) => rmSync(dir, { recursive: true })));

function opened() {
  const dir = mkdtempSync(join(tmpdir(), 'accounts-'));
  dirs.push(dir);
  const database = openDatabase(dir);
  return { database, store: new AccountStore(database) };
}

describe('accounts and extensions', () => {
  it('are shown as they are stored, after any changes', () => {
    const { database, store } = opened();
    const act = fc.record({
      what: fc.constantFrom('add', 'change', 'remove'),
      table: fc.constantFrom('agents', 'extensions'),
      at: fc.nat(60),
      fields: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.constant(undefined)), { maxKeys: 3 }),
    });
    let next = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        for (const { what, table, at, fields } of acts) {
          const name = `name${++next}`;
          const agent = { login: name, password: null, live: at % 2 === 0, fields };
          const extension = { extension: name, fields };
          const id = store[table]()[at]?.id ?? -1;
          if (table === 'agents') {
            if (what === 'add') store.addAgent(agent);
            else if (what === 'change') store.changeAgent({ id, ...agent });
            else store.removeAgent(id);
          } else if (what === 'add') store.addExtension(extension);
          else if (what === 'change') store.changeExtension({ id, ...extension });
          else store.removeExtension(id);
        }
        const again = new AccountStore(database);
        expect([store.agents(), store.extensions()]).toEqual([again.agents(), again.extensions()]);
      }),
      { numRuns: 60 },
    );
    database.close();
  });
});
