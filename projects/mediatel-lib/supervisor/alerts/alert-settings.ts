import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { type AlertThresholdChanges, timedPhases } from './alert-thresholds';

/** A supervisor's settings for alerts, kept in this browser. */
export interface AlertSettings {
  /** The supervisor's changes of the host's thresholds. */
  readonly changes: AlertThresholdChanges;
  /** Whether new alerts make a sound. */
  readonly sound: boolean;
  /** Whether new alerts show system notifications. */
  readonly notices: boolean;
  /** Snoozed alerts by id, with the end of the snooze: milliseconds since the epoch, by the hub's clock. */
  readonly snoozed: Readonly<Record<string, number>>;
}

/** No changes, no sound, no notifications. */
export const initialAlertSettings: AlertSettings = { changes: {}, sound: false, notices: false, snoozed: {} };

const longestPauseList = 200;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLimit = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);

/** Limits by name. Entries that are no limits are left out. */
function limits(value: unknown, isName: (name: string) => boolean): Record<string, number | null> {
  const found = isObject(value) ? Object.entries(value).slice(0, longestPauseList) : [];
  return Object.fromEntries(
    found.filter((entry): entry is [string, number | null] => isName(entry[0]) && isLimit(entry[1])),
  );
}

/** Decodes stored settings. Parts that can't be read get their initial value. */
export function decodeAlertSettings(value: unknown): AlertSettings {
  if (!isObject(value)) return initialAlertSettings;
  const changes = isObject(value['changes']) ? value['changes'] : {};
  const single = limits(changes, (name) => ['unconfirmed', 'faults', 'mos'].includes(name));
  const snoozed = limits(value['snoozed'], () => true);
  return {
    changes: {
      ...single,
      states: limits(changes['states'], (name) => timedPhases.some((phase) => phase === name)),
      pauses: limits(changes['pauses'], () => true),
    },
    sound: value['sound'] === true,
    notices: value['notices'] === true,
    snoozed: Object.fromEntries(
      Object.entries(snoozed).filter((entry): entry is [string, number] => entry[1] !== null),
    ),
  };
}

const kept = storedValue(storedPlaces.alerts, decodeAlertSettings);

/** The stored settings, or the initial ones. */
export const loadAlertSettings = (): AlertSettings => kept.read(initialAlertSettings);

/** Stores the settings. If the browser refuses, they last until the page is closed. */
export function saveAlertSettings(settings: AlertSettings): void {
  kept.write(settings);
}
