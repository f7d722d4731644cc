import { type CommandContext, linkRefusal } from '../selectors/command-refusal';
import type { AnyExtraRequest, ExtraRequestStatus } from '../hooks/extra-request';
import type { CommandRefusal } from '../state/command-status';

/** Why an extra request is not allowed now, apart from its arguments; `null` if it is. */
export function extraRefusal(
  { agent, link }: CommandContext,
  { phases, needs }: Pick<AnyExtraRequest, 'phases' | 'needs'>,
  status: ExtraRequestStatus,
): CommandRefusal | null {
  const unlinked = linkRefusal(link);
  if (unlinked !== null) return unlinked;
  if (link.session.status === 'signingOut') return { reason: 'not-signed-in' };
  if (status === 'pending') return { reason: 'already-pending' };
  if (!phases.includes(agent.phase)) return { reason: 'wrong-phase', phase: agent.phase, needs: phases };
  return needs === undefined || agent.availableCommand.includes(needs) ? null : { reason: 'not-available', needs };
}
