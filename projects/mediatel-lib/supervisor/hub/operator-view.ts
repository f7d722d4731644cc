import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { phaseOf } from 'mediatel-lib/protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';

/** How long an operator looks live without a report (ms), whatever the hub last said. */
const longestSilence = 10_000;

/** After how long without a report an operator counts as gone (ms), for example after the browser was closed. */
const silenceOfGone = 300_000;

/** How an operator looks on the board: the state, or not ready if no call can reach an available operator. */
export function appearanceOf({ presence }: OperatorRecord): AgentAppearance {
  if (!presence.connected) return 'notReady';
  // A transient state leaves the phase to the status.
  const phase = phaseOf(presence.state, presence.status) ?? phaseOf('', presence.status) ?? 'unknown';
  if (phase !== 'available') return phase;
  return presence.registered === 'registered' && presence.microphone === 'ready' ? 'available' : 'notReady';
}

/** Whether the operator's data is current. Both times are milliseconds since the epoch, by the hub's clock. */
export function isLive({ confidence }: OperatorRecord, confirmedAt: number, now: number | null): boolean {
  return confidence === 'live' && (now === null || now - confirmedAt < longestSilence);
}

/**
 * Whether the operator has been silent for so long that nobody is expected there. A gone operator is never live.
 *
 * Both times are milliseconds since the epoch, by the hub's clock.
 */
export function isGone(record: OperatorRecord, confirmedAt: number, now: number | null): boolean {
  return !isLive(record, confirmedAt, now) && now !== null && now - confirmedAt >= silenceOfGone;
}

/** Seconds in the state; `null` when unknown. Mediatel's clock gives the time until the report, the hub's clock the time since. */
export function secondsInState({ presence, receivedAt }: OperatorRecord, now: number | null): number | null {
  if (presence.since === null || now === null) return null;
  return Math.max(0, (presence.serverTime - presence.since + (now - receivedAt)) / 1000);
}
