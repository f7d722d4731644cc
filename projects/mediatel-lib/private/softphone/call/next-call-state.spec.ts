import { nextCallState, type CallInput, type CallState } from './next-call-state';

const table: readonly (readonly [CallState, CallInput, CallState])[] = [
  ['ringing', 'answer', 'answering'],
  ['ringing', 'accepted', 'ringing'],
  ['ringing', 'end', 'ended'],
  ['answering', 'answer', 'answering'],
  ['answering', 'accepted', 'talking'],
  ['answering', 'end', 'ended'],
  ['talking', 'answer', 'talking'],
  ['talking', 'accepted', 'talking'],
  ['talking', 'end', 'ended'],
  ['ended', 'answer', 'ended'],
  ['ended', 'accepted', 'ended'],
  ['ended', 'end', 'ended'],
];

describe('nextCallState', () => {
  it.each(table)('%s on %s is %s', (state, input, next) => {
    expect(nextCallState(state, input)).toBe(next);
  });
});
