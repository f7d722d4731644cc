import type { ActLabels, AlertLabels, MediatelLabels } from 'mediatel-lib/ui';
import { type AlertThresholdChanges, type AlertThresholds, type TimedPhase, timedPhases } from './alert-thresholds';

/** The parts of the settings. */
export type LimitPart = keyof ActLabels['limits'];

/** A field of the alerts' settings. */
export type LimitRow =
  | { readonly of: 'state'; readonly name: TimedPhase }
  | { readonly of: 'pause'; readonly name: string }
  | { readonly of: 'single'; readonly name: 'unconfirmed' | 'faults' | 'mos' };

/** The fields of a part, in order. `paused` stands for all pauses without a limit of their own, after those with one. */
export function limitRows(part: LimitPart, pauses: readonly string[]): readonly LimitRow[] {
  switch (part) {
    case 'states':
      return timedPhases.filter((name) => name !== 'paused').map((name) => ({ of: 'state', name }));
    case 'pauses':
      return [...pauses.map((name): LimitRow => ({ of: 'pause', name })), { of: 'state', name: 'paused' }];
    case 'faults':
      return (['unconfirmed', 'faults', 'mos'] as const).map((name) => ({ of: 'single', name }));
  }
}

/** The unit of a field. */
export function unitOf({ of, name }: LimitRow): keyof ActLabels['unit'] {
  if (of === 'single' && name === 'mos') return 'mos';
  return of === 'single' && name === 'faults' ? 'seconds' : 'minutes';
}

/** The field's name: states are named as on the desk. */
export function limitName({ of, name }: LimitRow, alerts: AlertLabels, acts: ActLabels, desk: MediatelLabels): string {
  if (of === 'pause') return alerts.pauseNamed(name);
  if (of === 'single') return acts.limit[name];
  return name === 'paused' ? alerts.otherPause : desk.appearance[name];
}

/** The field's text: the limit in its unit, empty for never. */
export function limitText(row: LimitRow, { states, pauses, ...single }: AlertThresholds): string {
  const limit = row.of === 'single' ? single[row.name] : row.of === 'state' ? states[row.name] : pauses[row.name];
  // A pause without a limit of its own has the limit of all others.
  const shown = row.of === 'pause' && limit === undefined ? states.paused : limit;
  if (shown === null || shown === undefined) return '';
  return String(unitOf(row) === 'minutes' ? Math.round(shown / 6) / 10 : shown);
}

/** The change that a text in a field means; `null` if it is no limit. */
export function limitChange(row: LimitRow, text: string): AlertThresholdChanges | null {
  const value = text.trim() === '' ? null : Number(text) * (unitOf(row) === 'minutes' ? 60 : 1);
  if (value !== null && !(value >= 0 && Number.isFinite(value))) return null;
  switch (row.of) {
    case 'state':
      return { states: { [row.name]: value } };
    case 'pause':
      return { pauses: { [row.name]: value } };
    case 'single':
      return { [row.name]: value };
  }
}
