import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { AgentUnderTest } from '../agent/agent.fixture';
import type { Call } from '../agent/agent-state';
import { CallStore } from './call-store';
import { openDatabase } from '../storage/database';
import { NotStored } from '../storage/not-stored';
import { installationSecret } from '../storage/secret';

const folder = (): string => mkdtempSync(join(tmpdir(), 'storage-'));

function callWith(traceId: string, number: string, startedAt: number): Call {
  const { call } = new AgentUnderTest().talk().state;
  if (!call) throw new Error('no call');
  return { ...call, traceId, number, startedAt, customerId: `c${number}` };
}

describe('calls', () => {
  it('never share an id, also not over a restart', () => {
    const dir = folder();
    const first = openDatabase(dir);
    const ids = [1, 2, 3].map(() => new CallStore(first).newTraceId());
    first.close();
    const second = openDatabase(dir);
    ids.push(new CallStore(second).newTraceId());
    second.close();
    expect(new Set(ids).size).toBe(4);
    expect(ids.map(Number)).toEqual([...ids.map(Number)].sort((a, b) => a - b));
    expect(ids[0]).toBe('1185574264');
  });

  it('are kept with result and duration, newest first, over a restart', () => {
    const dir = folder();
    const before = openDatabase(dir);
    const store = new CallStore(before);
    store.started(callWith('1', '0661234501', 1000), 'agent1');
    store.answered('1', 3000);
    store.ended('1', 45_500, null, 42_400);
    store.coded('1', { ID: '4', Name: 'Обіцянка', ActionFlag: '0' }, 50_000);
    store.coded('1', { ID: '5', Name: 'Друга', ActionFlag: '0' }, 50_100);
    store.started(callWith('2', '0661234502', 60_000), 'agent1');
    store.ended('2', 61_000, 'Customer is busy', null);
    store.started(callWith('3', '0661234502', 70_000), 'agent2');
    before.close();

    const database = openDatabase(dir);
    const after = new CallStore(database);
    expect(after.ofOperators((operator) => operator === 'agent1')).toEqual([
      expect.objectContaining({ traceId: '2', duration: null, codes: [], error: 'Customer is busy' }),
      expect.objectContaining({
        traceId: '1',
        number: '0661234501',
        queue: 'DM_Banks_ManualCalls',
        direction: 'outgoing',
        start: 1000,
        duration: 42,
        codes: ['Обіцянка', 'Друга'],
        error: null,
      }),
    ]);
    expect(after.ofOperators(() => true).map(({ traceId }) => traceId)).toEqual(['3', '2', '1']);
    expect(after.withCustomer('c0661234502').map(({ traceId }) => traceId)).toEqual(['3', '2']);
    database.close();
  });
});

it('an older database keeps its calls’ durations', () => {
  const dir = folder();
  const before = openDatabase(dir);
  const store = new CallStore(before);
  for (const [id, answered] of [
    ['1', 3000],
    ['2', 90_000],
  ] as const) {
    store.started(callWith(id, '0661234501', 1000 + Number(id)), 'agent1');
    store.answered(id, answered);
    store.ended(id, 45_500, null, null);
  }
  before.exec('ALTER TABLE calls DROP COLUMN talked_ms');
  before.close();
  const database = openDatabase(dir);
  expect(new CallStore(database).ofOperators(() => true)).toMatchObject([{ duration: 0 }, { duration: 42 }]);
  database.close();
});

describe('a full disk', () => {
  it('a full disk is logged once when it fills up and once when there is room again', () => {
    const lines: string[] = [];
    const say = (...line: unknown[]) => void lines.push(String(line.at(-1)));
    const log = { error: say, warn: say } as unknown as Logger;
    const database = openDatabase(folder());
    const store = new CallStore(database, log);
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
    database.exec(`PRAGMA max_page_count = ${String(pages)}`);
    let calls = 0;
    const fill = () => {
      for (let i = 0; i < 500; i++) store.started(callWith(`x${++calls}`, '0661234501', i), 'agent1');
    };
    for (let i = 0; i < 5; i++) expect(fill).toThrow(NotStored);
    database.exec('PRAGMA max_page_count = 100000');
    fill();
    expect(lines).toEqual(['calls cannot be stored', 'calls can be stored again']);
    // What could not be written before is stored now.
    expect(store.ofOperators(() => true, 10_000)).toHaveLength(calls);
    database.close();
  });
});

describe('the cookie secret', () => {
  it('the secret is generated again if a full disk left an empty file', () => {
    const dir = folder();
    writeFileSync(join(dir, 'cookie-secret'), '');
    expect(installationSecret(dir).length).toBeGreaterThanOrEqual(32);
    expect(installationSecret(dir)).toBe(installationSecret(dir));
  });

  it('the secret is generated once per installation', () => {
    const dir = folder();
    const secret = installationSecret(dir);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(installationSecret(dir)).toBe(secret);
    expect(installationSecret(folder())).not.toBe(secret);
  });
});
