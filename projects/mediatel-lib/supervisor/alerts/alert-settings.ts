import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { type AlertThresholdChanges, timedPhases } from './alert-thresholds';

/** What a supervisor chose about alerts, remembered in this browser. */
export interface AlertSettings {
  /** What differs from the host's thresholds. */
  readonly changes: AlertThresholdChanges;
  readonly sound: boolean;
  /** Notices of the operating system. */
  readonly notices: boolean;
  /** Ids of alerts put aside, with until when: the hub's clock, milliseconds. */
  readonly snoozed: Readonly<Record<string, number>>;
}

export const initialAlertSettings: AlertSettings = { changes: {}, sound: false, notices: false, snoozed: {} };

const longestPauseList = 200;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLimit = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);

/** Limits by name; what is none is left out. */
function limits(value: unknown, isName: (name: string) => boolean): Record<string, number | null> {
  const found = isObject(value) ? Object.entries(value).slice(0, longestPauseList) : [];
  return Object.fromEntries(
    found.filter((entry): entry is [string, number | null] => isName(entry[0]) && isLimit(entry[1])),
  );
}

/** Reads what was kept; what can't be read is as if never chosen. */
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

export const loadAlertSettings = (): AlertSettings => kept.read(initialAlertSettings);

/** Where it can't be kept, it holds until the page is left. */
export function saveAlertSettings(settings: AlertSettings): void {
  kept.write(settings);
}
