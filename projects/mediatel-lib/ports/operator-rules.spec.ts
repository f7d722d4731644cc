import type { AgentClientApp } from 'mediatel-lib/protocol';
import { readOperatorRules } from './operator-rules';

const all = { predictive: true, inbound: true, manual: true, other: true };
const none = { answers: all, answerDelay: 0, clericalReminder: null, dialOutLimit: null, opensPauseList: false };

describe('the rules of a ClientApp', () => {
  it.each([
    ['null', null],
    ['an empty one', {}],
    ['a text', 'x'],
    [
      'unreadable fields',
      { AutoAnswer: { Inbound: 'perhaps', Time: -5 }, ClericalReminder: 'soon', TimeForDialOut: NaN },
    ],
    ['a delay that would lose every call', { AutoAnswer: { Time: 3_600_000 } }],
    ['zeros', { ClericalReminder: 0, TimeForDialOut: '0', AutoAnswer: { Time: 0 } }],
  ])('change nothing with %s', (_what, given) => {
    expect(readOperatorRules(given as AgentClientApp)).toEqual(none);
  });

  it('are read', () => {
    const AutoAnswer = { Predictive: true, Other: false, Time: 1500, Inbound: false, Manual: true };
    expect(readOperatorRules({ AutoAnswer, ClericalReminder: 40, TimeForDialOut: 25, ShowPopupPause: true })).toEqual({
      answers: { predictive: true, inbound: false, manual: true, other: false },
      ...{ answerDelay: 1500, clericalReminder: 40, dialOutLimit: 25, opensPauseList: true },
    });
  });

  it.each(['predictive', 'inbound', 'manual', 'other'] as const)('answer all kinds but %s', (kind) => {
    const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
    expect(readOperatorRules({ AutoAnswer: { [name]: false } }).answers).toEqual({ ...all, [kind]: false });
  });

  it.each([
    [60_000, 60_000],
    [60_001, 0],
    [0.5, 0.5],
    ['', 0],
    [true, 0],
  ])('a delay of %j is %j', (Time, delay) => {
    expect(readOperatorRules({ AutoAnswer: { Time } } as AgentClientApp).answerDelay).toBe(delay);
  });

  it.each([
    [1, true],
    [0, false],
    [2, false],
    ['false', false],
  ])('a flag of %j is %j', (ShowPopupPause, isSet) => {
    expect(readOperatorRules({ ShowPopupPause } as unknown as AgentClientApp).opensPauseList).toBe(isSet);
    expect(
      readOperatorRules({ AutoAnswer: { Inbound: ShowPopupPause } } as unknown as AgentClientApp).answers.inbound,
    ).toBe(isSet || ShowPopupPause === 2);
  });

  it('are read from texts too', () => {
    const AutoAnswer = { Inbound: '0', Manual: 'true', Time: '800' };
    const given = { AutoAnswer, ClericalReminder: '40', ShowPopupPause: '1' } as unknown as AgentClientApp;
    expect(readOperatorRules(given)).toMatchObject({
      ...{ answers: { ...all, inbound: false }, answerDelay: 800, clericalReminder: 40, opensPauseList: true },
    });
  });
});
