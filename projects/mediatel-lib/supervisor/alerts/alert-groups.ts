import type { AlertGroup } from 'mediatel-lib/ui';
import type { MediatelAlert } from './alert';
import { type AlertLevel, levelOf } from './alert-level';
import { type AlertThresholds, timedPhases } from './alert-thresholds';

/** Alerts of one kind, counted. */
export interface CountedAlerts {
  /** What they have in common: the state that lasts too long, or what is wrong. */
  readonly group: AlertGroup;
  /** How many there are. */
  readonly count: number;
  /** The limit that all of them have passed (seconds); `null` if there is none, or if pauses have several. */
  readonly limit: number | null;
  /** The level of the most urgent one. */
  readonly level: AlertLevel;
}

/** The group of an alert. */
export function groupOf({ kind, phase }: Pick<MediatelAlert, 'kind' | 'phase'>): AlertGroup {
  // Only timed states last too long.
  return kind === 'lasting' ? (timedPhases.find((timed) => timed === phase) ?? 'available') : kind;
}

/** The alerts by group: the most urgent group first, then the largest. It is a pure function. */
export function countAlerts(alerts: readonly MediatelAlert[], thresholds: AlertThresholds): readonly CountedAlerts[] {
  const counted = new Map<AlertGroup, CountedAlerts>();
  for (const alert of alerts) {
    const group = groupOf(alert);
    const known = counted.get(group);
    const level = levelOf(alert, thresholds) === 'red' || known?.level === 'red' ? 'red' : 'amber';
    counted.set(group, { group, count: (known?.count ?? 0) + 1, limit: limitOfGroup(group, thresholds), level });
  }
  return [...counted.values()].sort(
    (a, b) => Number(a.level === 'amber') - Number(b.level === 'amber') || b.count - a.count,
  );
}

function limitOfGroup(group: AlertGroup, { states, pauses }: AlertThresholds): number | null {
  const timed = timedPhases.find((phase) => phase === group);
  if (timed === undefined || (timed === 'paused' && Object.keys(pauses).length > 0)) return null;
  return states[timed];
}
