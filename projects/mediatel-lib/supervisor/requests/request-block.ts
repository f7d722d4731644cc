import { type OperatorRecord, type SupervisorRequestKind, phaseOfPresence } from 'mediatel-lib/hub-protocol';
import type { AgentPhase } from 'mediatel-lib/protocol';
import type { RequestBlock } from 'mediatel-lib/ui';

const inCall: readonly AgentPhase[] = ['dialing', 'delivered', 'talking', 'held'];

/**
 * Why the operator's desk would refuse a request now, as far as a board can know; `null` if it may be sent.
 *
 * The rules are those of the operator's own commands (`commandRefusal`). A board does not know whether a command has stayed
 * unanswered, so a restart is never blocked for a live operator: the desk decides.
 *
 * @param isLive Whether the operator's data is current (`isLive`).
 */
export function requestBlock(
  { presence }: Pick<OperatorRecord, 'presence'>,
  isLive: boolean,
  kind: SupervisorRequestKind,
): RequestBlock | null {
  if (!isLive) return 'silent';
  if (kind === 'message' || kind === 'restart') return null;
  if (!presence.connected) return 'noConnection';
  const phase = phaseOfPresence(presence);
  if (phase === 'loggedOut') return 'loggedOut';
  if (kind === 'endPause') return phase === 'paused' ? null : 'notPaused';
  return kind === 'logout' && inCall.includes(phase) ? 'inCall' : null;
}
