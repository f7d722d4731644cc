import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { ServerUnderTest } from './server.fixture';

describe('an operator whose account is logically deleted', () => {
  let server: ServerUnderTest;
  beforeEach(async () => (server = await new ServerUnderTest().start()));
  afterEach(() => server.close());

  it('is signed out over a restart too, and cannot sign in', async () => {
    const cookie = await server.signIn('agent3');
    expect((await server.fetch('/api/session', { cookie })).status).toBe(200);
    await server.stop();
    const database = new DatabaseSync(join(server.dataDir, 'training.sqlite'));
    database.exec("UPDATE agents SET live = 0 WHERE login = 'agent3'");
    database.close();
    await server.start();
    expect((await server.fetch('/api/session', { cookie })).status).toBe(401);
    expect((await server.fetch('/api/calls', { cookie })).status).toBe(403);
    expect((await server.post('/api/session', { login: 'agent3', password: 'training' })).status).toBe(401);
    const socket = server.connect(cookie);
    await socket.next('connect_error');
    expect(socket.seen.some(({ event }) => event === 'connect')).toBe(false);
  });
});
