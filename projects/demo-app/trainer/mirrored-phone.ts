import type { SoftphoneEvent } from 'mediatel-lib/ports';
import type { AgentPhase, Snapshot } from 'mediatel-lib/protocol';

/** The trainee's phone as the server knows it. */
export interface MirroredPhone {
  readonly registered: boolean | null;
  readonly call: { readonly id: string; readonly answered: boolean; readonly muted: boolean } | null;
  /** How many calls there were; makes ids. */
  readonly calls: number;
}

export const noMirroredPhone: MirroredPhone = { registered: null, call: null, calls: 0 };

/** What decides how the phone looks. `snapshot`: the decoded one; `null` without a desk. */
export interface PhoneFacts {
  readonly snapshot: Snapshot | null;
  readonly phase: AgentPhase;
  readonly reachable: boolean;
  /** Monotonic (ms). */
  readonly at: number;
}

/** Mediatel's number for calls that the operator made. */
const outgoing = '3';

/**
 * The next state of the phone and the events that lead there.
 *
 * The trainee's browser sends nothing of its phone to the trainer. A snapshot says when a call rings and when both hear
 * each other, so the phone of the mirrored desk follows the snapshot.
 */
export function nextMirroredPhone(
  phone: MirroredPhone,
  facts: PhoneFacts,
): { readonly phone: MirroredPhone; readonly events: readonly SoftphoneEvent[] } {
  const events: SoftphoneEvent[] = [];
  const { reachable, at } = facts;
  if (reachable !== phone.registered) {
    events.push({
      type: 'registrationChanged',
      registration: reachable ? { status: 'registered', otherContacts: 0 } : { status: 'connecting' },
    });
    if (reachable) events.push({ type: 'microphoneChanged', microphone: { status: 'ready', label: '' } });
  }
  const isTalking = facts.phase === 'talking' || facts.phase === 'held';
  if (!isTalking && facts.phase !== 'delivered') {
    if (phone.call) {
      const { id: callId, answered } = phone.call;
      events.push({ type: 'ended', callId, by: 'server', answered, cause: 'Terminated', at });
    }
    return { phone: { ...phone, registered: reachable, call: null }, events };
  }
  let { call, calls } = phone;
  if (!call) {
    call = { id: `mirrored-${++calls}`, answered: false, muted: false };
    const { ani: callerNumber = null, queueName: callerName = null } = facts.snapshot ?? {};
    events.push({ type: 'invited', callId: call.id, callerNumber, callerName, at });
  }
  if (!call.answered && (isTalking || facts.snapshot?.callType === outgoing)) {
    call = { ...call, answered: true };
    events.push({ type: 'answered', callId: call.id, at }, { type: 'microphoneOpened', callId: call.id, at });
  }
  const muted = facts.snapshot?.mute === true;
  if (muted !== call.muted && call.answered) {
    call = { ...call, muted };
    events.push({ type: 'muteChanged', callId: call.id, muted, ...(muted ? { cause: 'operator' as const } : {}) });
  }
  return { phone: { registered: reachable, call, calls }, events };
}
