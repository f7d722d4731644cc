import type { TrainingRun } from '../../training-kit';
import { ServerUnderTest } from '../server.fixture';

let server: ServerUnderTest;
let operator: string;
let trainer: string;
let run: TrainingRun;

const flight = '{"format":"mediatel-flight","version":2,"entries":[]}';
const flightType = 'application/vnd.mediatel.flight+json';

beforeEach(async () => {
  server = await new ServerUnderTest().start();
  operator = await server.signIn('agent1');
  trainer = await server.signIn('trainer1');
  const started = await server.post('/api/training/runs', { scenario: 'incoming' }, operator);
  [run] = ((await started.json()) as { runs: [TrainingRun] }).runs;
});
afterEach(() => server.close());

const put = (cookie = operator, body = flight, type = flightType, id = run.id) =>
  server.fetch(`/api/training/runs/${id}/flight`, { method: 'PUT', body, cookie, headers: { 'content-type': type } });
const get = (cookie: string, id = run.id) => server.fetch(`/api/training/runs/${id}/flight`, { cookie });
const stop = () => server.post(`/api/training/runs/${run.id}/stop`, {}, operator);
const refusal = async (response: Response) => [response.status, ((await response.json()) as { error: string }).error];
const score = async (cookie: string) =>
  ((await (await server.fetch(`/api/training/runs/${run.id}/score`, { cookie })).json()) as { run: object }).run;

/** The run is over and scored. */
async function ended(): Promise<void> {
  await stop();
  server.clock.advance(31_000);
}

describe('what a desk recorded of a run', () => {
  it('is kept for the trainee and for trainers', async () => {
    await ended();
    expect(await score(operator)).toMatchObject({ hasFlight: false });
    expect((await put()).status).toBe(204);
    for (const cookie of [operator, trainer]) {
      const response = await get(cookie);
      expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
        ...[200, 'no-store', flight],
      ]);
      expect(await score(cookie)).toMatchObject({ hasFlight: true });
    }
  });

  it('is for nobody else', async () => {
    await ended();
    await put();
    const supervisor = await server.signIn('supervisor1');
    expect(await refusal(await get(supervisor))).toEqual([403, 'not-yours']);
    expect(await refusal(await get(await server.signIn('agent2')))).toEqual([403, 'not-yours']);
    expect((await get('')).status).toBe(403);
    expect(await score(supervisor)).toMatchObject({ hasFlight: false });
  });

  it('is sent by the trainee’s desk alone, once the run is over', async () => {
    expect(await refusal(await put())).toEqual([409, 'not-now']);
    await ended();
    expect(await refusal(await put(trainer))).toEqual([403, 'not-yours']);
    expect(await refusal(await put(await server.signIn('agent2')))).toEqual([403, 'not-yours']);
    server.clock.advance(15 * 60_000);
    expect(await refusal(await put())).toEqual([409, 'not-now']);
    expect(await refusal(await get(trainer))).toEqual([404, 'not-kept']);
  });

  it.each([
    ['another text', '{"format":"other"}', flightType, 400],
    ['no text', '', flightType, 400],
    ['JSON', flight, 'application/json', 400],
    ['a text that is too long', flight + ' '.repeat(3 * 1024 * 1024), flightType, 413],
  ])('is not %s', async (_what, body, type, status) => {
    await ended();
    expect((await put(operator, body, type)).status).toBe(status);
    expect((await get(operator)).status).toBe(404);
  });

  it('may be as long as a recorder’s', async () => {
    await ended();
    expect((await put(operator, flight + ' '.repeat(2 * 1024 * 1024))).status).toBe(204);
  });

  it('is of a run that there is', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    expect(await refusal(await put(operator, flight, flightType, none))).toEqual([404, 'no-such-run']);
    expect(await refusal(await get(operator, none))).toEqual([404, 'no-such-run']);
  });

  it('is deleted with the person, and is not taken afterwards', async () => {
    await ended();
    await put();
    const removed = await server.fetch('/api/training/people/agent1', { method: 'DELETE', cookie: operator });
    expect(removed.status).toBe(204);
    expect(await refusal(await put())).toEqual([404, 'no-such-run']);
    await server.stop();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(`${server.dataDir}/training.sqlite`);
    expect(database.prepare('SELECT run_id FROM training_flights').all()).toEqual([]);
    database.close();
    await server.start();
  });
});
