import type { MediatelAlert } from './alert';
import { type AlertThresholds, timedPhases } from './alert-thresholds';

/** How urgent an alert is: amber beyond the limit, red far beyond it. */
export type AlertLevel = 'amber' | 'red';

/** An overrun turns red after this many times the limit. */
const redFactor = 2;
/** An overrun of a limit of 0 s, and a fault, turn red after so many seconds. */
const redAfter = 60;

/** The limit of an alert that says how long a state lasts (seconds); `null` for other alerts. */
export function limitOfAlert({ kind, phase, pause }: MediatelAlert, thresholds: AlertThresholds): number | null {
  if (kind !== 'lasting') return null;
  if (phase === 'paused' && pause !== null && Object.hasOwn(thresholds.pauses, pause)) {
    return thresholds.pauses[pause] ?? null;
  }
  const timed = timedPhases.find((known) => known === phase);
  return timed === undefined ? null : thresholds.states[timed];
}

/**
 * How urgent an alert is.
 *
 * A fault is red at once when no call can reach the operator. What may end by itself (a state, silence, poor sound) is
 * amber first.
 */
export function levelOf(alert: MediatelAlert, thresholds: AlertThresholds): AlertLevel {
  switch (alert.kind) {
    case 'lasting': {
      const limit = limitOfAlert(alert, thresholds) ?? 0;
      return alert.seconds >= Math.max(redAfter, limit * redFactor) ? 'red' : 'amber';
    }
    case 'unconfirmed':
    case 'poorSound':
      return alert.seconds >= redAfter ? 'red' : 'amber';
    default:
      return 'red';
  }
}

/** The alerts, the red ones first; of a level they keep their order. It is a pure function. */
export const urgentFirst = (
  alerts: readonly MediatelAlert[],
  thresholds: AlertThresholds,
): readonly MediatelAlert[] => {
  const red = (alert: MediatelAlert): boolean => levelOf(alert, thresholds) === 'red';
  return [...alerts.filter(red), ...alerts.filter((alert) => !red(alert))];
};
