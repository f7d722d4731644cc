import {
  type OperatorCondition,
  type OperatorConditionKind,
  type OperatorRecord,
  conditionsOf,
  phaseOfPresence,
} from 'mediatel-lib/hub-protocol';
import type { AgentPhase } from 'mediatel-lib/protocol';
import { type AlertThresholds, type TimedPhase, timedPhases } from './alert-thresholds';
import { isGone, isLive } from '../hub/operator-view';

/** A condition of an operator that has passed its threshold, with the facts for its sentence. */
export interface MediatelAlert {
  /** Operator and condition. It stays the same as long as the condition lasts. */
  readonly id: string;
  /** The operator's id. */
  readonly operator: string;
  /** The operator's name. */
  readonly name: string;
  /** Key of the condition: a new one begins with another call, pause or state. */
  readonly condition: string;
  /** What is wrong. */
  readonly kind: OperatorConditionKind;
  /** What the operator is doing. */
  readonly phase: AgentPhase;
  /** The pause's name; `null` for none. */
  readonly pause: string | null;
  /** Whether the operator has chosen a call code. */
  readonly codeChosen: boolean;
  /** The call's MOS; `null` when there is none. */
  readonly mos: number | null;
  /** When the condition began: milliseconds since the epoch, by the hub's clock. Later reports do not change it. */
  readonly beganAt: number;
  /** Whole seconds since the beginning. */
  readonly seconds: number;
}

/** The beginning of each condition, below its threshold too. It is carried from one search to the next. */
export type AlertMemory = ReadonlyMap<string, number>;

/** An operator on the board. */
export interface Watched {
  readonly record: OperatorRecord;
  /** Time of the last report: milliseconds since the epoch, by the hub's clock. */
  readonly confirmedAt: number;
}

/** Result of a search for alerts. */
export interface AlertsFound {
  /** The alerts, the longest first. */
  readonly alerts: readonly MediatelAlert[];
  /** Input for the next search. */
  readonly memory: AlertMemory;
}

/** Poor quality ends when the MOS is this much above the threshold. Without it, a MOS near the threshold would flicker. */
const soundRecovered = 0.3;

const byRecord = new WeakMap<OperatorRecord, readonly OperatorCondition[]>();

/** The record's conditions, cached because most records do not change within a second. */
function conditionsOfKnown(record: OperatorRecord): readonly OperatorCondition[] {
  let found = byRecord.get(record);
  if (!found) byRecord.set(record, (found = conditionsOf({ ...record, confidence: 'live' })));
  return found;
}

const unconfirmed: OperatorCondition = { kind: 'unconfirmed', key: 'unconfirmed' };

/**
 * Finds the alerts of all operators. It is a pure function.
 *
 * All clocks are the servers': `now` is by the hub's clock (ms); Mediatel's clock is used only for differences. An operator
 * whose data is stale has only the alert `unconfirmed`, and none once they count as gone (`isGone`).
 *
 * Laws, tested with generated records: an alert's id and beginning stay while its condition lasts; an unconfirmed operator
 * has no live alert; a difference between the clocks changes nothing.
 */
export function findAlerts(
  all: Iterable<Watched>,
  now: number,
  thresholds: AlertThresholds,
  before: AlertMemory,
): AlertsFound {
  const alerts: MediatelAlert[] = [];
  const memory = new Map<string, number>();
  for (const { record, confirmedAt } of all) {
    const { id: operator, name, presence } = record;
    const phase = phaseOfPresence(presence);
    // Nobody is expected at a desk that has been silent for long.
    if (phase === 'loggedOut' || isGone(record, confirmedAt, now)) continue;
    const live = isLive(record, confirmedAt, now);
    const known = conditionsOfKnown(record);
    for (const { kind, key } of live ? known : [unconfirmed, ...known]) {
      const id = `${operator} ${key}`;
      const remembered = before.get(id);
      if (kind === 'poorSound' && !soundsPoor(record, thresholds.mos, remembered !== undefined)) continue;
      const beganAt = remembered ?? beginning(kind, record, confirmedAt);
      memory.set(id, beganAt);
      // The last known conditions are kept for the operator's return, but they raise no alerts.
      if (!live && kind !== 'unconfirmed') continue;
      const limit = limitOf(kind, phase, presence.pause, thresholds);
      const seconds = Math.max(0, Math.floor((now - beganAt) / 1000));
      if (limit === null || seconds < limit) continue;
      const { pause, codeChosen, quality } = presence;
      const mos = quality?.mos ?? null;
      alerts.push({ id, operator, name, condition: key, kind, phase, pause, codeChosen, mos, beganAt, seconds });
    }
  }
  alerts.sort((a, b) => a.beganAt - b.beganAt || (a.id < b.id ? -1 : 1));
  return { alerts, memory };
}

function soundsPoor({ presence }: OperatorRecord, limit: number | null, wasPoor: boolean): boolean {
  if (limit === null || !presence.quality) return false;
  return presence.quality.mos < limit + (wasPoor ? soundRecovered : 0);
}

function beginning(kind: OperatorConditionKind, { presence, receivedAt }: OperatorRecord, confirmedAt: number): number {
  if (kind === 'unconfirmed') return confirmedAt;
  if (kind !== 'lasting' || presence.since === null) return receivedAt;
  return receivedAt - Math.max(0, presence.serverTime - presence.since);
}

const isTimed = (phase: AgentPhase): phase is TimedPhase => timedPhases.some((timed) => timed === phase);

function limitOf(
  kind: OperatorConditionKind,
  phase: AgentPhase,
  pause: string | null,
  { states, pauses, unconfirmed, faults }: AlertThresholds,
): number | null {
  switch (kind) {
    case 'unconfirmed':
      return unconfirmed;
    case 'lasting':
      if (phase === 'paused' && pause !== null && Object.hasOwn(pauses, pause)) return pauses[pause] ?? null;
      return isTimed(phase) ? states[phase] : null;
    default:
      return faults;
  }
}
