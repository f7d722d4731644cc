import type { SoftphoneEvent } from 'mediatel-lib/ports';

/** The call that an event is of; `null` if it is of the phone. */
export const callOf = (event: SoftphoneEvent): string | null =>
  'callId' in event && event.type !== 'inviteRefused' ? event.callId : null;

const replaces = (later: SoftphoneEvent, earlier: SoftphoneEvent): boolean => {
  if (later.type !== earlier.type) return false;
  return later.type !== 'deviceChanged' || earlier.type !== 'deviceChanged' || later.use === earlier.use;
};

/**
 * The events that tell a later tab the phone's present state: the last of each type. Of calls, only the current
 * one's.
 */
export function remember(past: readonly SoftphoneEvent[], event: SoftphoneEvent): readonly SoftphoneEvent[] {
  if (event.type === 'inviteRefused') return past;
  if (event.type === 'ended') return past.filter((earlier) => callOf(earlier) !== event.callId);
  const call = callOf(event);
  const kept = past.filter((earlier) => {
    if (event.type === 'invited' || event.type === 'resumed') return callOf(earlier) === null;
    return !(replaces(event, earlier) && callOf(earlier) === call);
  });
  return [...kept, event];
}

/** The current call, by the remembered events. */
export const standingCall = (
  past: readonly SoftphoneEvent[],
): { readonly callId: string; readonly answered: boolean } | null => {
  const first = past.find(({ type }) => type === 'invited' || type === 'resumed');
  const callId = first && callOf(first);
  const answered = past.some(({ type }) => type === 'answered' || type === 'resumed');
  return callId == null ? null : { callId, answered };
};
