import { recordOf } from 'test-kit';
import { boardStateOf, boardStates, looksLike } from './board-state';

describe('boardStateOf', () => {
  const live = recordOf({}, { confidence: 'live' });

  it('is how the operator looks while reports come, then unconfirmed, and gone after five minutes', () => {
    expect([1_000, 10_000, 299_999, 300_000].map((now) => boardStateOf(live, 0, now))).toEqual([
      'available',
      'unconfirmed',
      'unconfirmed',
      'gone',
    ]);
  });

  it('has the gone at the end, and never in the colour of a state that is known', () => {
    expect(boardStates.at(-1)).toBe('gone');
    expect([looksLike('gone'), looksLike('unconfirmed'), looksLike('talking')]).toEqual([
      'unknown',
      'unknown',
      'talking',
    ]);
  });
});
