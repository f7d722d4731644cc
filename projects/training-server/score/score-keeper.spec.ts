import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { HeardRecording, TimelineEvent } from '../../training-kit';
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

function setUp(
  database: DatabaseSync,
  hear: (path: string) => Promise<HeardRecording | null> = async () => heard,
  timelineOf = () => madeEvents,
) {
  const lines: string[] = [];
  const say = (...line: unknown[]) => void lines.push(String(line.at(-1)));
  const store = new ScoreStore(database);
  const keeper = new ScoreKeeper({
    ...{ store, hear, recordingsDir: '/recordings', timelineOf },
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

  it('scores without a recording that is not there, and says nothing of it', async () => {
    const { keeper, lines } = setUp(database, () => Promise.resolve(null));
    await keeper.keep({ run: madeRun(), scenario });
    const score = keeper.get('run-1')?.score;
    expect(score?.findings[0]).toMatchObject({ verdict: 'unmeasured', reason: 'noRecording' });
    expect(score?.calls).toEqual([
      ...[{ traceId: '7', durationMs: 0, operatorSpeech: [], customerSpeech: [], holds: [], marks: [] }],
    ]);
    expect(lines).toEqual([]);
  });

  it('hears no further recording once the server stops', async () => {
    const paths: string[] = [];
    const gate: { fail: () => void } = { fail: () => undefined };
    const { keeper } = setUp(database, (path) => {
      paths.push(path);
      return new Promise((_, reject) => (gate.fail = () => reject(new Error('the server stops'))));
    });
    const scoring = keeper.keep({ run: madeRun({ traceIds: ['7', '8'] }), scenario });
    keeper.close();
    gate.fail();
    await scoring;
    expect(paths).toEqual([join('/recordings', '7.wav')]);
  });

  it('hears the other recordings although one cannot be heard', async () => {
    const { keeper } = setUp(database, (path) =>
      path.endsWith('7.wav') ? Promise.reject(new Error('torn')) : Promise.resolve(heard),
    );
    await keeper.keep({ run: madeRun({ traceIds: ['7', '8'] }), scenario });
    expect(keeper.get('run-1')?.score.calls.map(({ durationMs }) => durationMs)).toEqual([0, 10_000]);
  });

  it('forgets nobody else', async () => {
    const gate: { open: () => void } = { open: () => undefined };
    const { keeper } = setUp(database, () => new Promise((resolve) => (gate.open = () => resolve(heard))));
    const scoring = keeper.keep({ run: madeRun(), scenario });
    keeper.forget('agent2');
    gate.open();
    await scoring;
    expect(keeper.get('run-1')).not.toBeNull();
  });

  it('gives a run a score again that is forgotten and then scored', async () => {
    const { keeper } = setUp(database);
    const scoring = keeper.keep({ run: madeRun(), scenario });
    keeper.forget('agent1');
    await scoring;
    expect(keeper.get('run-1')).toBeNull();
    await keeper.keep({ run: madeRun(), scenario });
    expect(keeper.get('run-1')).not.toBeNull();
  });

  describe('with a full disk', () => {
    const full = () => database.exec('PRAGMA query_only = 1');
    const room = () => database.exec('PRAGMA query_only = 0');
    afterEach(room);

    it('keeps at most 500 scores, the first ones, and a later score of one of them', async () => {
      let saved = true;
      const { keeper, store, lines } = setUp(database, async () => (saved ? heard : null));
      full();
      for (let place = 0; place <= 500; place++)
        await keeper.keep({ run: madeRun({ id: `run-${place}`, traceIds: [] }), scenario });
      expect([keeper.get('run-0'), keeper.get('run-499')].every((score) => score !== null)).toBe(true);
      expect(keeper.get('run-500')).toBeNull();
      saved = false;
      await keeper.keep({ run: madeRun({ id: 'run-3', status: 'failed' }), scenario });
      expect(keeper.get('run-3')?.run.status).toBe('failed');
      expect(lines.filter((line) => line.startsWith('scores'))).toEqual(['scores cannot be stored']);
      room();
      await keeper.keep({ run: madeRun({ id: 'last' }), scenario });
      expect(store.list({ covers: () => true })).toHaveLength(501);
      expect(store.get('run-3')?.run.status).toBe('failed');
      expect(lines.filter((line) => line.startsWith('scores'))).toEqual([
        ...['scores cannot be stored', 'scores can be stored again'],
      ]);
    });

    it('forgets the scores of one person that wait, and those only', async () => {
      const { keeper, store } = setUp(database);
      full();
      await keeper.keep({ run: madeRun({ id: 'a' }), scenario });
      await keeper.keep({ run: madeRun({ id: 'b', trainee: 'agent2' }), scenario });
      expect(() => keeper.forget('agent1')).toThrow(NotStored);
      expect([keeper.get('a'), keeper.get('b')?.run.trainee]).toEqual([null, 'agent2']);
      room();
      await keeper.keep({ run: madeRun({ id: 'c', trainee: 'agent2' }), scenario });
      expect(store.list({ covers: () => true }).map(({ id }) => id)).toEqual(expect.arrayContaining(['b', 'c']));
      expect(store.get('a')).toBeNull();
    });

    it('shows what is stored no longer from the memory', async () => {
      const { keeper, store } = setUp(database);
      full();
      await keeper.keep({ run: madeRun({ id: 'a' }), scenario });
      room();
      await keeper.keep({ run: madeRun({ id: 'b' }), scenario });
      store.forget('agent1');
      expect([keeper.get('a'), keeper.get('b')]).toEqual([null, null]);
    });
  });

  describe('corrects', () => {
    let events: readonly TimelineEvent[];
    const noted: TimelineEvent = { atMs: 12_000, type: 'noteSaved' };
    const scored = async (hear?: Parameters<typeof setUp>[1]) => {
      events = madeEvents;
      const made = setUp(database, hear, () => events);
      await made.keeper.keep({ run: madeRun(), scenario });
      return made;
    };

    it('a score by the events of now, and what was heard then', async () => {
      let count = 0;
      const { keeper, store } = await scored(async () => (count++ === 0 ? heard : null));
      const before = store.get('run-1');
      events = [...madeEvents, noted];
      expect(keeper.correct({ run: madeRun(), scenario })).toEqual({ percent: 100 });
      const after = store.get('run-1');
      expect(after?.run).toEqual({ ...before?.run, points: 20 });
      expect(after?.score.calls).toEqual(before?.score.calls);
      expect(after?.score.findings[0]).toEqual(before?.score.findings[0]);
      expect(after?.score.findings[1]).toMatchObject({ rule: 'note', verdict: 'met' });
      expect(count).toBe(1);
    });

    it('a score of a call without recording, which still has none', async () => {
      const { keeper } = await scored(() => Promise.resolve(null));
      events = [...madeEvents, noted];
      expect(keeper.correct({ run: madeRun(), scenario })).toEqual({ percent: 100 });
      expect(keeper.get('run-1')?.score.findings[0]).toMatchObject({ verdict: 'unmeasured', reason: 'noRecording' });
    });

    it('no run that has no score', async () => {
      const { keeper } = setUp(database);
      expect(keeper.correct({ run: madeRun(), scenario })).toBeNull();
      expect(keeper.get('run-1')).toBeNull();
    });

    it('nothing any more once the server stops', async () => {
      const { keeper } = await scored();
      events = [...madeEvents, noted];
      keeper.close();
      expect(keeper.correct({ run: madeRun(), scenario })).toBeNull();
      expect(keeper.get('run-1')?.run.points).toBe(10);
    });

    it('a score that waits for room on the disk', async () => {
      const { keeper, store } = setUp(database, undefined, () => events);
      events = madeEvents;
      database.exec('PRAGMA query_only = 1');
      await keeper.keep({ run: madeRun(), scenario });
      events = [...madeEvents, noted];
      expect(keeper.correct({ run: madeRun(), scenario })).toEqual({ percent: 100 });
      expect([store.get('run-1'), keeper.get('run-1')?.run.points]).toEqual([null, 20]);
      database.exec('PRAGMA query_only = 0');
      await keeper.keep({ run: madeRun({ id: 'next' }), scenario });
      expect(store.get('run-1')?.run.points).toBe(20);
    });
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
