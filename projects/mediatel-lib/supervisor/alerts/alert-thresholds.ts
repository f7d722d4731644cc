import { type EnvironmentProviders, InjectionToken, makeEnvironmentProviders } from '@angular/core';

/** A state that may last too long. */
export type TimedPhase = 'clerical' | 'paused' | 'held' | 'talking' | 'dialing' | 'delivered' | 'available';

/** All states that may last too long, in the order of the settings. */
export const timedPhases: readonly TimedPhase[] = [
  'clerical',
  'paused',
  'held',
  'talking',
  'dialing',
  'delivered',
  'available',
];

/** The thresholds of alerts. `null` means never. */
export interface AlertThresholds {
  /** Longest time in a state (seconds). */
  readonly states: Readonly<Record<TimedPhase, number | null>>;
  /** Longest time on a pause (seconds), by the pause's name. `states.paused` is for pauses without an entry. */
  readonly pauses: Readonly<Record<string, number | null>>;
  /** Longest time without a report from an unconfirmed operator (seconds). */
  readonly unconfirmed: number | null;
  /** Longest time during which calls can't reach an available operator, or a call sounds poor (seconds). */
  readonly faults: number | null;
  /** Mean opinion score below which a call sounds poor. */
  readonly mos: number | null;
}

/** The host's or the supervisor's changes of the thresholds. */
export interface AlertThresholdChanges extends Partial<Omit<AlertThresholds, 'states'>> {
  /** Longest time in a state (seconds), for some of the states. */
  readonly states?: Partial<AlertThresholds['states']>;
}

/** The library's thresholds. */
export const defaultAlertThresholds: AlertThresholds = {
  states: { clerical: 180, paused: 900, held: 120, talking: 1200, dialing: 90, delivered: 30, available: null },
  pauses: {},
  unconfirmed: 0,
  faults: 5,
  mos: 3,
};

/** The thresholds with the changes applied. States and pauses are merged by name. */
export function withChanges(thresholds: AlertThresholds, changes: AlertThresholdChanges): AlertThresholds {
  return {
    ...thresholds,
    ...changes,
    states: { ...thresholds.states, ...changes.states },
    pauses: { ...thresholds.pauses, ...changes.pauses },
  };
}

/** The host's thresholds, before the supervisor's changes. */
export const MEDIATEL_ALERT_THRESHOLDS = new InjectionToken<AlertThresholds>('MEDIATEL_ALERT_THRESHOLDS', {
  providedIn: 'root',
  factory: () => defaultAlertThresholds,
});

/**
 * Provides the host's thresholds. The others stay at the library's defaults.
 *
 * `provideMediatelAlertThresholds({ states: { clerical: 360 }, pauses: { Lunch: 3600 } })`
 */
export function provideMediatelAlertThresholds(changes: AlertThresholdChanges): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: MEDIATEL_ALERT_THRESHOLDS, useValue: withChanges(defaultAlertThresholds, changes) },
  ]);
}
