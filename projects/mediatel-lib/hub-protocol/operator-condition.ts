import type { OperatorRecord } from './operator-record';
import type { Presence } from './presence';
import { type AgentPhase, phaseOf } from 'mediatel-lib/protocol';

/**
 * What may be wrong with an operator, or last too long.
 *
 * `unconfirmed`: nobody knows the operator's state. `lasting`: the same state. `poorSound`: a call. The others: no
 * call would reach an available operator.
 */
export type OperatorConditionKind =
  'unconfirmed' | 'lasting' | 'poorSound' | 'noConnection' | 'notRegistered' | 'noMicrophone';

/** One occurrence of a condition. */
export interface OperatorCondition {
  /** What is wrong, or lasts. */
  readonly kind: OperatorConditionKind;
  /** The same as long as the condition lasts. The next occurrence has another key. */
  readonly key: string;
}

/** A supervisor's acknowledgement of an alert. It ends with the alert's condition. */
export interface AlertAcknowledgement {
  /** The operator's id. */
  readonly operator: string;
  /** The condition's key. */
  readonly condition: string;
  /** The supervisor's login. */
  readonly by: string;
  /** When, by the hub's clock (ms since the epoch). */
  readonly at: number;
}

/** The phase of a presence. In a transient state, the status decides. */
export function phaseOfPresence({ state, status }: Pick<Presence, 'state' | 'status'>): AgentPhase {
  return phaseOf(state, status) ?? phaseOf('', status) ?? 'unknown';
}

/** Conditions of an operator that a hub and all boards derive alike, without thresholds or a clock. */
export function conditionsOf({ presence, confidence }: Omit<OperatorRecord, 'confirmedAt'>): OperatorCondition[] {
  const found: OperatorCondition[] = [];
  const phase = phaseOfPresence(presence);
  if (phase === 'loggedOut') return found;
  if (confidence === 'unconfirmed') found.push({ kind: 'unconfirmed', key: 'unconfirmed' });
  // Mediatel's own time of the state is the same in all of the operator's tabs, and after a reload.
  if (presence.since !== null) found.push({ kind: 'lasting', key: `lasting:${phase}:${presence.since}` });
  if (presence.quality && presence.call) {
    found.push({ kind: 'poorSound', key: `poorSound:${presence.call.traceId ?? presence.call.start ?? ''}` });
  }
  if (!presence.connected) found.push({ kind: 'noConnection', key: 'noConnection' });
  else if (phase === 'available') {
    if (presence.registered !== 'registered') found.push({ kind: 'notRegistered', key: 'notRegistered' });
    if (presence.microphone !== 'ready') found.push({ kind: 'noMicrophone', key: 'noMicrophone' });
  }
  return found;
}
