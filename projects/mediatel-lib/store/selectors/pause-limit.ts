import type { AgentState } from '../state/agent-state';
import type { TimeLimit } from './time-limit';

/** Seconds before a pause's limit at which the operator is warned. */
export const pauseWarning = 60;

/** The limit of the present pause by the host's `pauseLimits` (by name, else by id); `null` where it has none. */
export function pauseLimit(
  { phase, pauseId, pauseList, phaseSince }: Pick<AgentState, 'phase' | 'pauseId' | 'pauseList' | 'phaseSince'>,
  limits: Readonly<Record<string, number>>,
): TimeLimit | null {
  if (phase !== 'paused' || pauseId === null || phaseSince === null) return null;
  const name = pauseList.find(({ id }) => id === pauseId)?.name;
  const own = (key: string | undefined): number | undefined =>
    key !== undefined && Object.hasOwn(limits, key) ? limits[key] : undefined;
  const seconds = own(name) ?? own(pauseId);
  return seconds === undefined ? null : { since: phaseSince, seconds };
}
