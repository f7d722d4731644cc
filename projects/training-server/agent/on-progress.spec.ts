import type { CallProgress } from '../telephony/telephony';
import { AgentUnderTest } from './agent.fixture';

const up: CallProgress = { type: 'operatorAnswered' };
const ringing: CallProgress = { type: 'customerRinging' };
const answered: CallProgress = { type: 'customerAnswered' };
const digit: CallProgress = { type: 'operatorDigit', digit: '1' };
const busy: CallProgress = { type: 'customerFailed', reason: 'busy' };
const lost: CallProgress = { type: 'operatorFailed', reason: 'media-failed' };
const by = (side: 'operator' | 'customer' | 'server'): CallProgress => ({ type: 'ended', by: side });

const dialing = (): AgentUnderTest => new AgentUnderTest().logIn().makeCall();
const offered = (): AgentUnderTest => new AgentUnderTest().logIn().offer();
const held = (): AgentUnderTest => new AgentUnderTest().talk().request({ type: 'holdCall' });

describe('what telephony reports', () => {
  it.each<[string, () => AgentUnderTest, CallProgress, readonly string[], string]>([
    [
      'the customer answers without having rung',
      () => dialing().progress(up),
      answered,
      ['STATE_CALL_DELIVERED', 'STATE_CALL_ACTIVE'],
      '-1',
    ],
    ['the customer rings again', () => dialing().progress(up, ringing), ringing, [], '-1'],
    ['the customer answers again', () => new AgentUnderTest().talk(), answered, [], '-1'],
    ['the operator answers again', () => dialing().progress(up), up, [], '-1'],
    ['the customer’s line fails in the call', () => new AgentUnderTest().talk(), busy, ['STATE_CLERICAL'], '-224'],
    ['the customer’s line fails on hold', held, busy, ['STATE_CLERICAL'], '-224'],
    ['the customer is busy after ringing', () => dialing().progress(up, ringing), busy, ['STATE_CLERICAL'], '-224'],
    ['the operator’s line fails in the call', () => new AgentUnderTest().talk(), lost, ['STATE_CLERICAL'], '-229'],
    ['the operator’s line fails on hold', held, lost, ['STATE_CLERICAL'], '-229'],
    ['the operator’s line fails before', offered, lost, ['STATE_PAUSE'], '-223'],
    ['a key in the call', () => new AgentUnderTest().talk(), digit, ['STATE_DIALPAD', 'STATE_CALL_ACTIVE'], '-1'],
    ['a key on hold', held, digit, ['STATE_HOLD_DIALPAD', 'STATE_HOLD'], '-1'],
    ['a key before', () => dialing().progress(up), digit, [], '-1'],
    ['the customer hangs up on hold', held, by('customer'), ['STATE_CLERICAL'], '-1'],
    ['the caller gives up', offered, by('customer'), ['STATE_IDLE'], '-228'],
    ['the caller’s line fails', offered, by('server'), ['STATE_IDLE'], '-229'],
    ['the operator gives up while dialling', () => dialing().progress(up), by('operator'), ['STATE_IDLE'], '-1'],
    ['the line fails while dialling', () => dialing().progress(up), by('server'), ['STATE_MAKECALL_FAILED'], '-229'],
    [
      'the operator gives up while it rings',
      () => dialing().progress(up, ringing),
      by('operator'),
      ['STATE_CLERICAL'],
      '-1',
    ],
  ])('%s', (_what, play, report, sent, callErrorID) => {
    const agent = play().progress(report);
    expect(agent.sent).toEqual(sent);
    expect(agent.snapshot()).toMatchObject({ callErrorID });
  });

  it('ends the voice of a call that fails in the middle at once, without a tone', () => {
    expect(new AgentUnderTest().talk().progress(busy).done).toEqual(['send', 'end']);
    expect(held().progress(busy).done).toEqual(['send', 'end']);
  });

  it('dials once, however often the operator answers', () => {
    const agent = dialing().progress(up);
    expect(agent.done).toEqual(['dial']);
    expect(agent.progress(up).effects).toEqual([]);
  });

  it('ignores a call that is over', () => {
    const agent = new AgentUnderTest().talk().request({ type: 'closeCall' });
    for (const report of [up, ringing, answered, digit, busy, lost, by('server')]) {
      expect(agent.progress(report).effects).toEqual([]);
    }
  });
});
