import { AgentUnderTest } from './agent.fixture';
import { forcePause } from './pause';

describe('an incoming call', () => {
  it('is shown before it rings, with customer and page, and is active once answered', () => {
    const agent = new AgentUnderTest().logIn().offer();
    expect(agent.sent).toEqual(['STATE_CALL_DELIVERED', 'STATE_CRT_DETAILS', 'STATE_CALL_DELIVERED']);
    expect(agent.done.at(-1)).toBe('ring');
    expect(agent.snapshot()).toMatchObject({
      status: 'start_dialing',
      ani: '0501112233',
      queueName: 'IN_Support',
      callWaitDuration: '7',
      callTraceID: '1',
      webServer: expect.stringMatching(/^javascript:window\.external\.CRMNavigate\("CustomerCard",/),
    });
    agent.progress({ type: 'operatorRinging' }, { type: 'operatorAnswered' });
    expect(agent.done).toEqual(['connect', 'send']);
    expect(agent.sent).toEqual(['STATE_CALL_ACTIVE']);
    agent.progress({ type: 'customerAnswered' });
    expect(agent.effects).toEqual([]);
  });

  it('unanswered puts the operator on Force Pause', () => {
    const agent = new AgentUnderTest().logIn().offer().progress({ type: 'operatorFailed', reason: 'no-answer' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_PAUSE', pauseId: forcePause.id, callErrorID: '-223' }]);
  });

  it('given up by the caller leaves the operator available', () => {
    const agent = new AgentUnderTest().logIn().offer().progress({ type: 'ended', by: 'customer' });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_IDLE', callErrorID: '-228', callTraceID: '-1' }]);
  });

  it('cancelled by the operator leads to clerical', () => {
    expect(new AgentUnderTest().logIn().offer().request({ type: 'closeCall' }).sent).toEqual(['STATE_CLERICAL']);
  });

  it.each([
    ['logged out', new AgentUnderTest()],
    ['on a pause', new AgentUnderTest().logIn().request({ type: 'pause', id: 1 })],
    ['dialling', new AgentUnderTest().logIn().makeCall()],
    ['shown a failure', new AgentUnderTest().logIn().makeCall('x')],
    ['talking', new AgentUnderTest().talk()],
    ['in clerical', new AgentUnderTest().talk().request({ type: 'closeCall' })],
  ])('does not reach an operator who is %s', (_case, agent) => {
    const before = agent.state;
    expect(agent.offer().done).toEqual([]);
    expect(agent.state).toBe(before);
  });
});

describe('predictive dialling', () => {
  it('brings calls while it is on and the operator is available', () => {
    const agent = new AgentUnderTest().logIn().request({ type: 'predictive' });
    expect(agent.sent).toEqual(['STATE_PREDICTIVE', 'STATE_IDLE']);
    expect(agent.snapshots).toMatchObject([
      { predictiveStatus: '1', status: 'available' },
      { predictiveStatus: '1', status: 'available' },
    ]);
    expect(agent.effects).toContainEqual(
      expect.objectContaining({ type: 'startTimer', timer: 'predictive', ms: 5000 }),
    );
    expect(agent.fire('predictive').done).toEqual(['predictiveWanted']);
    agent.offer('predictive').progress({ type: 'operatorAnswered' }, { type: 'ended', by: 'customer' });
    agent.at += 1000;
    agent.request({ type: 'resolutionSet', id: 301 }).fire('leaveClerical');
    expect(agent.effects).toContainEqual(
      expect.objectContaining({ type: 'startTimer', timer: 'predictive', ms: 5000 }),
    );
  });

  it('stops when it is turned off or the operator pauses', () => {
    const cancelled = { type: 'cancelTimer', timer: 'predictive' };
    const agent = new AgentUnderTest().logIn().request({ type: 'predictive' }).request({ type: 'predictive' });
    expect(agent.effects).toContainEqual(cancelled);
    expect(agent.snapshot()).toMatchObject({ predictiveStatus: '0' });
    agent.request({ type: 'predictive' }).request({ type: 'pause', id: 1 });
    expect(agent.effects).toContainEqual(cancelled);
  });
});
