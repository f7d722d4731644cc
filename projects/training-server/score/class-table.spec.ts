import { openDatabase } from '../storage/database';
import { classCsv, classRows, findingsCsv, progressDays } from './class-table';
import { ScoreStore } from './score-store';
import { folder, madeScore } from './scores.fixture';

const at = Date.UTC(2026, 10, 29, 9);
const hour = 3600 * 1000;
const names: Readonly<Record<string, string>> = { agent1: 'Olena', agent2: 'Andriy' };
const nameOf = (login: string) => names[login] ?? login;
const all = { covers: () => true };

describe('the class table', () => {
  const database = openDatabase(folder());
  const store = new ScoreStore(database);
  const unmeasured = madeScore('d', 'agent2', at);
  beforeAll(() => {
    store.save(madeScore('a', 'agent1', at - 24 * hour));
    store.save(madeScore('b', 'agent1', at, 0));
    store.save(madeScore('c', 'agent1', at + hour));
    store.save({
      run: { ...unmeasured.run, status: 'stopped', points: 0, of: 0 },
      score: {
        ...unmeasured.score,
        findings: [
          {
            ...unmeasured.score.findings[0]!,
            verdict: 'unmeasured',
            reason: 'noCall',
            traceId: null,
            atMs: null,
            measured: null,
          },
        ],
      },
    });
  });
  afterAll(() => database.close());

  it('adds up each person’s runs, by name', () => {
    expect(classRows(store, all, nameOf)).toEqual([
      {
        ...{ login: 'agent2', name: 'Andriy', runs: 1, done: 0, points: 0, of: 0, percent: null, lastAt: at },
        rules: [{ rule: 'greeting', met: 0, missed: 0, unmeasured: 1 }],
      },
      {
        ...{ login: 'agent1', name: 'Olena', runs: 3, done: 3, points: 20, of: 30, percent: 67, lastAt: at + hour },
        rules: [{ rule: 'greeting', met: 2, missed: 1, unmeasured: 0 }],
      },
    ]);
  });

  it('adds up days, the earliest first', () => {
    const days = progressDays(store.list({ covers: (login) => login === 'agent1' }), (time) =>
      new Date(time).toISOString().slice(0, 10),
    );
    expect(days).toEqual([
      { day: '2026-11-28', runs: 1, points: 10, of: 10, percent: 100 },
      { day: '2026-11-29', runs: 2, points: 10, of: 20, percent: 50 },
    ]);
  });

  it('has a line for each person in a file', () => {
    expect(classCsv(classRows(store, all, nameOf))).toEqual([
      ['login', 'name', 'runs', 'done', 'points', 'of', 'percent', 'last', 'greeting met', 'greeting missed'],
      ['agent2', 'Andriy', 1, 0, 0, 0, null, '2026-11-29T09:00:00.000Z', 0, 0],
      ['agent1', 'Olena', 3, 3, 20, 30, 67, '2026-11-29T10:00:00.000Z', 2, 1],
    ]);
    expect(classCsv([])).toEqual([['login', 'name', 'runs', 'done', 'points', 'of', 'percent', 'last']]);
  });

  it('has a line for each finding in a file', () => {
    const [head, first, ...others] = findingsCsv(store.findings(all), nameOf);
    expect(head).toEqual([
      ...['login', 'name', 'scenario', 'title', 'run', 'status', 'started', 'call', 'rule', 'verdict', 'reason'],
      ...['at', 'measured', 'wanted', 'points', 'of'],
    ]);
    expect(first).toEqual([
      ...['agent1', 'Olena', 'made', 'A call', 'c', 'done', '2026-11-29T10:00:00.000Z', '7', 'greeting', 'met', null],
      ...[1, 1, 3, 10, 10],
    ]);
    expect(others).toHaveLength(3);
    expect(others.find((row) => row[4] === 'd')).toEqual([
      ...['agent2', 'Andriy', 'made', 'A call', 'd', 'stopped', '2026-11-29T09:00:00.000Z'],
      ...[null, 'greeting', 'unmeasured', 'noCall', null, null, 3, 10, 10],
    ]);
  });
});
