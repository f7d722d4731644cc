import { ServerUnderTest } from '../server.fixture';

let server: ServerUnderTest;

beforeEach(async () => {
  server = await new ServerUnderTest().start();
});
afterEach(() => server.close());

const degrade = async (body: unknown, user: string | null): Promise<Response> =>
  server.post('/api/line', body, user === null ? '' : await server.signIn(user));

describe('POST /api/line', () => {
  it('degrades the operator’s own line, and restores it', async () => {
    expect((await degrade({ agent: 'agent1', lossPercent: 10, delayMs: 450 }, 'agent1')).status).toBe(204);
    expect(server.voice.lines.get('1001')).toEqual({ lossPercent: 10, delayMs: 450, jitterMs: 0 });
    expect((await degrade({ agent: 'agent1' }, 'agent1')).status).toBe(204);
    expect(server.voice.lines.get('1001')).toEqual({ lossPercent: 0, delayMs: 0, jitterMs: 0 });
  });

  it('is a supervisor’s for anybody', async () => {
    expect((await degrade({ agent: 'agent2', jitterMs: 50 }, 'supervisor1')).status).toBe(204);
    expect(server.voice.lines.get('1002')).toMatchObject({ jitterMs: 50 });
  });

  it.each([
    ['no cookie', { agent: 'agent1' }, null, 403],
    ['another operator’s', { agent: 'agent1' }, 'agent2', 403],
    ['an unknown agent', { agent: 'nobody' }, 'supervisor1', 404],
    ['a supervisor’s, who has no line', { agent: 'supervisor1' }, 'supervisor1', 404],
    ['more than all', { agent: 'agent1', lossPercent: 101 }, 'agent1', 400],
    ['less than none', { agent: 'agent1', delayMs: -1 }, 'agent1', 400],
    ['no number', { agent: 'agent1', jitterMs: '50' }, 'agent1', 400],
    ['nobody’s', {}, 'agent1', 400],
  ])('refuses: %s', async (_case, body, user, status) => {
    const response = await degrade(body, user);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
    expect(server.voice.lines.size).toBe(0);
  });
});
