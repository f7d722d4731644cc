import pino from 'pino';
import type { HeardRecording } from '../../training-kit';
import { ScoreKeeper } from '../score/score-keeper';
import { ScoreStore, type StoredScore } from '../score/score-store';
import { type Desk, scenarioOf, TrainingUnderTest } from './training.fixture';

/** How long a run waits for a note (ms). */
const waitMs = 5000;
/** How long after a run a note still corrects its score (ms). */
const correctsMs = 15 * 60_000;

const wantsNote = scenarioOf([{ expect: [{ note: true, points: 20 }, { code: ['304'] }] }]);
const wantsTwo = scenarioOf([{ expect: [{ note: true }] }, { expect: [{ note: true }], comesAfterSeconds: 1 }]);
const heard: HeardRecording = {
  ...{ durationMs: 10_000, operatorSpeech: [], customerSpeech: [] },
  levels: { everyMs: 10, operator: [1], customer: [2] },
};

/** Runs that a real keeper scores. */
class ScoredTraining extends TrainingUnderTest {
  /** Resolves when a recording is heard. */
  hear: () => Promise<HeardRecording | null> = () => Promise.resolve(heard);
  readonly scores: ScoreKeeper;

  constructor() {
    let keeper: ScoreKeeper | null = null;
    super({
      keeper: {
        keep: (ended) => keeper?.keep(ended) ?? Promise.resolve(null),
        correct: (ended) => keeper?.correct(ended) ?? null,
      },
    });
    keeper = this.scores = this.newKeeper(this);
  }

  /** A keeper of the scores of these runs, in this database. */
  newKeeper({ runs }: Pick<TrainingUnderTest, 'runs'>): ScoreKeeper {
    return new ScoreKeeper({
      ...{ store: new ScoreStore(this.database), log: pino({ level: 'silent' }), recordingsDir: '/recordings' },
      ...{ hear: () => this.hear(), timelineOf: (traceId) => runs.timelineOf(traceId) },
    });
  }

  /** The verdicts of a run's notes, call by call; `null`: there is no score. */
  notes(id: string): readonly string[] | null {
    const score: StoredScore | null = this.scores.get(id);
    return score && score.score.findings.filter(({ rule }) => rule === 'note').map(({ verdict }) => verdict);
  }

  note(traceId: string, text = 'Paid on Monday') {
    return this.runs.note({ traceId, login: 'agent1', text });
  }

  /** The next call comes, the customer ends it, and its recording is complete. Returns its trace id. */
  call(): string {
    this.clock.advance(3000);
    this.join();
    this.clock.advance(4000);
    this.voice.last.report({ type: 'ended', by: 'customer' });
    return this.voice.last.callTraceId;
  }
}

/** The keeper's work is done: it waits for nothing but promises. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let training: ScoredTraining;
let desk: Desk;
beforeEach(() => {
  training = new ScoredTraining();
  desk = training.desk().logIn();
});
afterEach(() => training.close());

/** The trainee saves the code. Half a second later the after-call work is over. */
function save(): void {
  desk.send({ type: 'resolutionSet', id: 304 });
  training.clock.advance(500);
}

/** A run that is over, before its note: the desk hands a note over once the saved code has ended the after-call work. */
function ended(scenario = wantsNote): { id: string; traceId: string } {
  const id = training.start(scenario);
  const traceId = training.call();
  save();
  return { id, traceId };
}

describe('a note that comes after the run', () => {
  it('counts if it comes while the run waits for it', async () => {
    const { id, traceId } = ended();
    expect(training.run(id)).toMatchObject({ status: 'done', percent: null });
    training.clock.advance(waitMs - 1);
    await settled();
    expect(training.notes(id)).toBeNull();
    expect(training.note(traceId)).toBe('stored');
    await settled();
    expect(training.notes(id)).toEqual(['met']);
    expect(training.run(id).percent).toBe(100);
    expect(training.clock.waiting).toBe(0);
  });

  it('is not waited for longer than the limit', async () => {
    const { id } = ended();
    training.clock.advance(waitMs);
    await settled();
    expect(training.notes(id)).toEqual(['missed']);
    expect(training.run(id).percent).toBe(33);
    expect(training.clock.waiting).toBe(0);
  });

  it('is not waited for if the scenario wants none, or if it is there', async () => {
    const { id } = ended(scenarioOf([{ expect: [{ code: ['304'] }] }]));
    training.clock.advance(0);
    await settled();
    expect(training.run(id).percent).toBe(100);
    const next = training.start(wantsNote);
    training.note(training.call());
    save();
    training.clock.advance(0);
    await settled();
    expect(training.notes(next)).toEqual(['met']);
  });

  it('is not waited for in a run that was stopped: nothing is claimed of it', async () => {
    const id = training.start(wantsNote);
    training.call();
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await settled();
    expect(training.notes(id)).toEqual(['unmeasured']);
  });

  it('is waited for in each call that wants one', async () => {
    const id = training.start(wantsTwo);
    const first = training.call();
    save();
    const second = training.call();
    save();
    training.note(second);
    training.clock.advance(0);
    await settled();
    expect(training.notes(id)).toBeNull();
    training.note(first);
    await settled();
    expect(training.notes(id)).toEqual(['met', 'met']);
  });

  it('counts for its own run although the trainee has the next one', async () => {
    const { id, traceId } = ended();
    const next = training.start(wantsNote);
    training.note(traceId);
    await settled();
    expect(training.notes(id)).toEqual(['met']);
    expect(training.run(next)).toMatchObject({ status: 'waiting', percent: null });
  });

  it('counts if it comes while the recording is heard', async () => {
    const gate: { open: () => void } = { open: () => undefined };
    training.hear = () => new Promise((resolve) => (gate.open = () => resolve(heard)));
    const { id, traceId } = ended();
    training.clock.advance(waitMs);
    training.note(traceId);
    gate.open();
    await settled();
    expect(training.notes(id)).toEqual(['met']);
  });

  it('counts at whatever step of the scoring it comes', async () => {
    for (let steps = 0; steps < 12; steps++) {
      const { id, traceId } = ended();
      training.clock.advance(waitMs);
      for (let step = 0; step < steps; step++) await Promise.resolve();
      training.note(traceId);
      await settled();
      expect({ steps, notes: training.notes(id), percent: training.store.get(id)?.run.percent }).toEqual({
        ...{ steps, notes: ['met'], percent: 100 },
      });
    }
  });

  it('counts although the disk is full', async () => {
    const { id, traceId } = ended();
    training.database.exec('PRAGMA query_only = 1');
    expect(training.note(traceId)).toBe('not-stored');
    await settled();
    expect(training.notes(id)).toEqual(['met']);
    training.database.exec('PRAGMA query_only = 0');
  });
});

describe('a note that comes after the score', () => {
  /** A run that was scored without its note. */
  async function scored(): Promise<{ id: string; traceId: string }> {
    const run = ended();
    training.clock.advance(waitMs);
    await settled();
    expect(training.notes(run.id)).toEqual(['missed']);
    return run;
  }

  it('corrects the score, and everybody who looks sees it', async () => {
    const { id, traceId } = await scored();
    const seen: unknown[] = [];
    training.runs.onChange((run) => seen.push([run.id, run.percent]));
    training.clock.advance(1000);
    expect(training.note(traceId)).toBe('stored');
    expect(training.notes(id)).toEqual(['met']);
    expect(training.scores.get(id)?.run).toMatchObject({ points: 30, of: 30 });
    expect(seen).toEqual([[id, 100]]);
    expect(training.run(id).percent).toBe(100);
    expect(training.runs.timelineOf(traceId)).toContainEqual({ type: 'noteSaved', atMs: 4000 + 500 + waitMs + 1000 });
  });

  it('changes nothing else of the score', async () => {
    const { id, traceId } = await scored();
    const before = training.scores.get(id)?.score;
    training.hear = () => Promise.reject(new Error('heard again'));
    training.note(traceId);
    const after = training.scores.get(id)?.score;
    expect(after?.calls).toEqual(before?.calls);
    expect(after?.findings.filter(({ rule }) => rule === 'code')).toEqual(
      before?.findings.filter(({ rule }) => rule === 'code'),
    );
  });

  it('corrects nothing once the time for it is over, and is kept', async () => {
    const { id, traceId } = await scored();
    training.clock.advance(correctsMs - waitMs + 1);
    expect(training.note(traceId)).toBe('stored');
    expect(training.notes(id)).toEqual(['missed']);
    expect(training.run(id).percent).toBe(33);
    expect(training.store.notesOf(traceId)).toMatchObject([{ text: 'Paid on Monday' }]);
  });

  it('corrects the score up to the last moment of that time', async () => {
    const { id, traceId } = await scored();
    training.clock.advance(correctsMs - waitMs);
    training.note(traceId);
    expect(training.notes(id)).toEqual(['met']);
  });

  it('is stored again if it is written again, and changes the score once', async () => {
    const { id, traceId } = await scored();
    training.note(traceId);
    const seen: unknown[] = [];
    training.runs.onChange((run) => seen.push(run));
    for (let count = 0; count < 3; count++) training.note(traceId, `Paid on Friday ${count}`);
    expect(seen).toEqual([]);
    expect(training.notes(id)).toEqual(['met']);
    expect(training.store.notesOf(traceId)).toMatchObject([{ text: 'Paid on Friday 2' }]);
    expect(training.runs.timelineOf(traceId).filter(({ type }) => type === 'noteSaved')).toHaveLength(1);
  });

  it('of another call changes nothing of this run', async () => {
    const { id } = await scored();
    desk.send({ type: 'makeCall', phoneNumber: '0661234501' });
    const { callTraceId } = training.voice.last;
    expect(training.note(callTraceId)).toBe('no-run');
    expect(training.note('999999')).toBe('no-run');
    expect(training.notes(id)).toEqual(['missed']);
    expect(training.store.notesOf(callTraceId)).toEqual([]);
  });

  it('is the last call’s: the call before keeps its finding', async () => {
    const id = training.start(wantsTwo);
    training.call();
    save();
    const second = training.call();
    save();
    training.clock.advance(waitMs);
    await settled();
    training.note(second);
    expect(training.notes(id)).toEqual(['missed', 'met']);
    expect(training.run(id).percent).toBe(50);
  });

  it('of a person who is deleted is not kept', async () => {
    const { id, traceId } = await scored();
    training.runs.forget('agent1');
    training.scores.forget('agent1');
    expect(training.note(traceId)).toBe('no-run');
    expect([training.runs.get(id), training.scores.get(id), training.store.notesOf(traceId)]).toEqual([null, null, []]);
    expect(training.runs.timelineOf(traceId)).toEqual([]);
  });

  it('of a person who is deleted while the run waits for it is not kept', async () => {
    const { id, traceId } = ended();
    training.runs.forget('agent1');
    training.scores.forget('agent1');
    expect(training.note(traceId)).toBe('no-run');
    training.clock.advance(waitMs);
    await settled();
    expect([training.runs.get(id), training.scores.get(id), training.store.notesOf(traceId)]).toEqual([null, null, []]);
    expect(training.clock.waiting).toBe(0);
  });

  it('is stored, and its score corrected, when there is room on the disk again', async () => {
    const { id, traceId } = await scored();
    training.database.exec('PRAGMA query_only = 1');
    expect(training.note(traceId)).toBe('not-stored');
    expect(training.notes(id)).toEqual(['missed']);
    training.database.exec('PRAGMA query_only = 0');
    expect(training.note(traceId)).toBe('stored');
    expect(training.notes(id)).toEqual(['met']);
  });

  it('corrects the score of a run that still waits for room on the disk', async () => {
    const id = training.start(wantsNote);
    const traceId = training.call();
    desk.send({ type: 'resolutionSet', id: 304 });
    // The end of the after-call work is a moment of the call.
    training.database.exec('PRAGMA query_only = 1');
    training.clock.advance(500 + waitMs);
    await settled();
    const seen: unknown[] = [];
    training.runs.onChange((run) => seen.push([run.id, run.percent]));
    training.note(traceId);
    expect([seen, training.run(id).percent]).toEqual([[[id, 100]], 100]);
    training.database.exec('PRAGMA query_only = 0');
    training.clock.advance(10_000);
    expect(training.store.get(id)?.run.percent).toBe(100);
  });
});

describe('a run that ends while the server stops', () => {
  it('is kept with its note, and scored by the next server', async () => {
    const { id, traceId } = ended();
    training.note(traceId);
    training.runs.close();
    training.scores.close();
    await settled();
    expect(training.store.get(id)?.run).toMatchObject({ status: 'done', percent: null });
    expect(training.notes(id)).toBeNull();

    const next = new TrainingUnderTest({ store: training.store, keeper: training.newKeeper(training) });
    expect(await next.runs.scoreLeft()).toBe(1);
    expect(training.notes(id)).toEqual(['met']);
    expect(next.run(id).percent).toBe(100);
    expect(await next.runs.scoreLeft()).toBe(0);
    next.close();
  });

  it('gets its note from the next server, and is scored with it', async () => {
    const { id, traceId } = ended();
    training.runs.close();
    training.scores.close();
    const next = new TrainingUnderTest({ store: training.store, keeper: training.newKeeper(training) });
    next.clock.advance(training.clock.elapsed() + 1000);
    expect(next.runs.note({ traceId, login: 'agent1', text: 'Paid' })).toBe('stored');
    await next.runs.scoreLeft();
    expect(training.notes(id)).toEqual(['met']);
    next.close();
  });

  it('is scored once, and not at all if the person is deleted meanwhile', async () => {
    const gate: { open: () => void } = { open: () => undefined };
    const { id } = ended();
    training.runs.close();
    const keeper = training.newKeeper(training);
    const next = new TrainingUnderTest({ store: training.store, keeper });
    training.hear = () => new Promise((resolve) => (gate.open = () => resolve(heard)));
    const scoring = next.runs.scoreLeft();
    next.runs.forget('agent1');
    keeper.forget('agent1');
    gate.open();
    expect(await scoring).toBe(0);
    expect([next.runs.get(id), keeper.get(id)]).toEqual([null, null]);
    next.close();
  });
});
