import type { AgentPhase } from 'mediatel-lib/protocol';
import type { AgentState } from '../state/agent-state';
import type { MediatelCall, CallAudio, CallDisagreement, CallMute } from './call';
import { isCallPhase } from '../state/call/call-phase';
import type { SipCall, SoftphoneState } from '../state/softphone-state';

/** How long (ms) server and phone may differ before it counts: snapshots and SIP messages come in either order. */
export const reconcileGrace = 2000;

/** A difference between server and phone. */
export interface CallDifference {
  /** What differs. */
  readonly kind: CallDisagreement;
  /** When both sides became like this (monotonic ms). */
  readonly beganAt: number;
}

/** The phase, or the last known phase while the state is unknown. */
const knownPhaseOf = (agent: AgentState): AgentPhase => (agent.phase === 'unknown' ? agent.knownPhase : agent.phase);

/** Whether the operator muted the track. If the headset or the system did, Mediatel need not be muted too. */
const isMutedByOperator = ({ call, sound }: SoftphoneState): boolean =>
  call !== null && call.muted && sound.muteCause !== 'system' && sound.muteCause !== 'ended';

/**
 * The differences between server and phone, however short. Empty before the first snapshot.
 *
 * A SIP call that is answered while Mediatel still dials is no difference.
 */
export function findDifferences(agent: AgentState, softphone: SoftphoneState): readonly CallDifference[] {
  if (!agent.known) return [];
  const found: CallDifference[] = [];
  const phase = knownPhaseOf(agent);
  const { call } = softphone;
  const noCallSince = Math.max(agent.phaseReceivedAt, softphone.lastEnded?.at ?? 0);
  const answeredAt = call?.answeredAt ?? null;

  if (answeredAt === null) {
    if (phase === 'talking' || phase === 'held') found.push({ kind: 'no-audio', beganAt: noCallSince });
    else if (phase === 'delivered' && call === null) found.push({ kind: 'no-ring', beganAt: noCallSince });
    return found;
  }
  if (!isCallPhase(phase)) {
    found.push({ kind: 'server-idle', beganAt: Math.max(answeredAt, agent.phaseReceivedAt) });
    return found;
  }
  const muteSince = Math.max(answeredAt, call?.mutedAt ?? 0, agent.muteReceivedAt);
  if (agent.mute && !call?.muted) {
    found.push({ kind: 'muted-at-server-only', beganAt: muteSince });
  } else if (isMutedByOperator(softphone) && !agent.mute && agent.availableCommand.includes('CMD_MUTE')) {
    found.push({ kind: 'muted-here-only', beganAt: Math.max(muteSince, agent.phaseReceivedAt) });
  }
  return found;
}

const audioOf = (call: SipCall | null): CallAudio =>
  call === null ? 'none' : call.answeredAt === null ? 'ringing' : 'answered';

const muteOf = (here: boolean, server: boolean): CallMute =>
  here ? (server ? 'both' : 'here') : server ? 'server' : 'off';

/**
 * Reconciles Mediatel's call and the SIP call to the operator's one call.
 *
 * @param now The present monotonic time, in ms. A difference younger than `reconcileGrace` is no disagreement yet.
 * @param connected Whether the link to Mediatel is up to date. If not, Mediatel's side is only the last known state, and there
 * are no disagreements.
 * @returns `null` if neither side has a call.
 */
export function reconcile(
  agent: AgentState,
  softphone: SoftphoneState,
  now: number,
  connected = true,
): MediatelCall | null {
  const phase = knownPhaseOf(agent);
  const { call } = softphone;
  const atServer = isCallPhase(phase);
  if (!atServer && call === null) return null;
  return {
    number: atServer ? agent.callNumber : null,
    callTraceID: atServer ? agent.knownCallTraceID : null,
    phase: atServer ? phase : 'audio-only',
    direction: atServer ? agent.callDirection : null,
    otherParty: (atServer ? agent.ani : null) ?? call?.callerNumber ?? null,
    callerName: call?.callerName ?? null,
    queueName: atServer ? agent.queueName : null,
    callType: atServer ? agent.callType : null,
    callCustomerID: atServer ? agent.callCustomerID : null,
    activeSince: atServer ? agent.callActiveSince : null,
    maxCallDuration: atServer ? agent.maxCallDuration : null,
    sipCallId: call?.callId ?? null,
    audio: audioOf(call),
    mute: muteOf(call?.muted ?? false, atServer && agent.mute),
    disagreements: connected
      ? findDifferences(agent, softphone)
          .filter(({ beganAt }) => now - beganAt >= reconcileGrace)
          .map(({ kind }) => kind)
      : [],
  };
}
