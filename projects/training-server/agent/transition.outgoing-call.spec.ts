import type { OperatorFailure } from '../sip/operator-failure';
import type { CustomerFailure } from '../telephony/telephony';
import { AgentUnderTest, rules } from './agent.fixture';
import { forcePause } from './pause';

describe('an outgoing call', () => {
  it('rings the operator first, then the customer, as documented', () => {
    const agent = new AgentUnderTest().logIn().makeCall('+380 66 123-45-01');
    expect(agent.sent).toEqual(['STATE_MAKECALL_REQUEST']);
    expect(agent.done).toEqual(['send', 'ring']);
    expect(agent.snapshot()).toMatchObject({
      ani: '+380661234501',
      queueName: 'DM_Banks_ManualCalls',
      callTraceID: '-1',
    });

    agent.progress({ type: 'operatorRinging' });
    expect(agent.effects).toEqual([]);
    agent.progress({ type: 'operatorAnswered' });
    expect(agent.done).toEqual(['dial']);
    agent.progress({ type: 'customerRinging' });
    expect(agent.sent).toEqual(['STATE_CALL_DELIVERED']);
    expect(agent.snapshot()).toMatchObject({ status: 'start_dialing', callTraceID: '1', callCustomerID: '39553609' });
    agent.progress({ type: 'customerAnswered' });
    expect(agent.sent).toEqual(['STATE_CALL_ACTIVE']);

    agent.request({ type: 'closeCall' });
    expect(agent.sent).toEqual(['STATE_CLERICAL']);
    expect(agent.done).toEqual(['send', 'end']);
    expect(agent.snapshot()).toMatchObject({ callTraceID: '1', callErrorID: '-1', status: 'clerical' });
    agent.request({ type: 'resolutionSet', id: 4 });
    expect(agent.sent).toEqual(['STATE_IDLE']);
    expect(agent.snapshot()).toMatchObject({ callTraceID: '-1', ani: '', queueName: '', lastCallTime: agent.at });
  });

  it('dials for the requested queue', () => {
    expect(new AgentUnderTest().logIn().makeCall('101', 'DM_MFO_1').snapshot()).toMatchObject({
      queueName: 'DM_MFO_1',
    });
  });

  it.each([
    ['letters', 'abc', undefined, '-226'],
    ['nothing', '', undefined, '-226'],
    ['too many digits', '1'.repeat(21), undefined, '-226'],
    ['an unknown queue', '0661234501', 'Q_Nowhere', '-227'],
    ['a queue for incoming calls only', '0661234501', 'IN_Support', '-227'],
  ])('cannot dial %s', (_case, number, queue, errorId) => {
    const agent = new AgentUnderTest().logIn().makeCall(number, queue);
    expect(agent.snapshots).toMatchObject([
      { state: 'STATE_MAKECALL_FAILED', status: 'available', callErrorID: errorId, callTraceID: '-1' },
    ]);
    expect(agent.done).toEqual(['send']);
    expect(agent.fire('failureShown').sent).toEqual(['STATE_IDLE']);
  });

  it.each<OperatorFailure>(['not-registered', 'no-answer', 'rejected', 'media-failed'])(
    'puts an operator whose extension fails (%s) on Force Pause, the customer not called',
    (reason) => {
      const agent = new AgentUnderTest().logIn().makeCall().progress({ type: 'operatorFailed', reason });
      expect(agent.snapshots).toMatchObject([
        { state: 'STATE_MAKECALL_FAILED', callErrorID: '-223', callErrorText: 'No Answer from agent' },
      ]);
      expect(agent.done).not.toContain('dial');
      agent.makeCall();
      expect(agent.sent).toEqual(['STATE_MAKECALL_FAILED']);
      agent.fire('failureShown');
      expect(agent.snapshots).toMatchObject([{ state: 'STATE_PAUSE', pauseId: forcePause.id, callErrorID: '-223' }]);
      expect(agent.request({ type: 'pause', id: 0 }).sent).toEqual(['STATE_IDLE']);
    },
  );

  it.each<[CustomerFailure, string]>([
    ['busy', '-224'],
    ['no-answer', '-225'],
  ])('ends in clerical when the customer is not reached: %s', (reason, errorId) => {
    const agent = new AgentUnderTest().logIn().makeCall().progress({ type: 'operatorAnswered' });
    agent.progress({ type: 'customerFailed', reason });
    expect(agent.sent).toEqual(['STATE_CALL_DELIVERED', 'STATE_CLERICAL']);
    expect(agent.snapshot()).toMatchObject({ callErrorID: errorId, callTraceID: '1' });
    // The operator hears the busy tone for a moment longer.
    expect(agent.done).not.toContain('end');
    expect(agent.fire('busyTone').done).toEqual(['end']);
    expect(agent.request({ type: 'resolutionSet', id: 14 }).done).toEqual(['send']);
  });

  it('ends the busy tone when clerical is left before it is over', () => {
    const agent = new AgentUnderTest().logIn().makeCall().progress({ type: 'operatorAnswered' });
    agent.progress({ type: 'customerRinging' }, { type: 'customerFailed', reason: 'busy' });
    expect(agent.request({ type: 'resolutionSet', id: 14 }).done).toEqual(['send', 'end']);
  });

  it('a number found undialable on the line fails like one that looks so', () => {
    const agent = new AgentUnderTest().logIn().makeCall().progress({ type: 'operatorAnswered' });
    agent.progress({ type: 'customerFailed', reason: 'invalid-number' });
    expect(agent.sent).toEqual(['STATE_MAKECALL_FAILED']);
    expect(agent.done).toEqual(['send', 'end']);
  });

  it('cancelled before the customer rings leaves nothing to do after it; while it rings, clerical', () => {
    const agent = new AgentUnderTest().logIn().makeCall().request({ type: 'closeCall' });
    expect(agent.sent).toEqual(['STATE_IDLE']);
    expect(agent.done).toEqual(['send', 'end']);
    agent.makeCall().progress({ type: 'operatorAnswered' }, { type: 'customerRinging' }).request({ type: 'closeCall' });
    expect(agent.sent).toEqual(['STATE_CLERICAL']);
  });

  it.each([
    ['operator', null],
    ['customer', null],
    ['server', '-229'],
  ] as const)('ended by the %s while talking leads to clerical', (by, errorId) => {
    const agent = new AgentUnderTest().talk().progress({ type: 'ended', by });
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_CLERICAL', callErrorID: errorId ?? '-1' }]);
  });

  it('reports of an earlier call change nothing', () => {
    const agent = new AgentUnderTest().logIn().makeCall().request({ type: 'closeCall' }).makeCall();
    agent.apply({ type: 'progress', traceId: '1', progress: { type: 'ended', by: 'server' } });
    expect(agent.effects).toEqual([]);
    expect(agent.state.phase).toBe('dialing');
  });

  it('rings at delivery if so configured', () => {
    const agent = new AgentUnderTest({ ...rules, inviteAt: 'delivered' }).logIn().makeCall();
    expect(agent.done).toEqual(['send', 'send', 'ring']);
    expect(agent.sent).toEqual(['STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED']);
    agent.progress({ type: 'operatorAnswered' }, { type: 'customerRinging' }, { type: 'customerAnswered' });
    expect(agent.state.phase).toBe('active');
    const silent = new AgentUnderTest({ ...rules, inviteAt: 'delivered' }).logIn().makeCall();
    expect(silent.progress({ type: 'operatorFailed', reason: 'no-answer' }).sent).toEqual(['STATE_MAKECALL_FAILED']);
  });

  it('is ended when it was forgotten', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'holdCall' }).request({ type: 'retrieveCall' });
    agent.fire('callLimit');
    expect(agent.snapshots).toMatchObject([{ state: 'STATE_CLERICAL', callErrorID: '-230' }]);
    expect(agent.at - Number(agent.state.call?.answeredAt)).toBe(rules.callLimitMs);
  });
});
