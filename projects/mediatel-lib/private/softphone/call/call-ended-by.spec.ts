import type { EndEvent } from 'jssip/lib/RTCSession';
import { callEndedBy } from './call-ended-by';

const end = (originator: string, cause: string): EndEvent =>
  ({ originator, cause, message: null }) as unknown as EndEvent;

describe('callEndedBy', () => {
  it.each([
    ['remote', 'Terminated', 'server'],
    ['remote', 'Canceled', 'server'],
    ['remote', 'No ACK', 'failure'],
    ['local', 'RTP Timeout', 'failure'],
    ['system', 'WebRTC Error', 'failure'],
  ] as const)('%s, %s: %s', (originator, cause, by) => expect(callEndedBy(end(originator, cause), false)).toBe(by));

  it('is the operator after a hang-up, whatever the outcome of the BYE', () => {
    expect(callEndedBy(end('remote', 'Terminated'), true)).toBe('operator');
  });
});
