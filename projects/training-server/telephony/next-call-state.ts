import type { CustomerBehaviour } from '../customer/dial-plan';
import type { OperatorFailure } from '../sip/operator-failure';
import type { Tone } from './call-sound';
import type { CallTiming } from './call-timing';
import type { CallProgress, CustomerFailure } from './telephony';

/**
 * The state of a call between an operator and a virtual customer.
 *
 * ```
 *  ringing ─operator answers─▶ alone ─dialCustomer─▶ dialling ─answers─▶ talking
 *     │                          │                      └─busy, no answer─▶ failed
 *     │                          └─connectCustomer──────────────────────▶ talking
 *     └────────────── either side ends, from any of them ──────────────▶ over
 * ```
 */
export type CallState = 'ringing' | 'alone' | 'dialling' | 'failed' | 'talking' | 'over';

export type EndedBy = Extract<CallProgress, { type: 'ended' }>['by'];

/** Everything that can happen to a call. */
export type CallEvent =
  | { readonly type: 'operatorRings' }
  /** The operator's audio path is up. */
  | { readonly type: 'operatorAnswered' }
  | { readonly type: 'operatorFailed'; readonly reason: OperatorFailure; readonly sipStatus?: number | undefined }
  | { readonly type: 'operatorDigit'; readonly digit: string }
  | { readonly type: 'dialCustomer'; readonly behaviour: CustomerBehaviour }
  | { readonly type: 'connectCustomer' }
  | { readonly type: 'customerAnswers' }
  | { readonly type: 'customerFails'; readonly reason: CustomerFailure }
  | { readonly type: 'ended'; readonly by: EndedBy };

/** What a transition wants done, in order. */
export type CallEffect =
  /** The operator is connected: recording starts. */
  | { readonly type: 'begin' }
  | { readonly type: 'play'; readonly tone: Tone }
  /** The customer and the operator hear each other. */
  | { readonly type: 'join' }
  /** `then` happens after that time, unless another event comes before. */
  | { readonly type: 'wait'; readonly time: keyof CallTiming; readonly then: CallEvent }
  | { readonly type: 'report'; readonly progress: CallProgress }
  /** End both legs, complete the recording, then report the end. */
  | { readonly type: 'finish'; readonly by: EndedBy };

/** The result of a transition. */
export interface CallStep {
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

/** Every transition of the machine drawn at `CallState`. An event that makes no sense in a state changes nothing. */
export function nextCallState(state: CallState, event: CallEvent): CallStep {
  if (state === 'over') return to(state);
  switch (event.type) {
    case 'operatorRings':
      return to(state, report({ type: 'operatorRinging' }));
    case 'operatorAnswered':
      return state === 'ringing' ? to('alone', { type: 'begin' }, report({ type: 'operatorAnswered' })) : to(state);
    case 'operatorFailed':
      return to('over', report(failureOf(event)), { type: 'finish', by: 'server' });
    case 'operatorDigit':
      return to(state, report(event));
    case 'dialCustomer':
      return state === 'alone' ? dial(event.behaviour) : to(state);
    case 'connectCustomer':
      return state === 'alone' ? joined : to(state);
    case 'customerAnswers':
      return state === 'dialling' ? joined : to(state);
    case 'customerFails':
      return state === 'dialling' ? customerFailed(event.reason) : to(state);
    case 'ended':
      return to('over', { type: 'finish', by: event.by });
  }
}

const to = (state: CallState, ...effects: readonly CallEffect[]): CallStep => ({ state, effects });
const report = (progress: CallProgress): CallEffect => ({ type: 'report', progress });
const joined = to('talking', { type: 'join' }, report({ type: 'customerAnswered' }));

const failureOf = ({ reason, sipStatus }: Extract<CallEvent, { type: 'operatorFailed' }>): CallProgress => ({
  ...{ type: 'operatorFailed', reason },
  ...(sipStatus === undefined ? {} : { sipStatus }),
});

function dial(behaviour: CustomerBehaviour): CallStep {
  return to('dialling', { type: 'play', tone: 'ringback' }, report({ type: 'customerRinging' }), outcome(behaviour));
}

function outcome(behaviour: CustomerBehaviour): CallEffect {
  if (behaviour === 'busy')
    return { type: 'wait', time: 'busyAfterMs', then: { type: 'customerFails', reason: 'busy' } };
  if (behaviour === 'neverAnswers')
    return { type: 'wait', time: 'noAnswerMs', then: { type: 'customerFails', reason: 'no-answer' } };
  return { type: 'wait', time: 'customerRingMs', then: { type: 'customerAnswers' } };
}

function customerFailed(reason: CustomerFailure): CallStep {
  return to(
    'failed',
    { type: 'play', tone: reason === 'busy' ? 'busy' : 'silence' },
    report({ type: 'customerFailed', reason }),
    { type: 'wait', time: 'failureToneMs', then: { type: 'ended', by: 'customer' } },
  );
}
