import { AgentUnderTest } from './agent.fixture';

const wrong = { type: 'login', user: 'agent1', password: 'nonsense', extension: '1001' } as const;

describe('logging in', () => {
  it('makes the operator available', () => {
    const agent = new AgentUnderTest().logIn();
    expect(agent.snapshots.at(-1)).toMatchObject({
      state: 'STATE_IDLE',
      status: 'available',
      agentId: '301',
      agentName: 'agent1',
      agentExt: '1001',
      loginErrorID: '0',
      loginErrorText: '',
      time: agent.at,
    });
    expect(agent.done).toEqual(['loggedIn', 'send']);
  });

  it.each([
    ['an unknown user', { ...wrong, user: 'nobody' }, '1'],
    ['a wrong password', wrong, '1'],
    ['a supervisor, who has no phone', { ...wrong, user: 'supervisor1', password: 'training' }, '1'],
    ["another's extension", { ...wrong, password: 'training', extension: '1002' }, '2'],
    ['no extension', { ...wrong, password: 'training', extension: '' }, '2'],
  ])('refuses %s', (_case, request, errorId) => {
    const agent = new AgentUnderTest().request(request);
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_LOGOUT', loginErrorID: errorId, loginAttempt: 1 }]);
    expect(agent.snapshots[0]?.['loginErrorText']).not.toBe('');
  });

  it('counts every attempt and forgets the failure on success', () => {
    const agent = new AgentUnderTest().request(wrong).request(wrong).logIn();
    expect(agent.snapshot()).toMatchObject({ loginAttempt: 3, loginErrorID: '0', loginErrorText: '' });
    agent.request({ type: 'logout' }).request(wrong);
    expect(agent.snapshot()).toMatchObject({ state: 'STATE_LOGOUT', loginAttempt: 4, loginErrorID: '1' });
  });

  it('answers an unreadable log-in with a log-in error, any other nonsense with the snapshot', () => {
    const agent = new AgentUnderTest().apply({ type: 'malformed', login: true, reason: 'data.user' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_LOGOUT', loginErrorID: '3', loginAttempt: 1 }]);
    agent.logIn().apply({ type: 'malformed', login: true, reason: 'data.user' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_IDLE', loginErrorID: '0' }]);
  });

  it('informs the loser of a take-over, and ends its call', () => {
    const agent = new AgentUnderTest().talk().apply({ type: 'takenOver' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_LOGOUT', status: 'offline', loginErrorID: '4' }]);
    expect(agent.done).toEqual(['send', 'end']);
  });

  it('logs out from available, pause and clerical, never during a call', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'logout' });
    expect(agent.sent).toEqual(['STATE_CALL_ACTIVE']);
    agent.request({ type: 'closeCall' }).request({ type: 'logout' });
    expect(agent.sent).toEqual(['STATE_LOGOUT']);
    agent.logIn().request({ type: 'pause', id: 1 }).request({ type: 'logout' });
    expect(agent.sent).toEqual(['STATE_LOGOUT']);
  });

  it('exit restarts the agent in any state, attempts and call included', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'exit' });
    expect(agent.snapshots).toMatchObject([
      { state: 'STATE_LOGOUT', loginAttempt: 0, callTraceID: '-1', agentId: '-1' },
    ]);
    expect(agent.done).toEqual(['send', 'end']);
    expect(agent.effects).toContainEqual(expect.objectContaining({ type: 'saveEnd', traceId: '1' }));
  });
});
