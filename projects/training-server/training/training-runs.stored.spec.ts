import { failures } from './run-event';
import type { StoredRun } from './run-store';
import { scenarioOf, TrainingUnderTest } from './training.fixture';

let training: TrainingUnderTest;
beforeEach(() => (training = new TrainingUnderTest()));
afterEach(() => training.close());

const incoming = scenarioOf([{ comesAfterSeconds: 3 }]);
const twoCalls = scenarioOf([{}, { comesAfterSeconds: 7 }]);
const saved = { type: 'resolutionSet', id: 304 } as const;

describe('what is stored', () => {
  it('is there after a restart; a run left open has failed', () => {
    training.desk().logIn();
    const id = training.start(incoming);
    training.clock.advance(3000);
    training.join();
    const later = new TrainingUnderTest({ store: training.store });
    expect(later.runs.endLeftOpen()).toBe(1);
    expect(later.run(id)).toMatchObject({ status: 'failed', reason: failures.server, turn: null });
    expect(later.runs.get(id)?.scenario).toEqual(incoming);
    expect(later.runs.timelineOf(training.voice.last.callTraceId)).toContainEqual({ type: 'answered', atMs: 0 });
    expect(later.runs.endLeftOpen()).toBe(0);
    later.close();
  });

  it('ends with the server', () => {
    training.desk().logIn();
    const id = training.start(incoming);
    training.clock.advance(3000);
    training.runs.close();
    expect(training.store.get(id)?.run).toMatchObject({ status: 'failed', reason: failures.server });
    expect(
      training.runs.start({ scenario: incoming, trainee: 'agent2', language: 'uk', startedBy: 'x' }),
    ).toMatchObject({ refused: 'closed' });
  });

  it('is deleted by person', () => {
    training.desk().logIn();
    const id = training.start(incoming);
    const other = training.start(incoming, { trainee: 'agent2' });
    training.clock.advance(3000);
    const { callTraceId } = training.voice.last;
    training.runs.note({ traceId: callTraceId, login: 'agent1', text: 'Will pay' });
    expect(training.runs.forget('agent1')).toBe(true);
    training.voice.last.report({ type: 'ended', by: 'customer' });
    training.clock.advance(60_000);
    expect(training.runs.get(id)).toBeNull();
    expect(training.runs.of('agent1')).toEqual([]);
    expect(training.runs.timelineOf(callTraceId)).toEqual([]);
    expect(training.store.notesOf(callTraceId)).toEqual([]);
    expect(training.run(other).status).toBe('waiting');
    expect(training.runs.stop(other, 'by trainer1')).toBe(true);
  });

  it('is deleted by person in the middle of a call, and nothing of its rest is stored', () => {
    training.desk().logIn();
    training.start(incoming);
    training.clock.advance(3000);
    training.join();
    expect(training.runs.forget('agent1')).toBe(true);
    training.clock.advance(2000);
    training.voice.last.report({ type: 'ended', by: 'customer' });
    training.clock.advance(60_000);
    for (const table of ['training_runs', 'training_calls', 'training_moments', 'training_notes']) {
      expect([table, training.database.prepare(`SELECT * FROM ${table}`).all()]).toEqual([table, []]);
    }
  });

  it('is bounded: the newest 200 runs of a trainee', () => {
    training.desk().logIn();
    const first = training.start(incoming);
    training.clock.advance(3000);
    const { callTraceId } = training.voice.last;
    training.runs.stop(first, 'by trainer1');
    const other = training.start(incoming, { trainee: 'agent2' });
    for (let count = 0; count < 200; count++) {
      training.clock.advance(1);
      training.runs.stop(training.start(incoming), 'by trainer1');
    }
    expect(training.runs.get(first)).toBeNull();
    expect(training.runs.timelineOf(callTraceId)).toEqual([]);
    expect(training.runs.of('agent1')).toHaveLength(200);
    expect(training.run(other).status).toBe('waiting');
  });

  it('keeps the latest note of a call, and its moment', () => {
    training.desk().logIn();
    training.start(incoming);
    training.clock.advance(3000);
    training.join();
    const { callTraceId: traceId } = training.voice.last;
    training.clock.advance(4000);
    training.runs.note({ traceId, login: 'agent1', text: 'Will pay' });
    training.runs.note({ traceId, login: 'agent1', text: 'Will pay on Friday' });
    expect(training.store.notesOf(traceId)).toMatchObject([{ text: 'Will pay on Friday' }]);
    expect(training.runs.timelineOf(traceId)).toContainEqual({ type: 'noteSaved', atMs: 4000 });
  });
});

describe('a score', () => {
  const kept: StoredRun[] = [];
  beforeEach(() => {
    training.close();
    kept.length = 0;
    training = new TrainingUnderTest({
      keeper: {
        keep: (stored) => {
          kept.push(stored);
          return Promise.resolve(75);
        },
        correct: () => null,
      },
    });
  });

  it('is given when the recording is complete, and kept', async () => {
    const desk = training.desk().logIn();
    const id = training.start(incoming);
    const outcome = training.runs.outcomeOf(id);
    training.clock.advance(3000);
    training.join();
    desk.send({ type: 'closeCall' }, saved);
    training.clock.advance(1000);
    expect(training.run(id)).toMatchObject({ status: 'done', percent: null });
    expect(kept).toEqual([]);
    training.voice.last.report({ type: 'ended', by: 'server' });
    expect(await outcome).toMatchObject({ id, status: 'done', percent: 75 });
    expect(kept).toMatchObject([{ run: { id, status: 'done' }, scenario: incoming }]);
    expect(training.store.get(id)?.run.percent).toBe(75);
  });

  it('waits for the recordings of all calls', async () => {
    const desk = training.desk().logIn();
    const id = training.start(twoCalls);
    const outcome = training.runs.outcomeOf(id);
    training.clock.advance(3000);
    training.join().hangUp();
    training.voice.last.report({ type: 'ended', by: 'customer' });
    desk.send(saved);
    training.clock.advance(7000);
    training.join();
    desk.send({ type: 'closeCall' }, saved);
    training.clock.advance(1000);
    expect(training.run(id)).toMatchObject({ status: 'done', percent: null });
    expect(kept).toEqual([]);
    training.voice.last.report({ type: 'ended', by: 'server' });
    await outcome;
    expect(kept).toHaveLength(1);
    expect(training.clock.waiting).toBe(0);
  });

  it('does not wait for ever for a recording', async () => {
    const desk = training.desk().logIn();
    const id = training.start(incoming);
    const outcome = training.runs.outcomeOf(id);
    training.clock.advance(3000);
    training.join();
    desk.send({ type: 'closeCall' }, saved);
    training.clock.advance(12_000);
    expect(await outcome).toMatchObject({ percent: 75 });
  });

  it('is kept although the trainee has the next run already', async () => {
    const desk = training.desk().logIn();
    const id = training.start(incoming);
    const outcome = training.runs.outcomeOf(id);
    training.clock.advance(3000);
    training.join();
    desk.send({ type: 'closeCall' }, saved);
    training.clock.advance(1000);
    const next = training.start(incoming);
    training.voice.calls[0]?.report({ type: 'ended', by: 'server' });
    await outcome;
    expect(training.store.get(id)?.run.percent).toBe(75);
    expect(training.run(next)).toMatchObject({ status: 'waiting', percent: null });
    training.clock.advance(3000);
    expect(training.run(next).status).toBe('playing');
  });
});

it('a score that fails leaves the run over, without points', async () => {
  training.close();
  training = new TrainingUnderTest({
    keeper: { keep: () => Promise.reject(new Error('no ear')), correct: () => null },
  });
  const id = training.start(incoming);
  const outcome = training.runs.outcomeOf(id);
  training.runs.stop(id, 'by trainer1');
  training.clock.advance(0);
  expect(await outcome).toMatchObject({ status: 'stopped', percent: null });
});

it('every change is shown to everybody who looks, until they stop', () => {
  const seen: string[] = [];
  const stopBad = training.runs.onChange(() => {
    throw new Error('a fault of the page');
  });
  const stop = training.runs.onChange(({ trainee, status }) => seen.push(`${trainee} ${status}`));
  const id = training.start(incoming);
  training.runs.pause(id);
  training.runs.resume(id);
  stopBad();
  training.runs.stop(id, 'by trainer1');
  stop();
  training.start(incoming);
  expect(seen).toEqual(['agent1 waiting', 'agent1 paused', 'agent1 waiting', 'agent1 stopped']);
});

describe('a full disk', () => {
  it('leaves the run going, says so, and stores what it owes when there is room', () => {
    training.desk().logIn();
    const id = training.start(twoCalls);
    training.clock.advance(3000);
    training.database.exec('PRAGMA query_only = 1');
    training.join();
    training.clock.advance(2000);
    training.runs.mark(id, 'good', 'trainer1');
    expect(training.run(id)).toMatchObject({ status: 'playing', reason: failures.diskFull });
    // What is not stored is shown all the same.
    expect(training.runs.timelineOf(training.voice.last.callTraceId)).toContainEqual(
      expect.objectContaining({ type: 'mark', note: 'good' }),
    );
    training.database.exec('PRAGMA query_only = 0');
    training.clock.advance(1000);
    training.voice.last.report({ type: 'ended', by: 'customer' });
    const { callTraceId } = training.voice.last;
    expect(training.store.timelineOf(callTraceId)).toEqual(training.runs.timelineOf(callTraceId));
    expect(training.store.timelineOf(callTraceId)).toContainEqual(
      expect.objectContaining({ type: 'mark', by: 'trainer1', note: 'good', atMs: 2000 }),
    );
    expect(training.store.get(id)?.run).toMatchObject({ status: 'afterCall', reason: failures.diskFull });
  });

  it('leaves the end of a run known, and stores it a moment later', () => {
    training.desk().logIn();
    const id = training.start(incoming);
    training.database.exec('PRAGMA query_only = 1');
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    const ended = { status: 'stopped', reason: 'by trainer1' };
    expect(training.run(id)).toMatchObject(ended);
    expect(training.runs.of('agent1')).toMatchObject([ended]);
    training.clock.advance(9999);
    training.database.exec('PRAGMA query_only = 0');
    expect(training.store.get(id)?.run.status).toBe('waiting');
    training.clock.advance(1);
    expect(training.store.get(id)?.run).toMatchObject(ended);
    expect(training.runs.of('agent1')).toMatchObject([ended]);
    expect(training.clock.waiting).toBe(0);
  });

  it('that is full until after the end loses nothing of a call', async () => {
    training.desk().logIn();
    const id = training.start(incoming);
    training.clock.advance(3000);
    training.database.exec('PRAGMA query_only = 1');
    // The recording begins later than the ringing: its beginning is not stored either.
    training.clock.advance(4000);
    training.join();
    training.clock.advance(2000);
    training.runs.mark(id, 'good', 'trainer1');
    training.voice.last.report({ type: 'ended', by: 'customer' });
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    await new Promise(setImmediate);
    const timeline = training.runs.timelineOf(training.voice.last.callTraceId);
    expect(timeline).toContainEqual({ type: 'mark', by: 'trainer1', note: 'good', atMs: 2000 });
    training.database.exec('PRAGMA query_only = 0');
    training.clock.advance(10_000);
    expect(training.store.timelineOf(training.voice.last.callTraceId)).toEqual(timeline);
  });

  it('owes nothing of a person who is deleted', () => {
    training.desk().logIn();
    training.database.exec('PRAGMA query_only = 1');
    const id = training.start(incoming);
    training.runs.stop(id, 'by trainer1');
    training.clock.advance(0);
    expect(training.run(id).status).toBe('stopped');
    expect(training.runs.forget('agent1')).toBe(false);
    training.database.exec('PRAGMA query_only = 0');
    training.clock.advance(20_000);
    expect(training.runs.get(id)).toBeNull();
  });

  it('brings the call when there is room', () => {
    training.desk().logIn();
    const id = training.start(incoming);
    training.database.exec('PRAGMA query_only = 1');
    training.clock.advance(60_000);
    expect(training.voice.calls).toEqual([]);
    expect(training.run(id)).toMatchObject({ status: 'waiting', reason: failures.diskFull });
    training.database.exec('PRAGMA query_only = 0');
    training.clock.advance(5000);
    expect(training.run(id).status).toBe('playing');
  });
});
