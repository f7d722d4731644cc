import { recordedCommands } from './recorded-commands';
import { entriesOf, phone, request, snapshot, type Timed } from './recording.fixture';

const answered = (at: number): Timed => [at, snapshot('STATE_CALL_ACTIVE')];
const asks = (at: number): Timed => [at, request('holdCall')];
const restarts = (at: number): Timed => [at, request('exit')];
const refused = (at: number, refusal: 'busy' | 'no-microphone'): Timed => [
  at,
  phone({ type: 'inviteRefused', callId: 'b', refusal, callerNumber: null, at }),
];

describe('recordedCommands', () => {
  it.each<[string, Timed[], [string, number][]]>([
    [
      'an agent that answers nothing until its restart',
      [answered(0), asks(2000), asks(5000), restarts(9000)],
      [['stuck', 2000]],
    ],
    ['an agent that is stuck for a second', [answered(0), asks(2000), restarts(3000)], [['stuck', 2000]]],
    ['a second call', [refused(4000, 'busy')], [['secondCall', 4000]]],
  ])('finds %s', (_, facts, events) => {
    expect(recordedCommands(entriesOf(...facts)).map(({ type, atMs }) => [type, atMs])).toEqual(events);
  });

  it.each<[string, Timed[]]>([
    ['a restart of an agent that answers', [asks(2000), answered(2100), restarts(9000)]],
    ['a restart right after a request', [asks(2000), restarts(2999)]],
    ['a restart without a request', [answered(0), restarts(9000)]],
    [
      'a request that was not sent',
      [[2000, { type: 'request', request: { type: 'holdCall' }, sent: false }], restarts(9000)],
    ],
    ['a restart that was not sent', [asks(2000), [9000, { type: 'request', request: { type: 'exit' }, sent: false }]]],
    ['a call without a microphone', [refused(4000, 'no-microphone')]],
  ])('leaves out %s', (_, facts) => {
    expect(recordedCommands(entriesOf(...facts))).toEqual([]);
  });
});
