import { nextCallState, type CallEffect, type CallEvent, type CallState } from './next-call-state';

const events = {
  rings: { type: 'operatorRings' },
  answered: { type: 'operatorAnswered' },
  refused: { type: 'operatorFailed', reason: 'rejected', sipStatus: 486 },
  unreached: { type: 'operatorFailed', reason: 'no-answer' },
  digit: { type: 'operatorDigit', digit: '5' },
  dialsBusy: { type: 'dialCustomer', behaviour: 'busy' },
  dialsSilent: { type: 'dialCustomer', behaviour: 'neverAnswers' },
  dialsTalker: { type: 'dialCustomer', behaviour: 'talks' },
  connects: { type: 'connectCustomer' },
  answers: { type: 'customerAnswers' },
  busy: { type: 'customerFails', reason: 'busy' },
  silent: { type: 'customerFails', reason: 'no-answer' },
  ended: { type: 'ended', by: 'operator' },
} as const satisfies Record<string, CallEvent>;

const refused = 'over: report operatorFailed rejected 486, finish server';
const unreached = 'over: report operatorFailed no-answer, finish server';
const ended = 'over: finish operator';
const joined = 'talking: join, report customerAnswered';
const dialling = 'dialling: play ringback, report customerRinging';

/** The next state, and the effects in order. */
const table: Record<CallState, Record<keyof typeof events, string>> = {
  ringing: {
    rings: 'ringing: report operatorRinging',
    answered: 'alone: begin, report operatorAnswered',
    refused,
    unreached,
    digit: 'ringing: report operatorDigit 5',
    dialsBusy: 'ringing',
    dialsSilent: 'ringing',
    dialsTalker: 'ringing',
    connects: 'ringing',
    answers: 'ringing',
    busy: 'ringing',
    silent: 'ringing',
    ended,
  },
  alone: {
    rings: 'alone: report operatorRinging',
    answered: 'alone',
    refused,
    unreached,
    digit: 'alone: report operatorDigit 5',
    dialsBusy: `${dialling}, wait busyAfterMs customerFails busy`,
    dialsSilent: `${dialling}, wait noAnswerMs customerFails no-answer`,
    dialsTalker: `${dialling}, wait customerRingMs customerAnswers`,
    connects: joined,
    answers: 'alone',
    busy: 'alone',
    silent: 'alone',
    ended,
  },
  dialling: {
    rings: 'dialling: report operatorRinging',
    answered: 'dialling',
    refused,
    unreached,
    digit: 'dialling: report operatorDigit 5',
    dialsBusy: 'dialling',
    dialsSilent: 'dialling',
    dialsTalker: 'dialling',
    connects: 'dialling',
    answers: joined,
    busy: 'failed: play busy, report customerFailed busy, wait failureToneMs ended customer',
    silent: 'failed: play silence, report customerFailed no-answer, wait failureToneMs ended customer',
    ended,
  },
  failed: {
    rings: 'failed: report operatorRinging',
    answered: 'failed',
    refused,
    unreached,
    digit: 'failed: report operatorDigit 5',
    dialsBusy: 'failed',
    dialsSilent: 'failed',
    dialsTalker: 'failed',
    connects: 'failed',
    answers: 'failed',
    busy: 'failed',
    silent: 'failed',
    ended,
  },
  talking: {
    rings: 'talking: report operatorRinging',
    answered: 'talking',
    refused,
    unreached,
    digit: 'talking: report operatorDigit 5',
    dialsBusy: 'talking',
    dialsSilent: 'talking',
    dialsTalker: 'talking',
    connects: 'talking',
    answers: 'talking',
    busy: 'talking',
    silent: 'talking',
    ended,
  },
  over: {
    rings: 'over',
    answered: 'over',
    refused: 'over',
    unreached: 'over',
    digit: 'over',
    dialsBusy: 'over',
    dialsSilent: 'over',
    dialsTalker: 'over',
    connects: 'over',
    answers: 'over',
    busy: 'over',
    silent: 'over',
    ended: 'over',
  },
};

const words = (fields: object): string =>
  Object.values(fields)
    .map((value: unknown) => (typeof value === 'object' && value !== null ? words(value) : String(value)))
    .join(' ');

function step(state: CallState, event: CallEvent): string {
  const { state: next, effects } = nextCallState(state, event);
  return effects.length === 0 ? next : `${next}: ${effects.map((effect: CallEffect) => words(effect)).join(', ')}`;
}

describe('nextCallState', () => {
  it.each(Object.keys(table) as CallState[])('every event of a call that is %s', (state) => {
    const steps = Object.entries(events).map(([name, event]) => [name, step(state, event)]);
    expect(Object.fromEntries(steps)).toEqual(table[state]);
  });
});
