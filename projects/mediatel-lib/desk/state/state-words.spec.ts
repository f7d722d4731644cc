import { initialAgentState, type MediatelCall } from 'mediatel-lib/store';
import { englishLabels } from 'mediatel-lib/ui';
import { isIncoming, lookOf, stateDetail } from './state-words';

const ringing = (change: Partial<MediatelCall>): MediatelCall => ({ phase: 'delivered', ...change }) as MediatelCall;
const detailOf = (state: string): string | null =>
  stateDetail('held', { ...initialAgentState, state }, null, englishLabels);

describe('the state’s words', () => {
  it.each([
    ['incoming', true],
    ['predictive', true],
    ['outgoing', false],
    [null, false],
  ] as const)('a delivered call that is %s comes to the operator: %s', (direction, comes) => {
    expect(isIncoming('delivered', ringing({ direction }))).toBe(comes);
    expect(lookOf('delivered', ringing({ direction }))).toBe(comes ? 'delivered' : 'dialing');
    expect(isIncoming('talking', ringing({ direction }))).toBe(false);
  });

  it('audio before Mediatel’s first snapshot comes to the operator', () => {
    expect(isIncoming('delivered', ringing({ phase: 'audio-only', direction: null }))).toBe(true);
  });

  it.each(['STATE_MUTE', 'STATE_DIALPAD', 'STATE_CRT_DETAILS', 'STATE_HOLD_DIALPAD', 'STATE_PREDICTIVE', 'STATE_HOLD'])(
    '%s is no detail: the buttons show it',
    (state) => expect(detailOf(state)).toBeNull(),
  );

  it('a second call is one', () => {
    expect(detailOf('STATE_HOLD_MAKECALL_PROGRESS')).toBe('calling another');
    expect(detailOf('STATE_HOLD_MAKECALL_FAILED')).toBe('other call failed');
  });
});
