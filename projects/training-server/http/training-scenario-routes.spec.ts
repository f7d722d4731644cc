import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerUnderTest } from '../server.fixture';

let server: ServerUnderTest;
let trainer: string;
beforeEach(async () => {
  server = await new ServerUnderTest().start();
  trainer = await server.signIn('trainer1');
});
afterEach(() => server.close());

const yamlOf = (id: string): string =>
  [
    ...[`id: ${id}`, 'version: 1', 'title: A call', 'about: A customer calls.', 'languages: [uk, en]', 'calls:'],
    ...['  - direction: incoming', '    customer: { number: "0661234567", name: Olha }', ''],
  ].join('\n');

const write = (id: string, yaml: string, cookie?: string, type = 'application/yaml'): Promise<Response> =>
  server.fetch(`/api/training/scenarios/${id}`, {
    method: 'PUT',
    body: yaml,
    cookie,
    headers: { 'content-type': type },
  });
const remove = (id: string, cookie: string): Promise<Response> =>
  server.fetch(`/api/training/scenarios/${id}`, { method: 'DELETE', cookie });
const check = (yaml: string, cookie: string): Promise<Response> =>
  server.fetch('/api/training/scenarios/check', {
    ...{ method: 'POST', body: yaml, cookie, headers: { 'content-type': 'text/plain' } },
  });

describe('scenarios over HTTP', () => {
  it.each(['application/yaml', 'text/yaml', 'text/plain'])(
    'are written, listed, read and deleted: %s',
    async (type) => {
      expect((await write('our-call', yamlOf('our-call'), trainer, type)).status).toBe(204);
      const operator = await server.signIn('agent1');
      const list = await server.fetch('/api/training/scenarios', { cookie: operator });
      const { scenarios } = (await list.json()) as { scenarios: { id: string }[] };
      expect(scenarios.find(({ id }) => id === 'our-call')).toEqual({
        ...{ id: 'our-call', origin: 'own', title: 'A call', about: 'A customer calls.', languages: ['uk', 'en'] },
        ...{ limitSeconds: 900, calls: [{ direction: 'incoming', number: '0661234567' }], problems: [] },
      });
      const read = await server.fetch('/api/training/scenarios/our-call', { cookie: operator });
      expect(read.headers.get('content-type')).toContain('application/yaml');
      expect(await read.text()).toBe(yamlOf('our-call'));
      expect((await remove('our-call', trainer)).status).toBe(204);
      expect((await remove('our-call', trainer)).status).toBe(404);
      expect((await server.fetch('/api/training/scenarios/our-call', { cookie: operator })).status).toBe(404);
    },
  );

  it('are refused with their problems', async () => {
    const response = await write('our-call', 'id: our-call\nversion: 2\n', trainer);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: 'not-a-scenario',
      problems: expect.arrayContaining([expect.objectContaining({ path: 'version', line: 2 })]),
    });
  });

  it('are checked without being written', async () => {
    const good = await check(yamlOf('our-call'), trainer);
    expect(good.status).toBe(200);
    expect(await good.json()).toMatchObject({ problems: [], scenario: { id: 'our-call' } });
    expect((await check('[', trainer)).status).toBe(422);
    expect((await server.fetch('/api/training/scenarios/our-call', { cookie: trainer })).status).toBe(404);
  });

  it('that are broken on the disk are listed with their problems', async () => {
    mkdirSync(join(server.dataDir, 'scenarios'));
    writeFileSync(join(server.dataDir, 'scenarios', 'broken.yaml'), 'id: [');
    const list = await server.fetch('/api/training/scenarios', { cookie: trainer });
    const { scenarios } = (await list.json()) as { scenarios: { id: string }[] };
    expect(scenarios.find(({ id }) => id === 'broken')).toMatchObject({
      title: 'broken',
      problems: [{ line: 1 }],
    });
    const start = await server.post('/api/training/runs', { scenario: 'broken', trainees: ['agent1'] }, trainer);
    expect(start.status).toBe(422);
  });

  it.each(['agent1', 'supervisor1'])('are not written by %s', async (login) => {
    const cookie = await server.signIn(login);
    for (const response of [
      await write('our-call', yamlOf('our-call'), cookie),
      await remove('our-call', cookie),
      await check(yamlOf('our-call'), cookie),
    ]) {
      expect(response.status).toBe(403);
    }
  });

  it('need a sign-in', async () => {
    expect((await server.fetch('/api/training/scenarios')).status).toBe(403);
    expect((await write('our-call', yamlOf('our-call'))).status).toBe(403);
  });

  it.each([
    ['..%2f..%2fx', 400],
    // The client resolves it: the address is another one.
    ['%2e%2e', 404],
    ['A', 400],
    ['x'.repeat(61), 400],
  ])('have no file %s', async (id, status) => {
    expect((await write(id, yamlOf('our-call'), trainer)).status).toBe(status);
  });

  it('are bounded in size', async () => {
    expect((await write('our-call', '#'.repeat(70_000), trainer)).status).toBe(413);
  });
});
