import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { phaseOf } from 'mediatel-lib/protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';

/** Milliseconds without a word of an operator after which nothing of it looks live, whatever the hub last said. */
const longestSilence = 10_000;

/** How an operator looks on the board: the state; and not ready where a call could not reach an available one. */
export function appearanceOf({ presence }: OperatorRecord): AgentAppearance {
  if (!presence.connected) return 'notReady';
  // A transient state leaves the phase to the status.
  const phase = phaseOf(presence.state, presence.status) ?? phaseOf('', presence.status) ?? 'unknown';
  if (phase !== 'available') return phase;
  return presence.registered === 'registered' && presence.microphone === 'ready' ? 'available' : 'notReady';
}

/** Whether what is known of the operator is true now, as far as can be known. */
export function isLive({ confidence }: OperatorRecord, confirmedAt: number, now: number | null): boolean {
  return confidence === 'live' && (now === null || now - confirmedAt < longestSilence);
}

/** Seconds in the state; `null` where it can't be told. Mediatel's clock gives the difference, the hub's the rest. */
export function secondsInState({ presence, receivedAt }: OperatorRecord, now: number | null): number | null {
  if (presence.since === null || now === null) return null;
  return Math.max(0, (presence.serverTime - presence.since + (now - receivedAt)) / 1000);
}
