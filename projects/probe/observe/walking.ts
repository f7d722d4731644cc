import type { KnownAgentCommand } from 'mediatel-lib/protocol';
import type { ProbeOptions } from '../probe-options';
import type { FarmLine } from './farm-line';
import { headersOf } from './headers';
import type { Observations } from './observations';
import type { Phone } from './phone';
import { fieldsOf } from './raw-snapshot';
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

/**
 * Before something is ended: waits for the answer to the latest request, or opens a connection that broke once more.
 * Afterwards the line's state is the server's.
 */
export async function settled({ line, options }: Walk): Promise<void> {
  if (line.isOpen) return line.settle(options.patienceMs / 2);
  await line.open(options.url, headersOf(options), options.patienceMs, 'return');
}

/** Whether the latest snapshot lists a command. */
export function isAvailable({ snapshots }: Observations, command: KnownAgentCommand): boolean {
  const last = snapshots.at(-1);
  const fields = last ? fieldsOf(last) : {};
  const commands = [fields['availableCommand'], fields['avaliableCommand']].find(Array.isArray) ?? [];
  return commands.includes(command);
}
