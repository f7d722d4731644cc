import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { HeardRecording } from '../../training-kit';
import { openDatabase } from '../storage/database';
import { NotStored } from '../storage/not-stored';
import { ScoreKeeper } from './score-keeper';
import { ScoreStore } from './score-store';
import { folder, madeEvents, madeRun, madeScenario, madeScore } from './scores.fixture';

const heard: HeardRecording = {
  durationMs: 10_000,
  operatorSpeech: [{ fromMs: 2000, toMs: 4000 }],
  customerSpeech: [{ fromMs: 4500, toMs: 8500 }],
  levels: { everyMs: 10, operator: [1, 2], customer: [3, 4] },
};
const scenario = madeScenario([{ greeting: 3 }, { note: true }]);

function setUp(database: DatabaseSync, hear: (path: string) => Promise<HeardRecording | null> = async () => heard) {
  const lines: string[] = [];
  const say = (...line: unknown[]) => void lines.push(String(line.at(-1)));
  const store = new ScoreStore(database);
  const keeper = new ScoreKeeper({
    ...{ store, hear, recordingsDir: '/recordings', timelineOf: () => madeEvents },
    log: { error: say, warn: say },
  });
  return { keeper, store, lines };
}

describe('the keeper of scores', () => {
  let dir: string;
  let database: DatabaseSync;

  beforeEach(() => {
    dir = folder();
    database = openDatabase(dir);
  });
  afterEach(() => database.close());

  it('scores a run from its recordings, and keeps the score over a restart', async () => {
    const paths: string[] = [];
    const { keeper } = setUp(database, async (path) => {
      paths.push(path);
      return heard;
    });
    expect(await keeper.keep({ run: madeRun(), scenario })).toBe(50);
    expect(paths).toEqual([join('/recordings', '7.wav')]);
    database.close();
    database = openDatabase(dir);
    expect(setUp(database).keeper.get('run-1')).toMatchObject({
      run: { trainee: 'agent1', title: { en: 'A call' }, points: 10, of: 20 },
      score: {
        findings: [
          { rule: 'greeting', measured: 1 },
          { rule: 'note', verdict: 'missed' },
        ],
      },
    });
  });

  it('claims nothing of a recording that it cannot hear, and says so in the log', async () => {
    const { keeper, lines } = setUp(database, () => Promise.reject(new Error('torn')));
    expect(await keeper.keep({ run: madeRun(), scenario })).toBe(0);
    expect(keeper.get('run-1')?.score.findings[0]).toMatchObject({ verdict: 'unmeasured', reason: 'noRecording' });
    expect(lines).toEqual(['recording cannot be heard']);
  });

  it('stores no score of a recording that it could not hear because the server stops', async () => {
    const gate: { fail: () => void } = { fail: () => undefined };
    const { keeper, lines } = setUp(
      database,
      () => new Promise((_, reject) => (gate.fail = () => reject(new Error('the server stops')))),
    );
    const scoring = keeper.keep({ run: madeRun(), scenario });
    keeper.close();
    gate.fail();
    expect(await scoring).toBeNull();
    expect([keeper.get('run-1'), lines]).toEqual([null, []]);
  });

  it('keeps scores for later while the disk is full', async () => {
    const { keeper, store, lines } = setUp(database);
    await keeper.keep({ run: madeRun({ id: 'a' }), scenario });
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
    database.exec(`PRAGMA max_page_count = ${String(pages)}`);
    const ids = Array.from({ length: 60 }, (_, place) => `full-${place}`);
    for (const id of ids) expect(await keeper.keep({ run: madeRun({ id }), scenario })).toBe(50);
    expect(store.get('full-59')).toBeNull();
    expect(keeper.get('full-59')).toMatchObject({ run: { points: 10 } });
    const fill = () => ids.forEach((id) => store.save(madeScore(`more-${id}`, 'agent1', 1)));
    expect(fill).toThrow(NotStored);
    database.exec('PRAGMA max_page_count = 100000');
    await keeper.keep({ run: madeRun({ id: 'z' }), scenario });
    expect(ids.map((id) => store.get(id)?.run.id)).toEqual(ids);
    expect(lines).toEqual(['scores cannot be stored', 'scores can be stored again']);
  });

  it('forgets a person: what is stored, what waits, and what is being scored', async () => {
    const gate: { open: () => void } = { open: () => undefined };
    const { keeper, store } = setUp(database, () => new Promise((resolve) => (gate.open = () => resolve(heard))));
    store.save(madeScore('a', 'agent1', 1000));
    store.save(madeScore('b', 'agent2', 2000));
    const scoring = keeper.keep({ run: madeRun({ id: 'c' }), scenario });
    keeper.forget('agent1');
    gate.open();
    expect(await scoring).toBe(50);
    expect(store.list({ covers: () => true }).map(({ id }) => id)).toEqual(['b']);
    expect(keeper.get('c')).toBeNull();
    expect(database.prepare('SELECT run_id FROM training_findings').all()).toEqual([
      Object.assign(Object.create(null), { run_id: 'b' }),
    ]);
  });
});

describe('stored scores', () => {
  it('are counted by person and rule, filtered by time and scenario', () => {
    const database = openDatabase(folder());
    const store = new ScoreStore(database);
    store.save(madeScore('a', 'agent1', 1000));
    store.save(madeScore('b', 'agent1', 2000, 0));
    store.save(madeScore('c', 'agent2', 3000));
    // A later score of the same run replaces the earlier one.
    store.save(madeScore('a', 'agent1', 1000, 0));
    const all = { covers: () => true };
    expect([...store.counts(all)]).toEqual([
      ['agent1', [{ rule: 'greeting', met: 0, missed: 2, unmeasured: 0 }]],
      ['agent2', [{ rule: 'greeting', met: 1, missed: 0, unmeasured: 0 }]],
    ]);
    expect(store.list({ ...all, from: 2000, to: 3000 }).map(({ id }) => id)).toEqual(['b']);
    expect(store.list({ ...all, scenario: 'other' })).toEqual([]);
    expect(store.list({ covers: (login) => login === 'agent2' }).map(({ id }) => id)).toEqual(['c']);
    expect(store.findings(all).map(({ run, findings }) => [run.id, findings.length])).toEqual([
      ['c', 1],
      ['b', 1],
      ['a', 1],
    ]);
    database.close();
  });
});
