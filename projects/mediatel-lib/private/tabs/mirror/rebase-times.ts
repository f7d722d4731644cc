import type { ConnectionMessage, ConnectionState, SoftphoneEvent } from 'mediatel-lib/ports';

/**
 * Translates times of another tab, since each tab's monotonic clock starts at another instant.
 *
 * `by`: milliseconds to add to the sender's times, so that they mean the same instants by the receiver's clock.
 */
export function rebaseState(state: ConnectionState, by: number): ConnectionState {
  if (state.status !== 'unreachable' || state.retryAt === null) return state;
  return { ...state, retryAt: state.retryAt + by };
}

export function rebaseMessage(message: ConnectionMessage, by: number): ConnectionMessage {
  return message.type === 'snapshot' ? { ...message, receivedAt: message.receivedAt + by } : message;
}

export function rebaseEvent(event: SoftphoneEvent, by: number): SoftphoneEvent {
  if (event.type === 'registrationChanged') {
    const { registration } = event;
    if (registration.status !== 'waiting') return event;
    return { ...event, registration: { ...registration, retryAt: registration.retryAt + by } };
  }
  if (event.type === 'resumed') return { ...event, at: event.at + by, answeredAt: event.answeredAt + by };
  return 'at' in event ? { ...event, at: event.at + by } : event;
}

/** Whether two events are the same except their times. */
export function isSameButTime(a: SoftphoneEvent, b: SoftphoneEvent): boolean {
  const timeless = (event: SoftphoneEvent): string => JSON.stringify({ ...event, at: 0, answeredAt: 0 });
  return timeless(a) === timeless(b);
}
