import { ApiUnderTest, refused } from './api.fixture';

let api: ApiUnderTest;
beforeEach(async () => (api = await new ApiUnderTest().start()));
afterEach(() => api.server.close());

it('lists everybody, with a hash as the password', async () => {
  const { status, error, result } = await api.call('GET', '/agents');
  expect({ status, error }).toEqual({ status: 200, error: { code: 200 } });
  expect(result.map(({ Login }) => Login)).toEqual(
    expect.arrayContaining(['agent1', 'agent20', 'supervisor1', 'admin1']),
  );
  expect(result.find(({ Login }) => Login === 'agent1')).toEqual({
    ...{ ID: 301, Login: 'agent1', Details: 'Olena Kovalenko', Domain: 'Banks', RightID: 1, State: 1 },
    ...{ SupervisorRightID: 0, SupervisorID: 0, DefaultSkill: 0, PersNumbers: ['1001'], ClientApp: {} },
    Password: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it('creates an account, keeps unknown fields, and shows it', async () => {
  const whole = {
    ...{ Login: 'olha.new', Details: 'o@crm.example', PersNumbers: ['1021'], ClientApp: { ShowPopupPause: true } },
    ...{ Skills: [{ id: 1 }], State: 1 },
  };
  const created = await api.call('POST', '/agents', { ...whole, ID: -1, Password: 'her own' });
  const ID = created.result[0]?.['ID'];
  expect(created).toMatchObject({ status: 200, result: [{ ID: expect.any(Number) }] });
  expect((await api.call('GET', `/agents/${String(ID)}`)).result).toEqual([expect.objectContaining({ ...whole, ID })]);
});

it('a new operator signs in and is called at once, and over a restart', async () => {
  await api.create('olha.new');
  const begin = async () => {
    const session = await api.server.post('/api/session', { login: 'olha.new', password: 'her own' });
    const { mediatel, extension } = (await session.json()) as { mediatel: { password: string }; extension: string };
    expect(extension).toBe('1021');
    expect(mediatel.password).not.toBe('her own');
    const cookie = session.headers.get('set-cookie')?.split(';', 1)[0];
    const socket = api.server.connect(cookie);
    socket.send({ type: 'login', user: 'olha.new', password: mediatel.password, extension });
    await socket.state('STATE_IDLE');
    const call = await api.server.post('/api/calls', { agent: 'olha.new', ani: '0661234501' }, cookie);
    expect(call.status).toBe(201);
    expect(await socket.state('STATE_CALL_DELIVERED')).toMatchObject({ agentName: 'olha.new', ani: '0661234501' });
  };
  await begin();
  await api.server.stop();
  await api.server.start();
  await begin();
});

it('a supervisor of all teams sees a new operator’s calls', async () => {
  await api.create('olha.new');
  const cookie = await api.server.signIn('supervisor1');
  // 409: within reach, but not logged in.
  expect((await api.server.post('/api/calls', { agent: 'olha.new', ani: '0661234501' }, cookie)).status).toBe(409);
});

describe('a change', () => {
  it('changes the given fields only; ClientApp and AutoAnswer too', async () => {
    const id = await api.create('olha.new');
    const change = (body: unknown) => api.call('PUT', `/agents/${id}`, body);
    await change({ ClientApp: { AutoAnswer: { Inbound: true, Time: 500 }, ClericalReminder: 30 }, Odd: 1 });
    await change({ ClientApp: { AutoAnswer: { Time: 0 } }, Details: 'new' });
    expect((await api.call('GET', `/agents/${id}`)).result[0]).toMatchObject({
      ...{ Login: 'olha.new', Details: 'new', PersNumbers: ['1021'], Odd: 1 },
      ClientApp: { AutoAnswer: { Inbound: true, Time: 0 }, ClericalReminder: 30 },
    });
  });

  it('takes the whole object back as it was read; the password stays', async () => {
    const id = await api.create('olha.new');
    const [whole] = (await api.call('GET', `/agents/${id}`)).result;
    expect(await api.call('PUT', `/agents/${id}`, whole)).toMatchObject({ status: 200 });
    expect((await api.server.post('/api/session', { login: 'olha.new', password: 'her own' })).status).toBe(200);
    await api.call('PUT', `/agents/${id}`, { Password: 'another' });
    expect((await api.server.post('/api/session', { login: 'olha.new', password: 'another' })).status).toBe(200);
  });

  it('of login, number or role is refused while the operator is logged in', async () => {
    const cookie = await api.server.signIn('agent1');
    const socket = api.server.connect(cookie);
    socket.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
    await socket.state('STATE_IDLE');
    for (const body of [{ Login: 'agent.one' }, { PersNumbers: ['1021'] }, { RightID: 2 }]) {
      expect(await api.call('PUT', '/agents/301', body)).toMatchObject(refused(409, 106));
    }
    expect(await api.call('PUT', '/agents/301', { Details: 'Olena K.' })).toMatchObject({ status: 200 });
  });
});

describe('the logical delete', () => {
  it('signs the operator out, lets nobody in, and is taken back by State 1', async () => {
    const id = await api.create('olha.new');
    const cookie = await signedIn('olha.new', 'her own');
    await api.call('PUT', `/agents/${id}`, { State: 0 });
    expect((await api.server.fetch('/api/session', { cookie })).status).toBe(401);
    expect((await api.server.post('/api/session', { login: 'olha.new', password: 'her own' })).status).toBe(401);
    await api.call('PUT', `/agents/${id}`, { State: 1 });
    expect((await api.server.fetch('/api/session', { cookie })).status).toBe(200);
  });

  it('logs a free operator out at once', async () => {
    const id = await api.create('olha.new');
    const { socket } = await atWork('olha.new', '1021');
    await api.call('PUT', `/agents/${id}`, { State: 0 });
    await socket.state('STATE_LOGOUT');
    await socket.next('disconnect');
    expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject({ status: 200 });
  });

  it('logs an operator in a call out after it', async () => {
    const id = await api.create('olha.new');
    const { socket, cookie } = await atWork('olha.new', '1021');
    expect((await api.server.post('/api/calls', { agent: 'olha.new', ani: '0661234501' }, cookie)).status).toBe(201);
    api.server.voice.last.answer();
    await socket.state('STATE_CALL_ACTIVE');
    await api.call('PUT', `/agents/${id}`, { State: 0 });
    expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject(refused(409, 106));
    api.server.voice.last.report({ type: 'ended', by: 'customer' });
    await socket.state('STATE_CLERICAL');
    expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject(refused(409, 106));
    api.server.clock.advance(60_000);
    await socket.state('STATE_LOGOUT');
    await socket.next('disconnect');
    expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject({ status: 200 });
  });

  it('comes before the removal, after which nothing is left but the name in use', async () => {
    const id = await api.create('olha.new');
    const cookie = await signedIn('olha.new', 'her own');
    expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject(refused(409, 106));
    await api.call('PUT', `/agents/${id}`, { State: 0 });
    expect(await api.call('POST', '/agents', { ID: -1, Login: 'Olha.New', Password: 'x' })).toMatchObject(
      refused(409, 102),
    );
    expect(await api.call('DELETE', `/agents/${id}`)).toMatchObject({ status: 200, result: [] });
    expect(await api.call('GET', `/agents/${id}`)).toMatchObject(refused(404));
    expect((await api.server.fetch('/api/calls', { cookie })).status).toBe(403);
    expect(await api.create('olha.new')).toBeGreaterThan(id);
  });
});

it('nobody can lock themselves out', async () => {
  for (const body of [{ State: 0 }, { RightID: 1 }]) {
    expect(await api.call('PUT', '/agents/601', body)).toMatchObject(refused(409, 106));
  }
});

async function signedIn(login: string, password: string): Promise<string> {
  const response = await api.server.post('/api/session', { login, password });
  return response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

/** An operator who is logged in at Mediatel. */
async function atWork(login: string, extension: string) {
  const cookie = await signedIn(login, 'her own');
  const socket = api.server.connect(cookie);
  socket.send({ type: 'login', user: login, password: 'her own', extension });
  await socket.state('STATE_IDLE');
  return { socket, cookie };
}
