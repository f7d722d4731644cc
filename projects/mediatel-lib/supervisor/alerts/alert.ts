import {
  type OperatorCondition,
  type OperatorConditionKind,
  type OperatorRecord,
  conditionsOf,
  phaseOfPresence,
} from 'mediatel-lib/hub-protocol';
import type { AgentPhase } from 'mediatel-lib/protocol';
import { type AlertThresholds, type TimedPhase, timedPhases } from './alert-thresholds';
import { isLive } from '../hub/operator-view';

/** Something that a supervisor should look at, with all that its sentence needs. */
export interface MediatelAlert {
  /** The operator and the condition: the same as long as the condition lasts. */
  readonly id: string;
  readonly operator: string;
  readonly name: string;
  readonly condition: string;
  readonly kind: OperatorConditionKind;
  readonly phase: AgentPhase;
  readonly pause: string | null;
  readonly codeChosen: boolean;
  readonly mos: number | null;
  /** The hub's clock, milliseconds: as first told, so that it does not waver with the network. */
  readonly since: number;
  /** Whole seconds since then. */
  readonly seconds: number;
}

/** Since when each condition lasts, raised or not: carried from one look to the next. */
export type AlertMemory = ReadonlyMap<string, number>;

/** An operator as the board knows them. */
export interface Watched {
  readonly record: OperatorRecord;
  /** The hub's clock, milliseconds. */
  readonly confirmedAt: number;
}

export interface AlertsFound {
  /** The longest first. */
  readonly alerts: readonly MediatelAlert[];
  readonly memory: AlertMemory;
}

/** A sound once poor is poor until it is this much better: a score on the line would flicker. */
const soundRecovered = 0.3;

const byRecord = new WeakMap<OperatorRecord, readonly OperatorCondition[]>();

/** Most records are as they were a second ago. */
function conditionsOfKnown(record: OperatorRecord): readonly OperatorCondition[] {
  let found = byRecord.get(record);
  if (!found) byRecord.set(record, (found = conditionsOf({ ...record, confidence: 'live' })));
  return found;
}

const unconfirmed: OperatorCondition = { kind: 'unconfirmed', key: 'unconfirmed' };

/**
 * What supervisors should look at now. Pure; all clocks are the servers': `now` is the hub's, Mediatel's is used for differences only.
 *
 * Of an operator whose data is stale only that is told. Laws, tested with generated records: an alert's id and beginning stay
 * while its condition lasts; nothing live is claimed of the unconfirmed; clocks that differ change nothing.
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
    if (phase === 'loggedOut') continue;
    const live = isLive(record, confirmedAt, now);
    const known = conditionsOfKnown(record);
    for (const { kind, key } of live ? known : [unconfirmed, ...known]) {
      const id = `${operator} ${key}`;
      const remembered = before.get(id);
      if (kind === 'poorSound' && !soundsPoor(record, thresholds.mos, remembered !== undefined)) continue;
      const since = remembered ?? beginning(kind, record, confirmedAt);
      memory.set(id, since);
      // What was known last is remembered for when they are back, and told of nobody.
      if (!live && kind !== 'unconfirmed') continue;
      const limit = limitOf(kind, phase, presence.pause, thresholds);
      const seconds = Math.max(0, Math.floor((now - since) / 1000));
      if (limit === null || seconds < limit) continue;
      const { pause, codeChosen, quality } = presence;
      const mos = quality?.mos ?? null;
      alerts.push({ id, operator, name, condition: key, kind, phase, pause, codeChosen, mos, since, seconds });
    }
  }
  alerts.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
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
