import type { AgentPhase } from 'mediatel-lib/protocol';
import type { AgentState } from '../state/agent-state';
import type { MediatelCall, CallAudio, CallDisagreement, CallMute } from './call';
import { isCallPhase } from '../state/call/call-phase';
import type { SipCall, SoftphoneState } from '../state/softphone-state';

/** How long server and phone may differ, in ms: snapshots and SIP come in either order. */
export const reconcileGrace = 2000;

/** A difference between server and phone, and since when (monotonic ms) both sides have stood so. */
export interface CallDifference {
  readonly kind: CallDisagreement;
  readonly since: number;
}

/** An unknown state tells nothing: the call is as it was last known. */
const toldPhase = (agent: AgentState): AgentPhase => (agent.phase === 'unknown' ? agent.knownPhase : agent.phase);

/** A headset that silences itself is no wish to be muted at Mediatel too. */
const isMutedByOperator = ({ call, sound }: SoftphoneState): boolean =>
  call !== null && call.muted && sound.muteCause !== 'system' && sound.muteCause !== 'ended';

/** What the two sides say differently, grace or not. A call answered while Mediatel still dials is no difference. */
export function findDifferences(agent: AgentState, softphone: SoftphoneState): readonly CallDifference[] {
  if (!agent.known) return [];
  const found: CallDifference[] = [];
  const phase = toldPhase(agent);
  const { call } = softphone;
  const noCallSince = Math.max(agent.phaseReceivedAt, softphone.lastEnded?.at ?? 0);
  const answeredAt = call?.answeredAt ?? null;

  if (answeredAt === null) {
    if (phase === 'talking' || phase === 'held') found.push({ kind: 'no-audio', since: noCallSince });
    else if (phase === 'delivered' && call === null) found.push({ kind: 'no-ring', since: noCallSince });
    return found;
  }
  if (!isCallPhase(phase)) {
    found.push({ kind: 'server-idle', since: Math.max(answeredAt, agent.phaseReceivedAt) });
    return found;
  }
  const muteSince = Math.max(answeredAt, call?.mutedAt ?? 0, agent.muteReceivedAt);
  if (agent.mute && !call?.muted) {
    found.push({ kind: 'muted-at-server-only', since: muteSince });
  } else if (isMutedByOperator(softphone) && !agent.mute && agent.availableCommand.includes('CMD_MUTE')) {
    found.push({ kind: 'muted-here-only', since: Math.max(muteSince, agent.phaseReceivedAt) });
  }
  return found;
}

const audioOf = (call: SipCall | null): CallAudio =>
  call === null ? 'none' : call.answeredAt === null ? 'ringing' : 'answered';

const muteOf = (here: boolean, server: boolean): CallMute =>
  here ? (server ? 'both' : 'here') : server ? 'server' : 'off';

/**
 * Tells the operator's one call from what Mediatel and the phone say, with their disagreements named.
 *
 * `now` is monotonic ms: a difference younger than `reconcileGrace` is no disagreement yet. Without a `connected` link
 * Mediatel's side is only what was last known, and nothing is held against the phone.
 */
export function reconcile(
  agent: AgentState,
  softphone: SoftphoneState,
  now: number,
  connected = true,
): MediatelCall | null {
  const phase = toldPhase(agent);
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
          .filter(({ since }) => now - since >= reconcileGrace)
          .map(({ kind }) => kind)
      : [],
  };
}
