import { jest } from '@jest/globals';
import pino from 'pino';
import { failures } from './run-event';
import type { StoredRun } from './run-store';
import type { ScoreKeeper } from './training-parts';
import { scenarioOf, TrainingUnderTest } from './training.fixture';

/** How long after a failed write it is tried again (ms). */
const retryMs = 10_000;
const incoming = scenarioOf([{ comesAfterSeconds: 3 }]);
const outgoing = scenarioOf([{ direction: 'outgoing' }]);

/** A keeper whose work the test ends. */
class SlowKeeper implements ScoreKeeper {
  readonly kept: StoredRun[] = [];
  readonly corrected: StoredRun[] = [];
  #open: (percent: number | null) => void = () => undefined;

  keep(stored: StoredRun): Promise<number | null> {
    this.kept.push(stored);
    return new Promise((resolve) => (this.#open = resolve));
  }

  correct(stored: StoredRun): null {
    this.corrected.push(stored);
    return null;
  }

  done(percent: number | null): Promise<void> {
    this.#open(percent);
    return settled();
  }
}

/** Whatever waits for nothing but promises is done. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let training: TrainingUnderTest;
let keeper: SlowKeeper;
let lines: { msg: string; run?: string; trainee?: string; status?: string; reason?: string }[];
beforeEach(() => {
  keeper = new SlowKeeper();
  lines = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  training = new TrainingUnderTest({ keeper, log: pino({ level: 'info' }, { write }) });
});
afterEach(() => training.close());

const full = () => training.database.exec('PRAGMA query_only = 1');
const room = () => training.database.exec('PRAGMA query_only = 0');
const said = () => lines.map(({ msg }) => msg);

/** A run that is over and scored. */
async function over(trainee = 'agent1', percent: number | null = null): Promise<string> {
  const id = training.start(outgoing, { trainee });
  training.runs.stop(id, 'by trainer1');
  training.clock.advance(0);
  await keeper.done(percent);
  return id;
}

describe('a refusal', () => {
  const start = { scenario: incoming, trainee: 'agent1', language: 'uk' } as const;

  it('says why, in words for people', () => {
    expect(training.runs.refusalOf(start)).toBeNull();
    expect(training.runs.refusalOf({ ...start, trainee: 'agent99' })).toEqual({
      ...{ refused: 'no-such-trainee', message: 'There is no operator "agent99"' },
    });
    expect(training.runs.refusalOf({ ...start, language: 'ru' })).toEqual({
      ...{ refused: 'not-that-language', message: '"first-call" is not spoken in "ru"' },
    });
    expect(training.runs.refusalOf({ ...start, scenario: scenarioOf([{}, { queue: 'None' }]) })).toEqual({
      ...{ refused: 'no-such-queue', message: 'There is no queue "None"' },
    });
    training.start();
    expect(training.runs.refusalOf(start)).toEqual({
      ...{ refused: 'has-a-run', message: 'agent1 has a run already: stop it first' },
    });
    training.runs.close();
    expect(training.runs.refusalOf(start)).toEqual({ refused: 'closed', message: 'The server stops' });
    expect(training.runs.start({ ...start, startedBy: 'trainer1' })).toEqual({
      ...{ refused: 'closed', message: 'The server stops' },
    });
  });
});

describe('the end of a run', () => {
  it('resolves who waits for it, once it is scored', async () => {
    const id = training.start(outgoing);
    const outcomes: unknown[] = [];
    void training.runs.outcomeOf(id).then(({ percent, status }) => outcomes.push([status, percent]));
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await settled();
    expect(outcomes).toEqual([]);
    await keeper.done(40);
    expect(outcomes).toEqual([['stopped', 40]]);
    await expect(training.runs.outcomeOf(id)).rejects.toThrow('no such run lasts');
  });

  it('is in the log, as its beginning is', async () => {
    const id = await over();
    expect(lines).toMatchObject([
      { msg: 'training run started', run: id, trainee: 'agent1' },
      { msg: 'training run ended', run: id, trainee: 'agent1', status: 'stopped', reason: 'by trainer1' },
    ]);
  });

  it('is in the log if its score fails, and the run has no points', async () => {
    jest.spyOn(keeper, 'keep').mockRejectedValue(new Error('no ear'));
    const id = await over();
    expect(said()).toContain('a run could not be scored');
    expect(training.run(id).percent).toBeNull();
  });

  it('leaves nothing of it in the memory', async () => {
    const id = await over('agent1', 50);
    expect(training.runs.of('agent1')).toMatchObject([{ id, percent: 50 }]);
    training.store.forget('agent1');
    expect(training.runs.of('agent1')).toEqual([]);
    expect(training.runs.get(id)).toBeNull();
  });

  it('frees the person’s login, once it is scored', async () => {
    training.start(outgoing, { trainee: 'agent2' });
    expect(training.runs.keeps('agent1')).toBe(false);
    const id = training.start(outgoing);
    expect(training.runs.keeps('agent1')).toBe(true);
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    expect(training.runs.keeps('agent1')).toBe(true);
    await keeper.done(50);
    expect(training.runs.keeps('agent1')).toBe(false);
  });

  it('can be followed by the next run before the score, and both are listed, the newest first', async () => {
    const id = training.start(outgoing);
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(1);
    await settled();
    const next = training.start(outgoing);
    await keeper.done(60);
    expect(training.runs.of('agent1').map((run) => [run.id, run.percent])).toEqual([
      [next, null],
      [id, 60],
    ]);
    expect(training.runs.pause(next)).toBe(true);
  });
});

describe('a score', () => {
  it.each([
    ['not by a note that comes before the run’s end, nor by a second one', true],
    ['once by a note that comes after it', false],
  ])('is corrected %s', (_when, isEarly) => {
    training.desk().logIn();
    const id = training.start(incoming);
    training.clock.advance(3000);
    training.join();
    const note = { traceId: training.voice.last.callTraceId, login: 'agent1', text: 'Paid' };
    if (isEarly) training.runs.note(note);
    expect(keeper.corrected).toEqual([]);
    training.runs.stop(id, 'by trainer1');
    for (let count = 0; count < 2; count++) training.runs.note(note);
    expect(keeper.corrected.map(({ run }) => [run.id, run.status])).toEqual(isEarly ? [] : [[id, 'stopped']]);
  });

  it('of a person who is deleted meanwhile brings nothing back', async () => {
    const id = training.start(outgoing);
    const seen: unknown[] = [];
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    training.runs.forget('agent1');
    training.runs.onChange((run) => seen.push(run));
    await keeper.done(70);
    expect([training.runs.get(id), training.store.get(id), seen]).toEqual([null, null, []]);
  });

  it('that was left is not given any more once the server stops', async () => {
    const ids = [await over('agent1'), await over('agent2')];
    keeper.kept.length = 0;
    const scoring = training.runs.scoreLeft();
    expect(keeper.kept.map(({ run }) => run.id)).toEqual([ids[0]]);
    training.runs.close();
    await keeper.done(80);
    expect(await scoring).toBe(0);
    expect(keeper.kept).toHaveLength(1);
    expect(training.store.get(ids[0] ?? '')?.run.percent).toBeNull();
  });

  it('that was left is given to the oldest run first, and one that fails is in the log', async () => {
    const ids = [await over('agent1'), await over('agent2')];
    keeper.kept.length = 0;
    const scored: string[] = [];
    jest.spyOn(keeper, 'keep').mockImplementation(({ run }) => {
      scored.push(run.id);
      return run.id === ids[0] ? Promise.reject(new Error('torn')) : Promise.resolve(90);
    });
    expect(await training.runs.scoreLeft()).toBe(1);
    expect(scored).toEqual(ids);
    expect(said()).toContain('a run could not be scored');
    expect(ids.map((id) => training.run(id).percent)).toEqual([null, 90]);
  });

  it('that was left is given to the newest hundred runs', async () => {
    const id = await over();
    const { run, scenario } = training.runs.get(id)!;
    for (let place = 1; place <= 100; place++) {
      training.store.save({ ...run, id: `run-${place}`, startedAt: run.startedAt + place }, scenario);
    }
    jest.spyOn(keeper, 'keep').mockResolvedValue(50);
    expect(await training.runs.scoreLeft()).toBe(100);
    expect([training.run(id).percent, training.run('run-1').percent]).toEqual([null, 50]);
  });

  it('that is there is taken over by a run that lacks it', async () => {
    const id = await over();
    keeper.kept.length = 0;
    const seen: unknown[] = [];
    training.runs.onChange((run) => seen.push([run.id, run.percent]));
    const known = { keep: () => keeper.keep({} as StoredRun), correct: () => ({ percent: 55 }) };
    const later = new TrainingUnderTest({ store: training.store, keeper: known });
    expect(await later.runs.scoreLeft()).toBe(1);
    expect([later.run(id).percent, keeper.kept]).toEqual([55, []]);
    later.close();
    expect(await new TrainingUnderTest({ store: training.store, keeper: undefined }).runs.scoreLeft()).toBe(0);
  });

  it('is missed by nobody where nothing is scored', async () => {
    await over();
    const write = (line: string): void => void lines.push(JSON.parse(line) as (typeof lines)[number]);
    const later = new TrainingUnderTest({ store: training.store, log: pino({ level: 'error' }, { write }) });
    lines.length = 0;
    expect([await later.runs.scoreLeft(), lines]).toEqual([0, []]);
    later.close();
  });

  it('that has no points leaves the run without', async () => {
    const id = await over();
    const none = { keep: () => Promise.resolve(null), correct: () => null };
    const later = new TrainingUnderTest({ store: training.store, keeper: none });
    expect(await later.runs.scoreLeft()).toBe(0);
    expect(later.run(id).percent).toBeNull();
    later.close();
  });
});

describe('a person who is deleted', () => {
  it('loses the call, and everybody who looks sees why', () => {
    training.desk().logIn();
    training.start(incoming);
    training.clock.advance(3000);
    const voice = training.join();
    const reasons: unknown[] = [];
    training.runs.onChange(({ status, reason }) => reasons.push([status, reason]));
    training.runs.forget('agent1');
    expect(reasons).toEqual([['stopped', 'The trainee’s data were deleted']]);
    expect(voice.done).toEqual(['hush', 'hangUp']);
  });

  it('takes nothing of others along that waits for room on the disk', async () => {
    const [one, two] = [training.start(outgoing), training.start(outgoing, { trainee: 'agent2' })];
    full();
    for (const id of [one, two]) training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await settled();
    training.runs.forget('agent1');
    room();
    training.clock.advance(retryMs);
    expect(training.store.get(two)?.run.status).toBe('stopped');
    // Its earlier state is in the database: that was full when it was to be deleted.
    expect(training.store.get(one)?.run.status).toBe('waiting');
  });
});

describe('a run that waits for room on the disk', () => {
  it('says what it lacks', () => {
    const id = training.start(outgoing);
    full();
    training.runs.pause(id);
    expect(training.run(id)).toMatchObject({ status: 'paused', reason: failures.diskFull });
  });

  it('is listed before the earlier ones', async () => {
    const stored = await over();
    training.clock.advance(1);
    full();
    const owed = await over();
    expect(training.runs.of('agent1').map(({ id, status }) => [id, status])).toEqual([
      [owed, 'stopped'],
      [stored, 'stopped'],
    ]);
    expect(training.runs.of('agent2')).toEqual([]);
    expect(training.runs.get(owed)?.run.status).toBe('stopped');
    room();
  });

  it('is tried again by one timer, until it is stored', () => {
    const id = training.start(outgoing);
    const { waiting } = training.clock;
    full();
    for (let count = 0; count < 3; count++) {
      training.runs.pause(id);
      training.runs.resume(id);
    }
    expect(training.clock.waiting).toBe(waiting + 1);
    for (let count = 0; count < 3; count++) {
      training.clock.advance(retryMs);
      expect(training.clock.waiting).toBe(waiting + 1);
    }
    room();
    training.clock.advance(retryMs);
    expect(training.clock.waiting).toBe(waiting);
    expect(training.store.get(id)?.run.reason).toBe(failures.diskFull);
  });

  it('is replaced by what comes after it', async () => {
    const id = training.start(outgoing);
    const { waiting } = training.clock;
    full();
    training.runs.pause(id);
    room();
    training.runs.resume(id);
    expect(training.clock.waiting).toBe(waiting);
    expect(training.store.get(id)?.run.status).toBe('waiting');
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await keeper.done(30);
    expect(training.run(id)).toMatchObject({ status: 'stopped', percent: 30 });
    expect(training.store.get(id)?.run).toMatchObject({ status: 'stopped', percent: 30 });
  });

  it('is stored as soon as another one can be', async () => {
    const id = training.start(outgoing);
    full();
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await keeper.done(30);
    room();
    training.start(outgoing, { trainee: 'agent2' });
    expect(training.store.get(id)?.run).toMatchObject({ status: 'stopped', percent: 30 });
  });

  it('is forgotten once it is stored', async () => {
    const id = training.start(outgoing);
    full();
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await keeper.done(30);
    room();
    training.clock.advance(retryMs);
    training.store.forget('agent1');
    expect(training.runs.get(id)).toBeNull();
  });

  it('is tried once more when the server stops, and leaves no timer', () => {
    const ids = [training.start(outgoing), training.start(outgoing, { trainee: 'agent2' })];
    full();
    for (const id of ids) training.runs.pause(id);
    room();
    training.runs.close();
    expect(ids.map((id) => training.store.get(id)?.run.status)).toEqual(['failed', 'failed']);
    expect(training.clock.waiting).toBe(0);
  });

  it('leaves no timer if there is no room at the server’s end either', () => {
    const id = training.start(outgoing);
    full();
    training.runs.pause(id);
    training.runs.close();
    expect(training.clock.waiting).toBe(0);
    expect(training.runs.get(id)?.run.status).toBe('failed');
    room();
  });
});

it('a listener that fails is in the log', () => {
  training.runs.onChange(() => {
    throw new Error('a fault of the page');
  });
  training.start(outgoing);
  expect(said()).toContain('a listener of training runs failed');
});

it('a run that is over or unknown is not steered', async () => {
  for (const id of [await over(), 'none']) {
    expect(training.runs.stop(id, 'by trainer1')).toBe(false);
    expect(training.runs.pause(id)).toBe(false);
    expect(training.runs.resume(id)).toBe(false);
    expect(training.runs.push(id, { hangUp: true })).toBe(false);
    expect(training.runs.mark(id, 'Good', 'trainer1')).toBe(false);
  }
});
