import { type EnvironmentProviders, InjectionToken, makeEnvironmentProviders } from '@angular/core';

/** States that may last too long. */
export const timedPhases = ['clerical', 'paused', 'held', 'talking', 'dialing', 'delivered', 'available'] as const;
export type TimedPhase = (typeof timedPhases)[number];

/** From when on the board alerts. `null`: never. */
export interface AlertThresholds {
  /** Seconds in a state. */
  readonly states: Readonly<Record<TimedPhase, number | null>>;
  /** Seconds by the pause's name; of the others `states.paused` holds. */
  readonly pauses: Readonly<Record<string, number | null>>;
  /** Seconds since the last word of an operator who is unconfirmed. */
  readonly unconfirmed: number | null;
  /** Seconds for which no call would reach an available operator, or a call sounds poor. */
  readonly faults: number | null;
  /** Mean opinion score below which a call sounds poor. */
  readonly mos: number | null;
}

/** What is changed of the thresholds, by the host or the supervisor. */
export interface AlertThresholdChanges extends Partial<Omit<AlertThresholds, 'states'>> {
  readonly states?: Partial<AlertThresholds['states']>;
}

export const defaultAlertThresholds: AlertThresholds = {
  states: { clerical: 180, paused: 900, held: 120, talking: 1200, dialing: 90, delivered: 30, available: null },
  pauses: {},
  unconfirmed: 0,
  faults: 5,
  mos: 3,
};

export function withChanges(thresholds: AlertThresholds, changes: AlertThresholdChanges): AlertThresholds {
  return {
    ...thresholds,
    ...changes,
    states: { ...thresholds.states, ...changes.states },
    pauses: { ...thresholds.pauses, ...changes.pauses },
  };
}

/** The thresholds before the supervisor changes any. */
export const MEDIATEL_ALERT_THRESHOLDS = new InjectionToken<AlertThresholds>('MEDIATEL_ALERT_THRESHOLDS', {
  providedIn: 'root',
  factory: () => defaultAlertThresholds,
});

/** The host's own thresholds, for what it names: `provideMediatelAlertThresholds({ states: { clerical: 360 }, pauses: { Lunch: 3600 } })`. */
export function provideMediatelAlertThresholds(changes: AlertThresholdChanges): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: MEDIATEL_ALERT_THRESHOLDS, useValue: withChanges(defaultAlertThresholds, changes) },
  ]);
}
