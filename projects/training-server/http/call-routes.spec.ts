import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SupervisorRule } from '../../supervisor-hub';
import { ServerUnderTest } from '../server.fixture';

const login = { type: 'login', user: 'agent1', password: 'training', extension: '1001' };
const record = '/records/mediatel-record';

let server: ServerUnderTest;
let cookie: string;

async function serve(env: Record<string, string> = {}): Promise<void> {
  await server.start(env);
  cookie = await server.signIn('agent1');
}

/** The path of a file of teams in which supervisor1 has this rule. */
function watching(rule: SupervisorRule): string {
  const path = join(server.dataDir, 'teams.json');
  const teams = { Banks: ['agent1'], Loans: ['agent2'] };
  writeFileSync(path, JSON.stringify({ teams, supervisors: { supervisor1: rule } }));
  return path;
}

async function available() {
  const browser = server.connect(cookie);
  browser.send(login);
  await browser.state('STATE_IDLE');
  return browser;
}

beforeEach(() => (server = new ServerUnderTest()));
afterEach(() => server.close());

describe('POST /api/calls', () => {
  const call = { agent: 'agent1', ani: '+380 50 111-22-33', queue: 'IN_Support' };

  it('brings a call to an available operator', async () => {
    await serve();
    const browser = await available();
    const response = await server.post('/api/calls', call, cookie);
    expect(response.status).toBe(201);
    const { callTraceID } = (await response.json()) as { callTraceID: string };
    expect(await browser.state('STATE_CALL_DELIVERED')).toMatchObject({
      callTraceID,
      ani: '+380501112233',
      queueName: 'IN_Support',
    });
    expect(server.voice.last.request).toMatchObject({
      callTraceId: callTraceID,
      direction: 'incoming',
      extension: '1001',
    });
    expect((await server.post('/api/calls', call, cookie)).status).toBe(409);
  });

  it.each([
    ['no cookie', call, null, 403],
    ["another operator's", call, 'agent2', 403],
    ['nobody there', call, 'agent1', 409],
    ['an unknown agent', { ...call, agent: 'nobody' }, 'supervisor1', 404],
    ['a number that is none', { ...call, ani: 'abc' }, 'agent1', 400],
    ['an unknown queue', { ...call, queue: 'nowhere' }, 'agent1', 400],
    ['no number', { agent: 'agent1' }, 'agent1', 400],
  ])('refuses: %s', async (_case, body, user, status) => {
    await serve();
    const response = await server.post('/api/calls', body, user === null ? undefined : await server.signIn(user));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
    expect(server.voice.calls).toHaveLength(0);
  });
});

describe('GET /api/calls', () => {
  const row = {
    traceId: '1185574264',
    number: '0661234501',
    queue: 'DM_Banks_ManualCalls',
    code: '10. Обіцянка про оплату',
    duration: 12,
  };

  /** One call of agent1, who is in the team Banks: talked for 12 s, with a code. */
  async function oneCall(): Promise<void> {
    const browser = await available();
    browser.send({ type: 'makeCall', phoneNumber: '0661234501' });
    await browser.state('STATE_MAKECALL_REQUEST');
    server.voice.last.answer();
    server.clock.advance(12_000);
    browser.send({ type: 'closeCall' });
    browser.send({ type: 'resolutionSet', id: 4 });
    await browser.state('STATE_CLERICAL');
    await browser.state('STATE_IDLE');
  }

  async function list(user?: string): Promise<unknown> {
    const response = await server.fetch('/api/calls', { cookie: user });
    return response.status === 200 ? ((await response.json()) as { calls: unknown[] }).calls : response.status;
  }

  it('lists the own calls with their results, and nothing without the cookie', async () => {
    await serve();
    await oneCall();
    expect(await list(cookie)).toMatchObject([row]);
    expect(await list(await server.signIn('agent2'))).toEqual([]);
    expect(await list()).toBe(403);
  });

  it.each<[string, SupervisorRule, unknown[]]>([
    ['the team’s, with “numbers”', { teams: ['Banks'], numbers: true }, [row]],
    ['the team’s, without “numbers”', { teams: ['Banks'] }, [{ ...row, number: '•••01' }]],
    ['another team’s', { teams: ['Loans'], numbers: true }, []],
    ['one of all teams', { teams: ['*'], numbers: true }, [row]],
  ])('shows a supervisor what the teams allow: %s', async (_which, rule, shown) => {
    await serve({ HUB_TEAMS: watching(rule) });
    await oneCall();
    const seen = await list(await server.signIn('supervisor1'));
    expect(seen).toHaveLength(shown.length);
    expect(seen).toMatchObject(shown);
  });

  it('does not show a call as going on that ended with a killed server', async () => {
    await serve();
    const browser = await available();
    browser.send({ type: 'makeCall', phoneNumber: '0661234501' });
    await browser.state('STATE_MAKECALL_REQUEST');
    server.voice.last.answer();
    await browser.state('STATE_CALL_ACTIVE');
    // The files now are what `kill -9` leaves.
    const killed = new ServerUnderTest();
    cpSync(server.dataDir, killed.dataDir, { recursive: true });
    await killed.start();
    const response = await killed.fetch('/api/calls', { cookie: await killed.signIn('agent1') });
    expect(await response.json()).toMatchObject({
      calls: [{ traceId: '1185574264', duration: null, error: 'The server stopped during the call' }],
    });
    expect(killed.logged.some((line) => line.includes('calls left open by the last run were ended'))).toBe(true);
    await killed.close();
  });

  it('shows everything if no cookie is needed', async () => {
    await serve();
    await oneCall();
    await server.stop();
    await server.start({ MEDIATEL_AUTH: 'none' });
    expect(await list()).toMatchObject([row]);
  });
});

describe('a supervisor of another team', () => {
  it.each<[string, (supervisor: string) => Promise<Response>]>([
    ['brings no call', (by) => server.post('/api/calls', { agent: 'agent1', ani: '0501112233' }, by)],
    ['stages no desk', (by) => server.post('/api/scenario', { agent: 'agent1', overrides: {} }, by)],
    ['degrades no line', (by) => server.post('/api/line', { agent: 'agent1', lossPercent: 100 }, by)],
    ['hears no recording', (by) => server.fetch(`${record}?calltraceID=1185574264`, { cookie: by })],
  ])('%s', async (_what, act) => {
    await serve({ HUB_TEAMS: watching({ teams: ['Loans'], numbers: true }) });
    const browser = await available();
    browser.send({ type: 'makeCall', phoneNumber: '0661234501' });
    await browser.state('STATE_MAKECALL_REQUEST');
    writeFileSync(join(server.recordingsDir, '1185574264.wav'), 'RIFF');
    const refused = await act(await server.signIn('supervisor1'));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: 'not-yours' });
    expect([server.voice.calls.length, server.voice.lines.size]).toEqual([1, 0]);
    // The team's own supervisor may.
    await server.stop();
    await server.start({ HUB_TEAMS: watching({ teams: ['Banks'] }) });
    expect((await act(await server.signIn('supervisor1'))).status).not.toBe(403);
  });
});
