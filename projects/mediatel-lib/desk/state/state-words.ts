import type { AgentState, MediatelCall, LinkState } from 'mediatel-lib/store';
import type { AgentAppearance, MediatelLabels, MomentaryState } from 'mediatel-lib/ui';

/** Whether a call comes to the operator. A call that the operator makes rings too: at the customer's. */
export function isIncoming(appearance: AgentAppearance, call: MediatelCall | null): boolean {
  if (appearance !== 'delivered' || call === null) return false;
  // Audio that Mediatel has not announced yet is a call to the operator.
  return call.phase === 'audio-only' || call.direction === 'incoming' || call.direction === 'predictive';
}

/** How the state bar looks: a call that the operator made looks as while dialling until it is answered. */
export const lookOf = (appearance: AgentAppearance, call: MediatelCall | null): AgentAppearance =>
  appearance === 'delivered' && !isIncoming(appearance, call) ? 'dialing' : appearance;

/** What the state bar says instead of the state's own word, when that says too little; `null` for the own word. */
export function stateWord(
  appearance: AgentAppearance,
  link: LinkState,
  call: MediatelCall | null,
  text: MediatelLabels,
): string | null {
  if (isIncoming(appearance, call)) return text.incomingCall;
  // The bar looks as while dialling.
  if (appearance === 'delivered') return text.appearance.delivered;
  const isOffline = link.session.status === 'signedIn' && link.connection.status !== 'connected';
  return appearance === 'notReady' && isOffline ? text.noConnection : null;
}

/** What the state bar says after the state's word: the pause's name, or what becomes of a second call. */
export function stateDetail(
  appearance: AgentAppearance,
  agent: Pick<AgentState, 'state'>,
  pauseName: string | null,
  { moment }: MediatelLabels,
): string | null {
  if (appearance === 'paused') return pauseName;
  return appearance === 'held' && isMomentary(agent.state, moment) ? moment[agent.state] : null;
}

const isMomentary = (state: string, moment: MediatelLabels['moment']): state is MomentaryState =>
  Object.hasOwn(moment, state);
