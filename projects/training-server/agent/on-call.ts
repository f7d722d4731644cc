import { allowedRequests } from './allowed-requests';
import type { AgentEffect, Step } from './agent-effect';
import type { AgentEvent, Offer } from './agent-event';
import type { AgentRules } from './agent-rules';
import { callErrors, type AgentState, type Call, type CallDirection, type CallParticulars } from './agent-state';
import { bareNumber, isDialable } from './phone-number';
import type { Queue } from './queue';
import { move, refuse, send, toFailed } from './steps';

export function onMakeCall(
  rules: AgentRules,
  state: AgentState,
  event: Extract<AgentEvent, { type: 'makeCall' }>,
  at: number,
): Step {
  if (!allowedRequests(state).includes('makeCall')) return refuse(state, 'makeCall', `out of turn in ${state.phase}`);
  const number = bareNumber(event.phoneNumber);
  if (!isDialable(number)) return toFailed(state, at, callErrors.invalidNumber);
  const queue = rules.queues.find((known) => known.outgoing && (!event.queueName || known.name === event.queueName));
  if (!queue) return toFailed(state, at, callErrors.unknownQueue);

  const call = newCall('outgoing', number, queue, 0, event.particulars, at);
  const dialing = move(state, 'dialing', at, { call, callError: null });
  const delivered = move(dialing, 'delivered', at);
  return rules.inviteAt === 'request'
    ? { state: dialing, effects: [...saveStart(dialing, call), send(dialing), ...ring(dialing, call)] }
    : {
        state: delivered,
        effects: [...saveStart(dialing, call), send(dialing), send(delivered), ...ring(delivered, call)],
      };
}

/** An incoming or predictive call. It reaches only available operators. */
export function onOffer(state: AgentState, offer: Offer, at: number): Step {
  if (state.phase !== 'idle') {
    return { state, effects: [{ type: 'refused', what: offer.direction, reason: `not available: ${state.phase}` }] };
  }
  const call = newCall(offer.direction, offer.number, offer.queue, offer.waitSeconds, offer.particulars, at);
  const next = move(state, 'delivered', at, { call, callError: null });
  const snapshots = [send(next), send(next, 'STATE_CRT_DETAILS'), send(next)];
  return { state: next, effects: [...saveStart(next, call), ...snapshots, ...ring(next, call)] };
}

function newCall(
  direction: CallDirection,
  number: string,
  queue: Queue,
  waitSeconds: number,
  particulars: CallParticulars,
  at: number,
): Call {
  return {
    ...particulars,
    direction,
    number,
    queue,
    waitSeconds,
    startedAt: at,
    answeredAt: null,
    operatorUp: false,
    muted: false,
    codeIds: [],
    codedAt: null,
    toneUntil: null,
  };
}

const saveStart = ({ operator }: AgentState, call: Call): AgentEffect[] =>
  operator ? [{ type: 'saveStart', call, operator }] : [];

const ring = ({ operator }: AgentState, call: Call): AgentEffect[] =>
  operator ? [{ type: 'ring', call, extension: operator.extension }] : [];
