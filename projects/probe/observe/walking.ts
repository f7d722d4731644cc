import type { ProbeOptions } from '../probe-options';
import type { FarmLine } from './farm-line';
import type { Observations } from './observations';
import type { Phone } from './phone';
import type { Undo } from './undo';

/** What a walk needs. */
export interface Walk {
  readonly options: ProbeOptions;
  readonly line: FarmLine;
  /** `null`: SIP is not probed. */
  readonly phone: Phone | null;
  readonly seen: Observations;
  readonly undo: Undo;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Whether a snapshot is of a state. */
export const inState =
  (name: string) =>
  (fields: Readonly<Record<string, unknown>>): boolean =>
    fields['state'] === name;
