import { AgentUnderTest, rules } from './agent.fixture';
import { callErrors, loginFailures } from './agent-state';

/** In clerical of a queue that takes several codes. */
const inClerical = (): AgentUnderTest => new AgentUnderTest().talk('Q_P_2_Manual').request({ type: 'closeCall' });

describe('what can’t be done is refused by a reason, and the snapshot is repeated', () => {
  it.each<[string, () => AgentUnderTest, string, string, readonly string[]]>([
    [
      'a pause that is none',
      () => new AgentUnderTest().logIn().request({ type: 'pause', id: 12345 }),
      'pause',
      'no such pause',
      ['STATE_PAUSE_LIST', 'STATE_IDLE'],
    ],
    [
      'no pause to end',
      () => new AgentUnderTest().logIn().request({ type: 'pause', id: 0 }),
      'pause',
      'no pause to end',
      ['STATE_IDLE'],
    ],
    [
      'the same pause',
      () => new AgentUnderTest().logIn().request({ type: 'pause', id: 1 }).request({ type: 'pause', id: '1' }),
      'pause',
      'already on that pause',
      ['STATE_PAUSE'],
    ],
    [
      'a code of another queue',
      () => inClerical().request({ type: 'resolutionSet', id: 105 }),
      'resolutionSet',
      'no such call code in this queue',
      ['STATE_CLERICAL'],
    ],
    [
      'the same code',
      () => inClerical().request({ type: 'resolutionSet', id: 202 }).request({ type: 'resolutionSet', id: 202 }),
      'resolutionSet',
      'this call code is set already',
      ['STATE_CLERICAL'],
    ],
    [
      'what is out of turn',
      () => new AgentUnderTest().talk().request({ type: 'retrieveCall' }),
      'retrieveCall',
      'out of turn in active',
      ['STATE_CALL_ACTIVE'],
    ],
    [
      'what can’t be read',
      () => new AgentUnderTest().logIn().apply({ type: 'malformed', login: false, reason: 'data.id' }),
      'data',
      'data.id',
      ['STATE_IDLE'],
    ],
    [
      'a log-in of one who is in',
      () => new AgentUnderTest().logIn().apply({ type: 'malformed', login: true, reason: 'data.user' }),
      'data',
      'data.user',
      ['STATE_IDLE'],
    ],
    [
      'what can’t be read of one who is not in',
      () => new AgentUnderTest().apply({ type: 'malformed', login: false, reason: 'data.id' }),
      'data',
      'data.id',
      ['STATE_LOGOUT'],
    ],
    [
      'a log-in that is not even tried',
      () => new AgentUnderTest().apply({ type: 'loginRefused', failure: loginFailures.tooManyAttempts }),
      'login',
      'Too many attempts: try again in a few minutes',
      ['STATE_LOGOUT'],
    ],
    [
      'a log-in that can’t be read',
      () => new AgentUnderTest().apply({ type: 'malformed', login: true, reason: 'data.user' }),
      'login',
      'data.user',
      ['STATE_LOGOUT'],
    ],
    [
      'a wrong password',
      () => new AgentUnderTest().request({ type: 'login', user: 'agent1', password: 'x', extension: '1001' }),
      'login',
      'Wrong user name or password',
      ['STATE_LOGOUT'],
    ],
    [
      'a call for one who is in one',
      () => new AgentUnderTest().talk().makeCall(),
      'makeCall',
      'out of turn in active',
      ['STATE_CALL_ACTIVE'],
    ],
    [
      'an offer to one who is in a call',
      () => new AgentUnderTest().talk().offer(),
      'incoming',
      'not available: active',
      [],
    ],
  ])('%s', (_case, play, what, reason, sent) => {
    const agent = play();
    expect(agent.effects).toContainEqual({ type: 'refused', what, reason });
    expect(agent.sent).toEqual(sent);
  });
});

describe('several call codes', () => {
  it('are kept in their order, each saved once', () => {
    const agent = inClerical().request({ type: 'resolutionSet', id: 202 }).request({ type: 'resolutionSet', id: 204 });
    expect(agent.state.call?.codeIds).toEqual(['202', '204']);
    expect(agent.effects.filter(({ type }) => type === 'saveCode')).toMatchObject([{ code: { ID: '204' } }]);
    agent.request({ type: 'resolutionSet', id: 202 });
    expect(agent.effects.filter(({ type }) => type === 'saveCode')).toEqual([]);
  });

  it('end the error of a code that was not stored, and no other', () => {
    const agent = inClerical().apply({ type: 'notStored', what: 'resolutionSet' });
    expect(agent.state.callError).toEqual(callErrors.notStored);
    expect(agent.request({ type: 'resolutionSet', id: 202 }).state.callError).toBeNull();
    const lost = new AgentUnderTest().talk('Q_P_2_Manual').progress({ type: 'ended', by: 'server' });
    expect(lost.request({ type: 'resolutionSet', id: 202 }).state.callError).toEqual(callErrors.lineLost);
  });
});

describe('a call that is closed', () => {
  it('closeCall leads to after-call work if somebody was reached', () => {
    const delivered = new AgentUnderTest({ ...rules, inviteAt: 'delivered' }).logIn().makeCall();
    expect(delivered.request({ type: 'closeCall' }).sent).toEqual(['STATE_IDLE']);
    expect(new AgentUnderTest().logIn().offer().request({ type: 'closeCall' }).sent).toEqual(['STATE_CLERICAL']);
  });

  it('is the last one, which a pause is not', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'closeCall' });
    const { at } = agent;
    agent.request({ type: 'logout' }).logIn();
    expect(agent.snapshot()).toMatchObject({ lastCallTime: 0 });
    agent.talk().request({ type: 'closeCall' }).request({ type: 'resolutionSet', id: 4 });
    agent.at += 60_000;
    agent.request({ type: 'pause', id: 1 });
    expect(agent.snapshot()).toMatchObject({ state: 'STATE_PAUSE', lastCallTime: at });
  });
});

describe('one who is not logged in', () => {
  it('is informed that the user was taken over, and it does not count as an attempt', () => {
    const agent = new AgentUnderTest().apply({ type: 'takenOver' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_LOGOUT', loginErrorID: '4', loginAttempt: 0 }]);
  });

  it('can be abandoned silently', () => {
    expect(new AgentUnderTest().apply({ type: 'abandoned' }).effects).toEqual([]);
    expect(new AgentUnderTest().logIn().apply({ type: 'abandoned' }).sent).toEqual(['STATE_LOGOUT']);
  });
});
