import type { OperatorRecord } from './operator-record';
import type { Presence } from './presence';
import { type AgentPhase, phaseOf } from 'mediatel-lib/protocol';

/**
 * What may be amiss with an operator, or last too long.
 *
 * `unconfirmed`: nobody knows; `lasting`: a state; `poorSound`: a call; the others: no call would reach an available operator.
 */
export type OperatorConditionKind =
  'unconfirmed' | 'lasting' | 'poorSound' | 'noConnection' | 'notRegistered' | 'noMicrophone';

/** One occurrence: its key stays as long as it lasts, and the next one's is another. */
export interface OperatorCondition {
  readonly kind: OperatorConditionKind;
  readonly key: string;
}

/** That a supervisor has seen an alert and deals with it; over with the alert's condition. */
export interface AlertAcknowledgement {
  /** The operator's id. */
  readonly operator: string;
  /** The condition's key. */
  readonly condition: string;
  /** The supervisor's login. */
  readonly by: string;
  /** The hub's clock, milliseconds. */
  readonly at: number;
}

/** The phase a presence tells of: a transient state leaves it to the status. */
export function phaseOfPresence({ state, status }: Pick<Presence, 'state' | 'status'>): AgentPhase {
  return phaseOf(state, status) ?? phaseOf('', status) ?? 'unknown';
}

/** What holds of an operator as far as a hub and every board can tell alike: no thresholds, no clock. */
export function conditionsOf({ presence, confidence }: Omit<OperatorRecord, 'confirmedAt'>): OperatorCondition[] {
  const found: OperatorCondition[] = [];
  const phase = phaseOfPresence(presence);
  if (phase === 'loggedOut') return found;
  if (confidence === 'unconfirmed') found.push({ kind: 'unconfirmed', key: 'unconfirmed' });
  // Mediatel's own time of the state: the same in each of the operator's tabs, and after a reload.
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
