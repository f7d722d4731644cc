import { failures, type RunEffect, type RunEvent } from './run-event';
import { isOver, type PlannedCall, type Presence, type RunState } from './run-state';

/** The result of a transition. */
export interface RunStep {
  readonly state: RunState;
  readonly effects: readonly RunEffect[];
}

/** How long after a refused offer it is tried again (s). */
const retrySeconds = { notFree: 1, diskFull: 5 } as const;

const step = (state: RunState, ...effects: readonly RunEffect[]): RunStep => ({ state, effects });

/** A run that begins. */
export function firstRunStep(calls: readonly PlannedCall[], presence: Presence): RunStep {
  const state: RunState = {
    ...{ stage: 'between', presence, isPaused: false, isDue: false, call: 0, traceId: null, reason: null },
  };
  return awaitCall(calls, state);
}

/** Every transition of the machine drawn at `RunStage`. An event that makes no sense in a stage changes nothing. */
export function nextRunState(calls: readonly PlannedCall[], state: RunState, event: RunEvent): RunStep {
  if (isOver(state)) return step(state);
  switch (event.type) {
    case 'trainee':
      return onPresence(calls, { ...state, presence: event.presence });
    case 'traineeGone':
      return fail(state, failures.gone);
    case 'due':
      return tryOffer(calls, { ...state, isDue: true });
    case 'offerRefused':
      return onRefused(state, event.isDiskFull);
    case 'callBegan':
      return onBegan(state, event.traceId);
    case 'callEnded':
      return onEnded(calls, state, event.traceId);
    case 'paused':
      return step({ ...state, isPaused: true });
    case 'resumed':
      return tryOffer(calls, { ...state, isPaused: false });
    case 'stopped':
      return finish(state, 'stopped', event.reason);
    case 'limitReached':
      return fail(state, failures.limit);
    case 'speechFailed':
      return fail(state, event.reason);
    case 'serverStops':
      return fail(state, failures.server);
    case 'noted':
      return step({ ...state, reason: event.reason });
  }
}

function onPresence(calls: readonly PlannedCall[], state: RunState): RunStep {
  if (state.stage !== 'afterCall' || state.presence === 'busy') return tryOffer(calls, state);
  const call = state.call + 1;
  if (call === calls.length) return finish(state, 'done', state.reason);
  return tryOffer(calls, { ...state, stage: 'between', call });
}

function onRefused(state: RunState, isDiskFull: boolean): RunStep {
  if (state.stage !== 'offering') return step(state);
  const next: RunState = { ...state, stage: 'between', isDue: false };
  return isDiskFull
    ? step({ ...next, reason: failures.diskFull }, { type: 'wait', seconds: retrySeconds.diskFull })
    : step(next, { type: 'wait', seconds: retrySeconds.notFree });
}

function onBegan(state: RunState, traceId: string): RunStep {
  if (state.stage !== 'offering' && state.stage !== 'between') return step(state);
  return step({ ...state, stage: 'inCall', traceId, isDue: false }, { type: 'cancelWait' });
}

/** The time of the next call counts from here, not from the end of the after-call work. */
function onEnded(calls: readonly PlannedCall[], state: RunState, traceId: string): RunStep {
  if (state.stage !== 'inCall' || state.traceId !== traceId) return step(state);
  const ended: RunState = { ...state, stage: 'afterCall', traceId: null };
  const { state: awaiting, effects } = awaitCall(calls, { ...ended, call: state.call + 1 });
  return step({ ...awaiting, call: state.call }, ...effects);
}

/** The wait before the call. A customer who is called is there at once. */
function awaitCall(calls: readonly PlannedCall[], state: RunState): RunStep {
  const call = calls[state.call];
  if (!call) return step(state);
  if (call.direction === 'outgoing') return step({ ...state, isDue: true });
  return step({ ...state, isDue: false }, { type: 'wait', seconds: call.comesAfterSeconds });
}

function tryOffer(calls: readonly PlannedCall[], state: RunState): RunStep {
  const comes = calls[state.call]?.direction !== 'outgoing';
  const isReady = state.stage === 'between' && state.isDue && !state.isPaused && state.presence === 'free';
  return comes && isReady ? step({ ...state, stage: 'offering' }, { type: 'offer' }) : step(state);
}

const fail = (state: RunState, reason: string): RunStep => finish(state, 'failed', reason);

function finish(state: RunState, stage: 'done' | 'stopped' | 'failed', reason: string | null): RunStep {
  const leaving: readonly RunEffect[] = state.stage === 'inCall' ? [{ type: 'leaveCall' }] : [];
  return step({ ...state, stage, reason, traceId: null }, { type: 'cancelWait' }, ...leaving, { type: 'over' });
}
