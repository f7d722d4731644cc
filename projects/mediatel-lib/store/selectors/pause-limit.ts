import type { AgentState } from '../state/agent-state';
import { pauseNameOf } from '../state/pause-name';
import type { TimeLimit } from './time-limit';

/** How long (s) before a pause's limit the operator is warned. */
export const pauseWarning = 60;

/**
 * The time limit of the present pause; `null` without a pause or a limit.
 *
 * @param limits The host's `pauseLimits`: seconds by the pause's name, or else by its id.
 */
export function pauseLimit(
  { phase, pauseId, pauseList, phaseSince }: Pick<AgentState, 'phase' | 'pauseId' | 'pauseList' | 'phaseSince'>,
  limits: Readonly<Record<string, number>>,
): TimeLimit | null {
  if (phase !== 'paused' || pauseId === null || phaseSince === null) return null;
  const name = pauseNameOf({ pauseId, pauseList });
  const own = (key: string | null): number | undefined =>
    key !== null && Object.hasOwn(limits, key) ? limits[key] : undefined;
  const seconds = own(name) ?? own(pauseId);
  return seconds === undefined ? null : { startedAt: phaseSince, seconds };
}
