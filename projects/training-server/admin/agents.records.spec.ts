import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from 'test-kit';
import { ApiUnderTest, refused } from './api.fixture';

let api: ApiUnderTest;
beforeEach(async () => (api = await new ApiUnderTest().start()));
afterEach(() => api.server.close());

async function signedIn(login: string): Promise<string> {
  const response = await api.server.post('/api/session', { login, password: 'her own' });
  return response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

/** A person with a call, its recording and note, a scored run, and one that waits. Returns the call's id. */
async function atWork(login: string): Promise<string> {
  const { server } = api;
  const cookie = await signedIn(login);
  const socket = server.connect(cookie);
  socket.send({ type: 'login', user: login, password: 'her own', extension: '1021' });
  await socket.state('STATE_IDLE');
  const run = await started(cookie);
  server.clock.advance(60_000);
  const { callTraceId } = server.voice.last;
  server.voice.last.answer();
  await socket.state('STATE_CALL_ACTIVE');
  writeFileSync(join(server.recordingsDir, `${callTraceId}.wav`), 'sound');
  expect((await server.post('/api/training/notes', { traceId: callTraceId, text: 'Will pay' }, cookie)).status).toBe(
    204,
  );
  await server.post(`/api/training/runs/${run}/stop`, {}, cookie);
  server.voice.last.report({ type: 'ended', by: 'customer' });
  await socket.state('STATE_CLERICAL');
  socket.send({ type: 'logout' });
  server.clock.advance(600_000);
  await socket.state('STATE_LOGOUT');
  expect((await server.fetch(`/api/training/runs/${run}/score`, { cookie })).status).toBe(200);
  const flight = await server.fetch(`/api/training/runs/${run}/flight`, {
    ...{ method: 'PUT', body: '{"format":"mediatel-flight"}', cookie },
    headers: { 'content-type': 'application/vnd.mediatel.flight+json' },
  });
  expect(flight.status).toBe(204);
  await started(cookie);
  expect(await seenBy(cookie, login, callTraceId)).toEqual({ calls: 1, recording: 200, runs: 2, scored: 1 });
  return callTraceId;
}

async function started(cookie: string): Promise<string> {
  const response = await api.server.post('/api/training/runs', { scenario: 'incoming' }, cookie);
  const { runs } = (await response.json()) as Runs;
  return runs[0]?.id ?? '';
}

/** What somebody sees of a login's past. */
async function seenBy(cookie: string, login: string, call: string) {
  const json = async (path: string) => (await api.server.fetch(path, { cookie })).json() as Promise<Seen>;
  const { calls = [] } = await json('/api/calls');
  const { runs = [] } = await json('/api/training/runs');
  const progress = await json(`/api/training/people/${login}/progress`);
  const recording = await api.server.fetch(`/records/mediatel-record?calltraceID=${call}`, { cookie });
  return {
    calls: calls.length,
    recording: recording.status,
    runs: runs.length,
    scored: progress.runs?.length,
  };
}
/** Whose desks' recordings the server keeps. */
function flightsOf(): unknown[] {
  const database = new DatabaseSync(join(api.server.dataDir, 'training.sqlite'), { readOnly: true });
  const kept = database.prepare('SELECT trainee FROM training_flights').all();
  database.close();
  return kept.map(({ trainee }) => trainee);
}
interface Runs {
  readonly runs: readonly { readonly id: string }[];
}
type Seen = Readonly<Partial<Record<'calls' | 'runs', readonly unknown[]>>>;

const nothing = { calls: 0, recording: 403, runs: 0, scored: 0 };

it('a new person with the login of somebody removed gets nothing of that person', async () => {
  const id = await api.create('olha.new');
  const call = await atWork('olha.new');
  const former = await signedIn('olha.new');
  await api.call('PUT', `/agents/${id}`, { State: 0 });
  expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject({ status: 200 });
  expect(flightsOf()).toEqual([]);
  await api.create('olha.new');
  expect(await seenBy(await signedIn('olha.new'), 'olha.new', call)).toEqual(nothing);
  expect((await api.server.fetch('/api/session', { cookie: former })).status).toBe(401);
  // The call and its recording are the business's: they stay for those who reach everybody's.
  const trainer = await api.server.signIn('trainer1');
  expect((await api.server.fetch(`/records/mediatel-record?calltraceID=${call}`, { cookie: trainer })).status).toBe(
    200,
  );
});

it('a person who is renamed keeps calls, runs and scores; who gets the old login has none of them', async () => {
  const id = await api.create('olha.new');
  const call = await atWork('olha.new');
  const former = await signedIn('olha.new');
  const renaming = () => api.call('PUT', `/agents/${id}`, { Login: 'olha.married' });
  expect(await renaming()).toMatchObject(refused(409, 106));
  const { runs } = (await (await api.server.fetch('/api/training/runs', { cookie: former })).json()) as Runs;
  await api.server.post(`/api/training/runs/${runs[0]?.id}/stop`, {}, former);
  api.server.clock.advance(10_000);
  await until(async () => (await renaming()).status === 200, 'the run is over and scored');
  await api.create('olha.new', '1022');
  expect(await seenBy(await signedIn('olha.new'), 'olha.new', call)).toEqual(nothing);
  const renamed = await seenBy(await signedIn('olha.married'), 'olha.married', call);
  expect(renamed).toEqual({ calls: 1, recording: 200, runs: 2, scored: 2 });
  expect(flightsOf()).toEqual(['olha.married']);
  expect((await api.server.fetch('/api/session', { cookie: former })).status).toBe(401);
});
