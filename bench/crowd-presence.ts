import type { Presence } from 'mediatel-lib/hub-protocol';

/** The states that each operator of a crowd goes through, again and again. */
const states = [
  ['STATE_IDLE', 'available'],
  ['STATE_CALL_DELIVERED', 'start_dialing'],
  ['STATE_CALL_ACTIVE', 'in_a_call'],
  ['STATE_CLERICAL', 'clerical'],
] as const;

/**
 * The presence of an operator's tab at a step of its round, as large as a real one. `now`: milliseconds since the
 * epoch.
 */
export function crowdPresence(operator: string, step: number, now: number): Presence {
  const [state, status] = states[step % states.length] ?? states[0];
  const talks = status === 'in_a_call';
  return {
    operator,
    extension: '1001',
    state,
    status,
    since: now,
    serverTime: now,
    pause: null,
    queue: 'DM_Banks_ManualCalls',
    call:
      status === 'available'
        ? null
        : { traceId: `${operator}-${step}`, kind: 'incoming', start: talks ? now : null, number: '0661234567' },
    codeChosen: false,
    connected: true,
    registered: 'registered',
    microphone: 'ready',
    muted: false,
    quality: talks ? { mos: 4.3, roundTrip: 42, jitter: 3 } : null,
    libraryVersion: '0.1.0',
  };
}
