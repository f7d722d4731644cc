import { callEndedBy } from './call-ended-by';

describe('callEndedBy', () => {
  it.each([
    ['remote', 'Terminated', 'server'],
    ['remote', 'Canceled', 'server'],
    ['remote', 'No ACK', 'failure'],
    ['local', 'RTP Timeout', 'failure'],
    ['system', 'WebRTC Error', 'failure'],
  ] as const)('%s, %s: %s', (originator, cause, by) => expect(callEndedBy({ originator, cause }, false)).toBe(by));

  it('is the operator after a hang-up, whatever the outcome of the BYE', () => {
    expect(callEndedBy({ originator: 'remote', cause: 'Terminated' }, true)).toBe('operator');
  });
});
