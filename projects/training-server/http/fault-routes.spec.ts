import { ServerUnderTest, type TestSocket } from '../server.fixture';

let server: ServerUnderTest;
let cookie: string;

beforeEach(async () => {
  server = await new ServerUnderTest().start();
  cookie = await server.signIn('agent1');
});
afterEach(() => server.close());

const breakLine = async (body: object, user = cookie): Promise<number> =>
  (await server.post('/api/faults', { agent: 'agent1', line: 'mediatel', seconds: 5, ...body }, user)).status;

async function connected(): Promise<TestSocket> {
  const socket = server.connect(cookie);
  await socket.next('data');
  return socket;
}

describe('POST /api/faults', () => {
  it('cuts the link, refuses a new one and its probe, and lets one in once it is over', async () => {
    const socket = await connected();
    expect(await breakLine({})).toBe(204);
    expect(await socket.next('disconnect')).toEqual({ reason: 'transport close' });
    await server.connect(cookie).next('connect_error');
    await expect(server.fetch('/mediatel/socket.io/?EIO=4&transport=probe', { cookie })).rejects.toThrow();
    server.clock.advance(5_000);
    await connected();
  });

  it('silences the link: it stays open, and what waited arrives once it is over', async () => {
    const socket = await connected();
    socket.seen.length = 0;
    expect(await breakLine({ fault: 'silence' })).toBe(204);
    const login = { type: 'login', user: 'agent1', password: 'training', extension: '1001' };
    socket.send(login);
    // Another operator's answers pass in the meantime.
    const other = server.connect(await server.signIn('agent2'));
    await other.next('data');
    other.send({ ...login, user: 'agent2', extension: '1002' });
    await other.state('STATE_IDLE');
    expect(socket.seen).toEqual([]);
    // The server has not read the log-in either.
    expect((await server.post('/api/scenario', { agent: 'agent1', overrides: {} }, cookie)).status).toBe(409);
    expect(socket.socket.connected).toBe(true);
    server.clock.advance(5_000);
    await socket.state('STATE_IDLE');
  });

  it('silences the server too: what it sends waits as well', async () => {
    const socket = await connected();
    socket.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
    await socket.state('STATE_IDLE');
    await breakLine({ fault: 'silence' });
    socket.seen.length = 0;
    const staged = { agent: 'agent1', overrides: { state: 'STATE_HOLD' } };
    expect((await server.post('/api/scenario', staged, cookie)).status).toBe(204);
    const other = server.connect(await server.signIn('agent2'));
    await other.next('data');
    expect(socket.seen).toEqual([]);
    server.clock.advance(5_000);
    await socket.state('STATE_HOLD');
  });

  it('ends before its time with 0 seconds', async () => {
    await breakLine({ seconds: 600 });
    await server.connect(cookie).next('connect_error');
    expect(await breakLine({ seconds: 0 })).toBe(204);
    await connected();
  });

  it('leaves the other line and other operators alone', async () => {
    const [mine, other] = [await connected(), server.connect(await server.signIn('agent2'))];
    await other.next('data');
    expect(await breakLine({ line: 'sip' })).toBe(204);
    expect([mine.socket.connected, other.socket.connected]).toEqual([true, true]);
    expect(await breakLine({ line: 'both' })).toBe(204);
    await mine.next('disconnect');
    expect(other.socket.connected).toBe(true);
  });

  it.each([
    ['an unknown line', { line: 'phone' }, 400],
    ['an unknown fault', { fault: 'slow' }, 400],
    ['no time', { seconds: undefined }, 400],
    ['a time too long', { seconds: 601 }, 400],
    ['another operator’s', { agent: 'agent2' }, 403],
  ])('refuses %s', async (_case, body, status) => {
    const socket = await connected();
    expect(await breakLine(body)).toBe(status);
    expect(socket.socket.connected).toBe(true);
  });

  describe('a fault of resumed calls', () => {
    const plan = (body: object): Promise<Response> => server.post('/api/faults', { agent: 'agent1', ...body }, cookie);

    it('is planned for the operator’s extension, once or as often as wanted', async () => {
      expect((await plan({ resumption: 'dtls-not-renewed' })).status).toBe(204);
      expect((await plan({ resumption: '488', times: 3 })).status).toBe(204);
      expect((await plan({ resumption: '488', times: 0 })).status).toBe(204);
      expect(server.voice.resumptions).toEqual(['1001 dtls-not-renewed 1', '1001 488 3', '1001 488 0']);
    });

    it.each([
      [{ resumption: 'one-way' }, '"resumption" is one of dtls-not-renewed, 403, 407, 481, 488, silent'],
      [{ resumption: '488', line: 'sip', seconds: 1 }, 'A fault has either "resumption" or "line", not both'],
      [{ line: 'sip', seconds: 1, times: 2 }, '"times" needs "resumption"'],
      [{}, 'A fault needs "line" and "seconds", or "resumption"'],
      [{ line: 'sip' }, '"line" needs "seconds"'],
      [{ resumption: '488', times: 1.5 }, 'body/times must be integer'],
      [{ resumption: '488', times: 101 }, 'body/times must be <= 100'],
    ])('refuses %j: %s', async (body, message) => {
      const response = await plan(body);
      expect([response.status, await response.json()]).toEqual([400, { error: 'bad-request', message }]);
      expect(server.voice.resumptions).toEqual([]);
    });

    it('is nobody else’s', async () => {
      expect((await plan({ agent: 'agent2', resumption: '481' })).status).toBe(403);
      expect(server.voice.resumptions).toEqual([]);
    });
  });

  it('is a supervisor’s for the teams watched, and for nobody else', async () => {
    expect(await breakLine({}, await server.signIn('supervisor1'))).toBe(204);
    expect(await breakLine({ agent: 'nobody' }, await server.signIn('supervisor1'))).toBe(404);
    expect(await breakLine({}, '')).toBe(403);
  });
});
