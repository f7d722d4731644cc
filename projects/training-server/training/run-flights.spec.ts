import { DatabaseSync } from 'node:sqlite';
import pino from 'pino';
import { RunFlights } from './run-flights';
import { RunStore } from './run-store';
import { scenarioOf } from './training.fixture';

const log = pino({ level: 'silent' });
let database: DatabaseSync;
let flights: RunFlights;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  const store = new RunStore(database, log);
  for (const id of Array.from({ length: 14 }, (_, place) => `r${place}`)) {
    const run = { id, scenario: 's', trainee: 'agent1', startedBy: 'agent1', language: 'uk', status: 'done' } as const;
    const rest = { startedAt: 1, endedAt: 2, call: 0, turn: null, traceIds: [], reason: null, percent: null };
    store.save({ ...run, ...rest }, scenarioOf());
  }
  flights = new RunFlights(database, log);
});
afterEach(() => database.close());

const keep = (runId: string, keptAt: number, trainee = 'agent1') =>
  flights.save({ runId, trainee, keptAt, text: `{"of":"${runId}"}` });
const kept = () => Array.from({ length: 14 }, (_, place) => `r${place}`).filter((id) => flights.has(id));

describe('the recordings of trainees’ desks', () => {
  it('are kept by run; a later one replaces an earlier one', () => {
    expect(keep('r1', 1000)).toBe(true);
    expect(flights.get('r1')).toBe('{"of":"r1"}');
    flights.save({ runId: 'r1', trainee: 'agent1', keptAt: 2000, text: '{}' });
    expect([flights.get('r1'), flights.get('r2'), flights.has('r1'), flights.has('r2')]).toEqual([
      ...['{}', null, true, false],
    ]);
  });

  it('are the newest ten of each trainee', () => {
    keep('r13', 0, 'agent2');
    for (let place = 0; place < 12; place++) keep(`r${place}`, place);
    expect(kept()).toEqual(['r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10', 'r11', 'r13']);
  });

  it('go with their run', () => {
    keep('r1', 1);
    database.exec("DELETE FROM training_runs WHERE id = 'r1'");
    keep('r2', 2, 'agent2');
    expect(kept()).toEqual(['r2']);
  });

  it('follow a person who is renamed', () => {
    keep('r1', 1);
    expect(flights.rename('agent1', 'olha')).toBe(true);
    flights.forget('agent1');
    expect(kept()).toEqual(['r1']);
    flights.forget('olha');
    expect(kept()).toEqual([]);
  });

  it('are deleted by person', () => {
    keep('r1', 1);
    keep('r2', 1, 'agent2');
    expect(flights.forget('agent1')).toBe(true);
    expect(kept()).toEqual(['r2']);
  });

  it('are refused by a full disk, and what is there stays', () => {
    keep('r1', 1);
    database.exec('PRAGMA query_only = 1');
    expect([keep('r2', 2), flights.forget('agent1'), flights.rename('agent1', 'x'), kept()]).toEqual([
      ...[false, false, false, ['r1']],
    ]);
  });
});
