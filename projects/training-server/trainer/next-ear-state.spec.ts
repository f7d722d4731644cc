import { type EarEvent, type EarState, nextEarState } from './next-ear-state';

describe('the state of an ear', () => {
  it.each<[EarState, EarEvent, EarState]>([
    ['opening', 'answered', 'open'],
    ['opening', 'trainerLost', 'closed'],
    ['opening', 'trainerBack', 'opening'],
    ['opening', 'graceOver', 'closed'],
    ['open', 'answered', 'open'],
    ['open', 'trainerLost', 'lost'],
    ['open', 'trainerBack', 'open'],
    ['open', 'graceOver', 'closed'],
    ['open', 'closed', 'closed'],
    ['open', 'failed', 'closed'],
    ['lost', 'trainerBack', 'open'],
    ['lost', 'answered', 'lost'],
    ['lost', 'graceOver', 'closed'],
    ['lost', 'failed', 'closed'],
    ['closed', 'answered', 'closed'],
    ['closed', 'trainerBack', 'closed'],
  ])('%s, %s → %s', (state, event, next) => expect(nextEarState(state, event)).toBe(next));
});
