import { type AgentPhase, type Snapshot, decodeSnapshot, phaseOf } from 'mediatel-lib/protocol';
import type { FlightEntry } from 'mediatel-lib/recorder';
import type { IncidentCall } from './incident';

/** A call as the snapshots show it. */
export interface RecordedCall extends Omit<IncidentCall, 'events'> {
  readonly holds: readonly { readonly fromMs: number; readonly toMs: number }[];
}

interface OpenCall {
  readonly beganMs: number;
  readonly wasDialled: boolean;
  direction: IncidentCall['direction'];
  queue: string | null;
  joinedMs: number | null;
  heldSinceMs: number | null;
  closeCallMs: number | null;
  readonly holds: { fromMs: number; toMs: number }[];
}

const inCall: ReadonlySet<AgentPhase> = new Set(['dialing', 'delivered', 'talking', 'held']);

/** Longest time between the operator's request and the end that it causes (ms). */
const longestClosing = 10_000;

/** The calls of a recording, in their order. A call that still lasts at the end counts until there. */
export function recordedCalls(entries: readonly FlightEntry[]): RecordedCall[] {
  const calls: RecordedCall[] = [];
  let snapshot: Snapshot | null = null;
  let open: OpenCall | null = null;
  for (const entry of entries) {
    if (open !== null && isOwnEnd(entry)) open.closeCallMs = entry.at;
    if (entry.type !== 'message' || entry.message.type !== 'snapshot') continue;
    const decoded = decodeSnapshot(entry.message.data, snapshot);
    if (!decoded.ok) continue;
    snapshot = decoded.snapshot;
    const phase = phaseOf(snapshot.state, snapshot.status);
    if (phase === null || phase === 'unknown') continue;
    if (!inCall.has(phase)) {
      if (open !== null) calls.push(closed(open, entry.at, snapshot, phase));
      open = null;
      continue;
    }
    open ??= opened(entry.at, phase);
    follow(open, entry.at, phase, snapshot);
  }
  const lastMs = entries.at(-1)?.at ?? 0;
  if (open !== null && open.joinedMs !== null && lastMs > open.joinedMs) calls.push(closed(open, lastMs, null, null));
  return calls;
}

const isOwnEnd = (entry: FlightEntry): boolean =>
  (entry.type === 'request' && entry.request.type === 'closeCall' && entry.sent) ||
  (entry.type === 'phone' && entry.event.type === 'ended' && entry.event.by === 'operator');

function opened(at: number, phase: AgentPhase): OpenCall {
  return {
    ...{ beganMs: at, wasDialled: phase === 'dialing', direction: 'incoming', queue: null },
    ...{ joinedMs: null, heldSinceMs: null, closeCallMs: null, holds: [] },
  };
}

function follow(call: OpenCall, at: number, phase: AgentPhase, snapshot: Snapshot): void {
  call.queue = snapshot.queueName ?? call.queue;
  call.direction = directionOf(call, snapshot);
  if (phase === 'talking' || phase === 'held') call.joinedMs ??= at;
  if (phase === 'held') call.heldSinceMs ??= at;
  else endHold(call, at);
}

function endHold(call: OpenCall, at: number): void {
  if (call.heldSinceMs !== null) call.holds.push({ fromMs: call.heldSinceMs, toMs: at });
  call.heldSinceMs = null;
}

/** `3` is seen in a documented manual call. The type tells it of a call whose beginning is not in the recording. */
function directionOf({ wasDialled, direction }: OpenCall, snapshot: Snapshot): IncidentCall['direction'] {
  if (wasDialled || snapshot.callType === '3') return 'outgoing';
  return snapshot.predictiveStatus ? 'predictive' : direction;
}

function closed(call: OpenCall, at: number, after: Snapshot | null, phase: AgentPhase | null): RecordedCall {
  endHold(call, at);
  const { direction, queue, beganMs, joinedMs, holds, closeCallMs } = call;
  const isOwn = closeCallMs !== null && at - closeCallMs < longestClosing;
  const endedBy = isOwn ? 'operator' : 'customer';
  const outcome = joinedMs !== null ? 'talked' : failure(direction, after, phase);
  return { direction, queue, beganMs, joinedMs, endedMs: at, endedBy, outcome, holds };
}

/** -223: documented, nobody answered at the operator's phone. -224: the training server's, the customer is busy. */
function failure(
  direction: IncidentCall['direction'],
  after: Snapshot | null,
  phase: AgentPhase | null,
): IncidentCall['outcome'] {
  const isBusy = after?.callErrorID === '-224' || /busy|зайнят|занят/iu.test(after?.callErrorText ?? '');
  if (direction === 'outgoing') return isBusy ? 'busy' : 'neverAnswers';
  return after?.callErrorID === '-223' || phase === 'paused' ? 'missed' : 'givenUp';
}
