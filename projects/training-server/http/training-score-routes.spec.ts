import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { until } from 'test-kit';
import type { ScoreSheet, TrainingRun } from '../../training-kit';
import { ScoreStore } from '../score/score-store';
import { madeCall } from '../score/made-call.fixture';
import { madeScore, writeRecording } from '../score/scores.fixture';
import { ServerUnderTest } from '../server.fixture';

let server: ServerUnderTest;
let trainer: string;
let operator: string;

const id = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;
const day = 24 * 3600 * 1000;

beforeEach(async () => {
  server = await new ServerUnderTest().start();
  const database = new DatabaseSync(join(server.dataDir, 'training.sqlite'));
  const store = new ScoreStore(database);
  const now = server.clock.now();
  store.save(madeScore(id(1), 'agent1', now - 2 * day));
  store.save(madeScore(id(2), 'agent1', now, 0));
  store.save(madeScore(id(3), 'agent12', now));
  database.close();
  trainer = await server.signIn('trainer1');
  operator = await server.signIn('agent1');
});
afterEach(() => server.close());

const get = (path: string, cookie: string) => server.fetch(`/api/training${path}`, { cookie });
const json = async (path: string, cookie: string): Promise<unknown> => (await get(path, cookie)).json();
const remove = (login: string, cookie: string) =>
  server.fetch(`/api/training/people/${login}`, { method: 'DELETE', cookie });

const answersAndTalks = [
  ...['id: our-call', 'version: 1', 'title: A call', 'about: A customer calls.', 'languages: [en]', 'calls:'],
  ...['  - direction: incoming', '    customer: { number: "0661234567", name: Olha }'],
  ...['    expect:', '      - { answer: 20 }', '      - { talkShare: { from: 1, to: 99 } }', ''],
].join('\n');

/** A run in its call. */
async function playedRun(yaml: string): Promise<{ run: TrainingRun; traceId: string }> {
  await server.fetch('/api/training/scenarios/our-call', {
    ...{ method: 'PUT', body: yaml, cookie: trainer, headers: { 'content-type': 'application/yaml' } },
  });
  const socket = server.connect(operator);
  await socket.next('data');
  socket.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
  await socket.state('STATE_IDLE');
  const response = await server.post('/api/training/runs', { scenario: 'our-call', trainees: ['agent1'] }, trainer);
  const [run] = ((await response.json()) as { runs: TrainingRun[] }).runs;
  if (!run) throw new Error('no run');
  server.clock.advance(3000);
  const call = server.voice.last;
  call.answer();
  call.request.customer?.heard({ type: 'joined' });
  return { run, traceId: call.callTraceId };
}

/** A run with one call, stopped during the call; its recording is a made call. */
async function endedRun(): Promise<{ run: TrainingRun }> {
  const { run, traceId } = await playedRun(answersAndTalks);
  const made = madeCall(5, { kind: 'white', db: -50 });
  writeRecording(join(server.recordingsDir, `${traceId}.wav`), made.recording.samples);
  server.clock.advance(30_000);
  await server.post(`/api/training/runs/${run.id}/stop`, {}, trainer);
  server.clock.advance(11_000);
  return { run };
}

describe('a run’s score', () => {
  it('is for the trainee and for trainers', async () => {
    expect(await json(`/runs/${id(1)}/score`, operator)).toMatchObject({
      run: { id: id(1), name: 'Olena Kovalenko', points: 10 },
      score: { findings: [{ rule: 'greeting' }] },
    });
    expect((await get(`/runs/${id(1)}/score`, trainer)).status).toBe(200);
    expect((await get(`/runs/${id(3)}/score`, operator)).status).toBe(403);
    expect((await get(`/runs/${id(1)}/score`, await server.signIn('supervisor1'))).status).toBe(200);
    expect((await get(`/runs/${id(1)}/score`, '')).status).toBe(403);
    expect((await get(`/runs/${id(9)}/score`, trainer)).status).toBe(404);
    expect((await get('/runs/1/score', trainer)).status).toBe(400);
  });

  it('is made when the run ends, from the recording of its call', async () => {
    const { run } = await endedRun();
    let score: ScoreSheet | undefined;
    await until(async () => {
      const answer = (await json(`/runs/${run.id}/score`, operator)) as { score?: ScoreSheet };
      score = answer.score;
      return score !== undefined;
    }, 'the run is scored');
    expect(score?.findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['answer', 'met'],
      ['talkShare', 'met'],
    ]);
    expect(score?.calls[0]?.operatorSpeech.length).toBeGreaterThan(2);
  });
});

it('a run whose scoring was cut off is scored when its score is asked for', async () => {
  const { run } = await endedRun();
  const database = new DatabaseSync(join(server.dataDir, 'training.sqlite'));
  const store = new ScoreStore(database);
  await until(() => store.get(run.id) !== null, 'the run is scored');
  store.forget('agent1');
  database.close();
  expect(await json(`/runs/${run.id}/score`, operator)).toMatchObject({ error: 'no-score' });
  server.clock.advance(31_000);
  expect(await json(`/runs/${run.id}/score`, operator)).toMatchObject({ run: { id: run.id, points: 20 } });
});

it('a note that comes after the score corrects it, for the trainee and in the class', async () => {
  const yaml = [
    ...['id: our-call', 'version: 1', 'title: A call', 'about: A customer calls.', 'languages: [en]', 'calls:'],
    ...['  - direction: incoming', '    customer: { number: "0661234567", name: Olha }'],
    ...['    expect:', '      - { note: true }', ''],
  ].join('\n');
  const { run, traceId } = await playedRun(yaml);
  const socket = server.connect(operator);
  await socket.next('data');
  server.voice.last.report({ type: 'ended', by: 'customer' });
  socket.send({ type: 'resolutionSet', id: 304 });
  const status = async () => ((await json(`/runs/${run.id}`, operator)) as { run: TrainingRun }).run.status;
  await until(async () => {
    server.clock.advance(500);
    return (await status()) === 'done';
  }, 'the run is over');
  server.clock.advance(11_000);
  const score = () => json(`/runs/${run.id}/score`, operator) as Promise<{ score?: ScoreSheet }>;
  await until(async () => (await score()).score !== undefined, 'the run is scored');
  expect(await score()).toMatchObject({ run: { points: 0, of: 10 }, score: { findings: [{ verdict: 'missed' }] } });
  const note = () => server.post('/api/training/notes', { traceId, text: 'Pays on Friday' }, operator);
  expect((await note()).status).toBe(204);
  expect(await score()).toMatchObject({ run: { points: 10 }, score: { findings: [{ rule: 'note', verdict: 'met' }] } });
  const noted = { rule: 'note', met: 1, missed: 0, unmeasured: 0 };
  const { people } = (await json('/class?scenario=our-call', trainer)) as { people: { rules: unknown[] }[] };
  expect(people.map(({ rules }) => rules)).toEqual([[noted]]);
  expect(await json(`/runs/${run.id}`, trainer)).toMatchObject({ run: { percent: 100 } });
});

describe('the class', () => {
  it('has a row for each trainee whom the client may see', async () => {
    const row = { login: 'agent1', name: 'Olena Kovalenko', runs: 2, done: 2, points: 10, of: 20, percent: 50 };
    const greeting = { rule: 'greeting', met: 1, missed: 1, unmeasured: 0 };
    expect(await json('/class', trainer)).toMatchObject({ people: [row, { login: 'agent12' }] });
    expect(await json('/class', operator)).toMatchObject({ people: [{ ...row, rules: [greeting] }] });
  });

  it('is filtered by days and scenario', async () => {
    const today = new Date(server.clock.now()).toISOString().slice(0, 10);
    expect(await json(`/class?from=${today}`, operator)).toMatchObject({ people: [{ runs: 1, percent: 0 }] });
    const dayBefore = (days: number) => new Date(server.clock.now() - days * day).toISOString().slice(0, 10);
    expect(await json(`/class?to=${dayBefore(2)}`, operator)).toMatchObject({ people: [{ runs: 1, percent: 100 }] });
    expect(await json(`/class?from=${dayBefore(2)}&to=${today}`, operator)).toMatchObject({ people: [{ runs: 2 }] });
    expect(await json(`/class?to=${dayBefore(3)}`, trainer)).toEqual({ people: [] });
    expect(await json('/class?scenario=other', trainer)).toEqual({ people: [] });
    expect((await get('/class?from=2026-02-31', trainer)).status).toBe(400);
    expect((await get('/class?from=yesterday', trainer)).status).toBe(400);
  });

  it('is a CSV file with the separator that is wanted', async () => {
    const response = await get('/class.csv?separator=%3B', trainer);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="training-people.csv"');
    const text = await response.text();
    expect(text.split('\r\n')[0]).toBe('login;name;runs;done;points;of;percent;last;greeting met;greeting missed');
    expect(text).toContain('agent1;Olena Kovalenko;2;2;10;20;50;');
    const findings = await (await get('/class.csv?rows=findings', operator)).text();
    expect(findings.split('\r\n')).toHaveLength(4);
    expect(findings).toContain(`${id(2)},done,`);
    expect(findings).toContain(',7,greeting,missed,,1,1,3,0,10');
  });
});

describe('a person', () => {
  it('sees the progress over days', async () => {
    const answer = (await json('/people/agent1/progress', operator)) as { days: unknown; runs: unknown[] };
    expect(answer).toMatchObject({
      login: 'agent1',
      days: [
        { runs: 1, percent: 100 },
        { runs: 1, percent: 0 },
      ],
      rules: [{ rule: 'greeting', met: 1, missed: 1 }],
    });
    expect(answer.runs).toHaveLength(2);
    expect(await json('/people/agent1/progress?days=1', trainer)).toMatchObject({ days: [{ runs: 1 }] });
    expect((await get('/people/agent12/progress', operator)).status).toBe(403);
    expect((await get('/people/agent1/progress?days=0', operator)).status).toBe(400);
  });

  it('sees the last thirty days', async () => {
    const database = new DatabaseSync(join(server.dataDir, 'training.sqlite'));
    const store = new ScoreStore(database);
    for (const [place, days] of [29, 30, 31].entries()) {
      store.save(madeScore(id(4 + place), 'agent13', server.clock.now() - days * day));
    }
    database.close();
    const { runs } = (await json('/people/agent13/progress', trainer)) as { runs: { id: string }[] };
    expect(runs.map((run) => run.id)).toEqual([id(4)]);
  });

  it.each(['training_runs', 'training_scores'])('is told if not all can be deleted: %s', async (table) => {
    const { run } = await endedRun();
    await until(async () => (await get(`/runs/${run.id}/score`, operator)).status === 200, 'the run is scored');
    const database = new DatabaseSync(join(server.dataDir, 'training.sqlite'));
    database.exec(`CREATE TRIGGER full BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
    const refused = await remove('agent1', operator);
    expect([refused.status, await refused.json()]).toEqual([507, expect.objectContaining({ error: 'not-stored' })]);
    database.exec('DROP TRIGGER full');
    database.close();
    expect((await remove('agent1', operator)).status).toBe(204);
    expect((await get(`/runs/${run.id}/score`, operator)).status).toBe(404);
  });

  it.each([
    ['agent1', 204],
    ['trainer1', 204],
    ['admin1', 204],
    ['agent2', 403],
    ['supervisor1', 403],
  ])('is deleted by %s: %i', async (login, status) => {
    const cookie = await server.signIn(login);
    expect((await remove('agent1', cookie)).status).toBe(status);
    const { people } = (await json('/class', trainer)) as { people: { login: string }[] };
    expect(people.some((row) => row.login === 'agent1')).toBe(status !== 204);
    expect(people.some((row) => row.login === 'agent12')).toBe(true);
  });
});
