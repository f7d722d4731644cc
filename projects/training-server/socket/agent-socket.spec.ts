import { until } from 'test-kit';
import { ServerUnderTest } from '../server.fixture';

const login = { type: 'login', user: 'agent1', password: 'training', extension: '1001' };

let server: ServerUnderTest;

beforeEach(() => (server = new ServerUnderTest()));
afterEach(() => server.close());

describe('the Socket.IO endpoint', () => {
  it('serves a whole call', async () => {
    await server.start();
    const browser = server.connect(await server.signIn('agent1'));
    const { host, port } = await browser.next('remoteConnect');
    expect(host).toMatch(/^MTAgentFarm-/);
    expect(`http://127.0.0.1:${String(port)}`).toBe(server.url);
    await browser.state('STATE_LOGOUT');
    browser.send(login);
    await browser.state('STATE_IDLE');
    browser.send({ type: 'makeCall', phoneNumber: '0661234501', queueName: 'DM_MFO_1' });
    await browser.state('STATE_MAKECALL_REQUEST');
    server.voice.last.answer();
    await browser.state('STATE_CALL_DELIVERED');
    await browser.state('STATE_CALL_ACTIVE');
    browser.send({ type: 'closeCall' });
    await browser.state('STATE_CLERICAL');
    browser.send({ type: 'resolutionSet', id: 104 });
    await browser.state('STATE_IDLE');
  });

  it('answers wrong log-ins with their reason', async () => {
    await server.start();
    const browser = server.connect(await server.signIn('agent1'));
    browser.send({ ...login, password: 'wrong' });
    const fails = (id: string) => browser.next('data', (snapshot) => snapshot['loginErrorID'] === id);
    expect(await fails('1')).toMatchObject({ state: 'STATE_LOGOUT', loginAttempt: 1 });
    browser.send({ ...login, extension: '1002' });
    expect(await fails('2')).toMatchObject({ loginAttempt: 2 });
    browser.send({ ...login, user: { toString: 'x' } });
    expect(await fails('3')).toMatchObject({ loginAttempt: 3 });
  });

  it.each(['agent1', 'supervisor1'])(
    'refuses another operator’s log-in to %s, and leaves that operator alone',
    async (login) => {
      await server.start();
      const owner = server.connect(await server.signIn('agent2'));
      const others = { type: 'login', user: 'agent2', password: 'training', extension: '1002' };
      owner.send(others);
      await owner.state('STATE_IDLE');
      const thief = server.connect(await server.signIn(login));
      thief.send(others);
      const refused = await thief.next('data', ({ loginErrorID }) => loginErrorID !== '' && loginErrorID !== '0');
      expect(refused).toMatchObject({ state: 'STATE_LOGOUT', loginErrorID: '6' });
      owner.send({ type: 'pause', id: 1 });
      await owner.state('STATE_PAUSE');
      expect(owner.socket.connected).toBe(true);
    },
  );

  it('accepts any operator’s log-in if no cookie is needed, whatever cookie there is', async () => {
    await server.start({ MEDIATEL_AUTH: 'none' });
    const browser = server.connect(await server.signIn('agent2'));
    browser.send(login);
    expect(await browser.state('STATE_IDLE')).toMatchObject({ agentName: 'agent1' });
  });

  it('limits log-ins, and lets the right one in when the time has passed', async () => {
    await server.start();
    const cookie = await server.signIn('agent1');
    const browser = server.connect(cookie);
    const fails = (id: string) => browser.next('data', (snapshot) => snapshot['loginErrorID'] === id);
    for (let i = 0; i < 5; i++) {
      browser.send({ ...login, password: `guess ${i}` });
      await fails('1');
    }
    browser.send(login);
    expect(await fails('5')).toMatchObject({
      state: 'STATE_LOGOUT',
      loginErrorText: expect.stringMatching(/too many/i),
    });
    // The CRM's sign-in checks the same passwords.
    expect((await server.post('/api/session', { login: 'agent1', password: 'training' }, cookie)).status).toBe(429);
    server.clock.advance(300_000);
    browser.send(login);
    await browser.state('STATE_IDLE');
  });

  it('lets an open desk log in at an address where a stranger has guessed too often', async () => {
    await server.start();
    const browser = server.connect(await server.signIn('agent1'));
    await browser.state('STATE_LOGOUT');
    const guess = (login: string) => server.post('/api/session', { login, password: 'guess' });
    for (let i = 0; i < 45; i++) await guess(`nobody${i}`);
    for (let i = 0; i < 5; i++) await guess('agent1');
    expect((await server.post('/api/session', { login: 'agent11', password: 'training' })).status).toBe(429);
    browser.send(login);
    expect(await browser.next('data')).toMatchObject({ state: 'STATE_IDLE' });
  });

  it.each([
    ['no object', 'login'],
    ['an unknown request', { type: 'selfDestruct' }],
    ['a megabyte', { type: 'pause', id: 'x'.repeat(1_000_000) }],
    ['a request out of turn', { type: 'holdCall' }],
  ])('repeats the snapshot to %s, says so in the log, and goes on', async (_case, data) => {
    await server.start();
    const browser = server.connect(await server.signIn('agent1'));
    browser.send(login);
    await browser.state('STATE_IDLE');
    browser.send(data);
    await browser.state('STATE_IDLE');
    const refused = server.logged.filter((line) => line.includes('"msg":"refused"'));
    expect(refused.map((line) => [JSON.parse(line).user, line.length < 1000])).toEqual([['agent1', true]]);
    browser.send({ type: 'pause', id: 1 });
    await browser.state('STATE_PAUSE');
  });

  it('answers a nest too deep for most', async () => {
    await server.start();
    const browser = server.connect(await server.signIn('agent1'));
    browser.send(login);
    await browser.state('STATE_IDLE');
    browser.socket.io.engine.write(`2["data",${'['.repeat(5000)}${']'.repeat(5000)}]`);
    expect(await browser.next('data')).toMatchObject({ state: 'STATE_IDLE' });
  });

  it('cuts off a peer that does not speak Socket.IO', async () => {
    await server.start();
    const cookie = await server.signIn('agent1');
    const odd = server.connect(cookie);
    await odd.next('connect');
    odd.socket.io.engine.write('2{"data"');
    await odd.next('disconnect');
    expect(await server.connect(cookie).next('data')).toMatchObject({ state: 'STATE_LOGOUT' });
  });

  it('survives events nobody knows, binary data and acknowledgements', async () => {
    await server.start();
    const browser = server.connect(await server.signIn('agent1'));
    browser.socket.emit('exec', 'rm');
    browser.socket.emit('data');
    browser.socket.emit('data', Buffer.alloc(1000), () => undefined);
    browser.send(login);
    await browser.state('STATE_IDLE');
    expect(server.logged.some((line) => line.includes('unknown event ignored'))).toBe(true);
  });

  it('cuts off a peer that sends too much at once, and serves the next', async () => {
    await server.start();
    const cookie = await server.signIn('agent1');
    const flood = server.connect(cookie);
    await flood.next('connect');
    flood.send('x'.repeat(3_000_000));
    await flood.next('disconnect');
    const logged = () => server.logged.find((line) => line.includes('"msg":"client cut off"'));
    await until(() => logged() !== undefined);
    expect(JSON.parse(logged() ?? '')).toMatchObject({
      level: 40,
      user: 'agent1',
      largestMessage: 2_000_000,
      fault: 'RangeError: Max payload size exceeded',
    });
    const browser = server.connect(cookie);
    await browser.state('STATE_LOGOUT');
  });

  it('cuts off an operator whose requests cost too much, over all its sockets, and serves the others', async () => {
    await server.start({ WORK_MS_PER_SECOND: '1', MESSAGES_PER_SECOND: '1000000' });
    const cookie = await server.signIn('agent1');
    const [flood, second] = [server.connect(cookie), server.connect(cookie)];
    await Promise.all([flood.next('connect'), second.next('connect')]);
    // The client reads each answer before the next request: the work ends the connection, not unread answers.
    flood.socket.on('data', () => flood.send({ type: 'holdCall' }));
    flood.send({ type: 'holdCall' });
    await flood.next('disconnect');
    second.send({ type: 'holdCall' });
    await second.next('disconnect');
    const lines = server.logged.filter((line) => line.includes('its operator’s messages take too much time'));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, user: 'agent1' });
    const other = server.connect(await server.signIn('agent2'));
    await other.state('STATE_LOGOUT');
  });

  it('reports that the farm is full', async () => {
    await server.start({ FARM_SIZE: '1' });
    const first = server.connect(await server.signIn('agent1'));
    await first.state('STATE_LOGOUT');
    const second = server.connect(await server.signIn('agent2'));
    await second.next('agentUnavailable');
    expect(second.seen.map(({ event }) => event)).not.toContain('data');
  });

  it('leads a returning browser back to its call', async () => {
    await server.start();
    const cookie = await server.signIn('agent1');
    const before = server.connect(cookie);
    before.send(login);
    before.send({ type: 'makeCall', phoneNumber: '0661234501' });
    await before.state('STATE_MAKECALL_REQUEST');
    server.voice.last.answer();
    const { callTraceID } = await before.state('STATE_CALL_ACTIVE');
    before.socket.disconnect();
    const after = server.connect(cookie);
    expect(await after.next('data')).toMatchObject({ state: 'STATE_CALL_ACTIVE', callTraceID });
  });

  it('both tabs of one sign-in show the same, and a second sign-in takes over by logging in', async () => {
    await server.start();
    const cookie = await server.signIn('agent1');
    const tab = server.connect(cookie);
    await tab.next('connect');
    const second = server.connect(await server.signIn('agent1', cookie));
    await second.next('connect');
    tab.send(login);
    await Promise.all([tab.state('STATE_IDLE'), second.state('STATE_IDLE')]);

    const home = server.connect(await server.signIn('agent1'));
    await home.state('STATE_LOGOUT');
    home.send(login);
    await home.state('STATE_IDLE');
    expect(await tab.state('STATE_LOGOUT')).toMatchObject({ loginErrorID: '4' });
    expect(await tab.next('disconnect')).toEqual({ reason: 'io server disconnect' });
  });

  it('sends the misspelt names if so configured', async () => {
    await server.start({ MEDIATEL_SPELLING: 'misspelt' });
    const snapshot = await server.connect(await server.signIn('agent1')).next('data');
    expect(snapshot).toMatchObject({
      isAvaliable: true,
      avaliableCommand: expect.any(Array),
      awaliableCallCodes: expect.any(Array),
    });
    expect(snapshot).not.toHaveProperty('availableCommand');
  });
});
