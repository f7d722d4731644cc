import type { TrainingRun } from '../../training-kit';
import { ServerUnderTest, type TestSocket } from '../server.fixture';

let server: ServerUnderTest;
let trainer: string;
let operator: string;
let supervisor: string;

const yaml = [
  ...['id: our-call', 'version: 1', 'title: A call', 'about: A customer calls.', 'languages: [uk, en]', 'calls:'],
  ...['  - direction: incoming', '    customer: { number: "0661234567", name: Olha }', ''],
].join('\n');

beforeEach(async () => {
  server = await new ServerUnderTest().start();
  trainer = await server.signIn('trainer1');
  operator = await server.signIn('agent1');
  supervisor = await server.signIn('supervisor1');
  await server.fetch('/api/training/scenarios/our-call', {
    ...{ method: 'PUT', body: yaml, cookie: trainer, headers: { 'content-type': 'application/yaml' } },
  });
});
afterEach(() => server.close());

const start = (cookie: string, body: object = {}): Promise<Response> =>
  server.post('/api/training/runs', { scenario: 'our-call', ...body }, cookie);
const runsOf = async (response: Response): Promise<TrainingRun[]> =>
  ((await response.json()) as { runs: TrainingRun[] }).runs;

async function started(cookie = trainer, trainees: readonly string[] = ['agent1']): Promise<TrainingRun> {
  const [run] = await runsOf(await start(cookie, { trainees }));
  if (!run) throw new Error('no run');
  return run;
}
const steer = (id: string, verb: string, body: object = {}, cookie = trainer): Promise<Response> =>
  server.post(`/api/training/runs/${id}/${verb}`, body, cookie);

async function available(): Promise<TestSocket> {
  const socket = server.connect(operator);
  await socket.next('data');
  socket.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
  await socket.state('STATE_IDLE');
  return socket;
}

/** A run in its call. */
async function playing(): Promise<{ run: TrainingRun; traceId: string }> {
  await available();
  const run = await started();
  server.clock.advance(3000);
  server.voice.last.answer();
  return { run, traceId: server.voice.last.callTraceId };
}

describe('runs over HTTP', () => {
  it('are started for several trainees, and listed', async () => {
    const response = await start(trainer, { trainees: ['agent1', 'agent2'], language: 'en' });
    expect(response.status).toBe(201);
    const runs = await runsOf(response);
    expect(runs).toMatchObject([
      { trainee: 'agent1', startedBy: 'trainer1', language: 'en', status: 'waiting' },
      { trainee: 'agent2', startedBy: 'trainer1', language: 'en', status: 'waiting' },
    ]);
    const all = await runsOf(await server.fetch('/api/training/runs', { cookie: trainer }));
    expect(all.map(({ trainee }) => trainee).sort()).toEqual(['agent1', 'agent2']);
    const own = await runsOf(await server.fetch('/api/training/runs?trainee=agent2', { cookie: trainer }));
    expect(own).toEqual([runs[1]]);
  });

  it('are started by an operator alone, in the scenario’s first language', async () => {
    expect(await runsOf(await start(operator))).toMatchObject([{ trainee: 'agent1', language: 'uk' }]);
  });

  it('begin for all or for none', async () => {
    await started(trainer, ['agent2']);
    const response = await start(trainer, { trainees: ['agent1', 'agent2'] });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: 'has-a-run' });
    expect(await runsOf(await server.fetch('/api/training/runs?trainee=agent1', { cookie: trainer }))).toEqual([]);
  });

  it.each([
    ['an unknown scenario', { scenario: 'none', trainees: ['agent1'] }, 404, 'no-such-scenario'],
    ['an unknown trainee', { trainees: ['agent99'] }, 404, 'no-such-trainee'],
    ['another language', { trainees: ['agent1'], language: 'ru' }, 400, 'not-that-language'],
    ['no language', { trainees: ['agent1'], language: 'de' }, 400, 'bad-request'],
    ['nobody', { trainees: [] }, 400, 'bad-request'],
  ])('are not started for %s', async (_what, body, status, error) => {
    const response = await start(trainer, body);
    expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({ status, error });
  });

  it('are paused, resumed, marked, pushed and stopped', async () => {
    const { run, traceId } = await playing();
    expect((await steer(run.id, 'push', { line: { lossPercent: 10 } })).status).toBe(200);
    expect(server.voice.lines.get('1001')).toEqual({ lossPercent: 10, delayMs: 0, jitterMs: 0 });
    expect((await steer(run.id, 'mark', { note: 'Listens well' })).status).toBe(200);
    expect((await steer(run.id, 'pause')).status).toBe(200);
    expect((await steer(run.id, 'resume')).status).toBe(200);
    const stopped = await steer(run.id, 'stop');
    expect(await stopped.json()).toMatchObject({ run: { status: 'stopped', reason: 'Stopped by trainer1' } });
    expect(server.voice.lines.get('1001')).toMatchObject({ lossPercent: 0 });
    const shown = await server.fetch(`/api/training/runs/${run.id}`, { cookie: operator });
    expect(await shown.json()).toMatchObject({
      run: { id: run.id, status: 'stopped', traceIds: [traceId] },
      scenario: { id: 'our-call' },
      timelines: {
        [traceId]: expect.arrayContaining([
          expect.objectContaining({ type: 'mark', by: 'trainer1', note: 'Listens well' }),
          expect.objectContaining({ type: 'fault', fault: 'line' }),
        ]),
      },
    });
    const again = await steer(run.id, 'stop');
    expect({ status: again.status, ...((await again.json()) as object) }).toMatchObject({
      status: 409,
      error: 'is-over',
    });
  });

  it('have nothing to push or mark before a call', async () => {
    const run = await started();
    for (const response of [
      await steer(run.id, 'push', { hangUp: true }),
      await steer(run.id, 'mark', { note: '!' }),
    ]) {
      expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({
        status: 409,
        error: 'no-call',
      });
    }
    expect((await steer(run.id, 'push', { explode: true })).status).toBe(400);
  });

  it('store a trainee’s note of an own call', async () => {
    const { run, traceId } = await playing();
    expect((await server.post('/api/training/notes', { traceId, text: 'Pays on Friday' }, operator)).status).toBe(204);
    const other = await server.signIn('agent2');
    expect((await server.post('/api/training/notes', { traceId, text: 'x' }, other)).status).toBe(403);
    expect((await server.post('/api/training/notes', { traceId: '7', text: 'x' }, operator)).status).toBe(403);
    const shown = await server.fetch(`/api/training/runs/${run.id}`, { cookie: operator });
    expect(await shown.json()).toMatchObject({
      timelines: { [traceId]: expect.arrayContaining([expect.objectContaining({ type: 'noteSaved' })]) },
    });
  });
});

describe('rights', () => {
  it('keep an operator to the own runs', async () => {
    const run = await started(trainer, ['agent2']);
    const responses = [
      await start(operator, { trainees: ['agent2'] }),
      await server.fetch(`/api/training/runs/${run.id}`, { cookie: operator }),
      await server.fetch('/api/training/runs?trainee=agent2', { cookie: operator }),
      await steer(run.id, 'stop', {}, operator),
    ];
    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await runsOf(await server.fetch('/api/training/runs', { cookie: operator }))).toEqual([]);
  });

  it('let a supervisor see, and no more', async () => {
    const run = await started();
    expect((await server.fetch(`/api/training/runs/${run.id}`, { cookie: supervisor })).status).toBe(200);
    expect(await runsOf(await server.fetch('/api/training/runs', { cookie: supervisor }))).toHaveLength(1);
    expect((await steer(run.id, 'stop', {}, supervisor)).status).toBe(403);
    expect((await start(supervisor, { trainees: ['agent2'] })).status).toBe(403);
  });

  it('need a sign-in', async () => {
    const run = await started();
    expect((await server.fetch('/api/training/runs')).status).toBe(403);
    expect((await server.post('/api/training/runs', { scenario: 'our-call' })).status).toBe(403);
    expect((await server.post(`/api/training/runs/${run.id}/stop`, {})).status).toBe(403);
    expect((await server.post('/api/training/notes', { traceId: '7', text: 'x' })).status).toBe(403);
  });

  it('have no run of that id', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect((await steer(id, 'stop')).status).toBe(404);
    expect((await server.fetch(`/api/training/runs/${id}`, { cookie: trainer })).status).toBe(404);
    expect((await server.fetch('/api/training/runs/1', { cookie: trainer })).status).toBe(400);
  });
});

it('a server that stops ends its runs, and keeps them', async () => {
  const { run } = await playing();
  await server.stop();
  await server.start();
  const shown = await server.fetch(`/api/training/runs/${run.id}`, { cookie: trainer });
  expect(await shown.json()).toMatchObject({
    run: { status: 'failed', reason: 'The server stopped during the run' },
  });
});
