import { ServerUnderTest } from '../server.fixture';

const login = { type: 'login', user: 'agent1', password: 'training', extension: '1001' };

let server: ServerUnderTest;
let cookie: string;

beforeEach(async () => {
  server = await new ServerUnderTest().start();
  cookie = await server.signIn('agent1');
});
afterEach(() => server.close());

async function available() {
  const browser = server.connect(cookie);
  browser.send(login);
  await browser.state('STATE_IDLE');
  return browser;
}

const stage = (body: unknown, by: string | undefined = cookie) => server.post('/api/scenario', body, by);

describe('POST /api/scenario', () => {
  it('shows one snapshot with the given fields; the next is the machine’s own again', async () => {
    const browser = await available();
    const overrides = { state: 'STATE_HOLD_MAKECALL_FAILED', status: 'on_hold', ani: '0661234501', newField: [1] };
    expect((await stage({ agent: 'agent1', overrides })).status).toBe(204);
    expect(await browser.state('STATE_HOLD_MAKECALL_FAILED')).toMatchObject({ ...overrides, agentName: 'agent1' });
    browser.send({ type: 'pause', id: 4 });
    const next = await browser.state('STATE_PAUSE');
    expect(next).toMatchObject({ ani: '' });
    expect(next).not.toHaveProperty('newField');
  });

  it('leaves fields out, so that they may come under another name', async () => {
    const browser = await available();
    const overrides = { avaliableCommand: ['CMD_NEW'] };
    await stage({ agent: 'agent1', overrides, without: ['availableCommand', 'pauseList'] });
    const staged = await browser.next('data', (snapshot) => 'avaliableCommand' in snapshot);
    expect(staged).toMatchObject(overrides);
    expect(staged).not.toHaveProperty('availableCommand');
    expect(staged).not.toHaveProperty('pauseList');
  });

  it.each([
    ['as deep as a snapshot may ever be', 32, 204],
    ['one deeper', 33, 400],
    ['deep enough to break recursive code', 30_000, 400],
  ])('accepts or refuses nested lists: %s', async (_which, depth, status) => {
    await available();
    const nest = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const headers = { 'content-type': 'application/json' };
    const body = `{"agent":"agent1","overrides":{"newField":${nest}}}`;
    const response = await server.fetch('/api/scenario', { method: 'POST', headers, body, cookie });
    expect(response.status).toBe(status);
    expect(server.logged.some((line) => line.includes('"level":50'))).toBe(false);
  });

  it('is a supervisor’s for anybody', async () => {
    const browser = await available();
    const supervisor = await server.signIn('supervisor1');
    expect((await stage({ agent: 'agent1', overrides: { state: 'STATE_NEW' } }, supervisor)).status).toBe(204);
    await browser.state('STATE_NEW');
  });

  it.each([
    ['no cookie', { agent: 'agent1', overrides: {} }, null, 403],
    ['another operator’s', { agent: 'agent1', overrides: {} }, 'agent2', 403],
    ['nobody logged in', { agent: 'agent1', overrides: {} }, 'agent1', 409],
    ['an unknown agent', { agent: 'nobody', overrides: {} }, 'supervisor1', 404],
    ['no fields', { agent: 'agent1' }, 'agent1', 400],
    ['a list for fields', { agent: 'agent1', overrides: ['state'] }, 'agent1', 400],
    ['a name that is none', { agent: 'agent1', overrides: { 'a b': 1 } }, 'agent1', 400],
    ['left-out fields that are no names', { agent: 'agent1', overrides: {}, without: [4] }, 'agent1', 400],
  ])('refuses: %s', async (_case, body, user, status) => {
    const response = await stage(body, user === null ? '' : await server.signIn(user));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
  });
});
