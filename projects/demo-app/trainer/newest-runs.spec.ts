import type { TrainingRun } from '../../training-kit';
import { newestRuns } from './newest-runs';

const run = (id: string, startedAt: number, percent: number | null = null, trainee = 'agent1'): TrainingRun => ({
  ...{ id, trainee, startedAt, percent, scenario: 'incoming', startedBy: 'trainer1', language: 'uk', status: 'done' },
  ...{ endedAt: startedAt, call: 0, turn: null, traceIds: [], reason: null },
});
const after = (...changed: readonly TrainingRun[]) =>
  [...newestRuns(new Map([['agent1', run('b', 2000)]]), changed).values()].map(({ id, percent }) => [id, percent]);

describe('the run that a trainer sees of a trainee', () => {
  it('changes', () => {
    expect(after(run('b', 2000, 100))).toEqual([['b', 100]]);
  });

  it('becomes the next one, also one of the same moment', () => {
    expect(after(run('c', 3000))).toEqual([['c', null]]);
    expect(after(run('c', 2000))).toEqual([['c', null]]);
  });

  it('stays when an earlier one gets its score late', () => {
    expect(after(run('a', 1000, 100))).toEqual([['b', null]]);
    expect(after(run('c', 3000), run('a', 1000, 100))).toEqual([['c', null]]);
  });

  it('is another trainee’s own', () => {
    expect(after(run('a', 1000, 100, 'agent2'))).toEqual([
      ['b', null],
      ['a', 100],
    ]);
  });
});
