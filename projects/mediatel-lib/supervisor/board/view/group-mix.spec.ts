import type { BoardOperator } from './board-arrangement';
import { mixesOf } from './group-mix';

const operator = (team: string, state: BoardOperator['state'], queue: string | null = null): BoardOperator =>
  ({ team, state, queue }) as BoardOperator;

describe('mixesOf', () => {
  it('counts each group’s states, the most frequent first, equal ones in the board’s order', () => {
    const all = [
      operator('Banks', 'available'),
      operator('Banks', 'talking'),
      operator('Banks', 'talking'),
      operator('Banks', 'clerical'),
      operator('Loans', 'gone'),
    ];
    expect(mixesOf(all, 'team').get('Banks')).toEqual([
      { state: 'talking', count: 2 },
      { state: 'clerical', count: 1 },
      { state: 'available', count: 1 },
    ]);
    expect([...mixesOf(all, 'team').keys()]).toEqual(['Banks', 'Loans']);
  });

  it('has the operators without a queue under an empty key', () => {
    expect(mixesOf([operator('Banks', 'paused')], 'queue').get('')).toEqual([{ state: 'paused', count: 1 }]);
  });
});
