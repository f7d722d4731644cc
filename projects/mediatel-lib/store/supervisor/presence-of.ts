import type { CallQuality, Microphone } from 'mediatel-lib/ports';
import {
  type Presence,
  type PresenceCall,
  type PresenceMicrophone,
  type PresenceQuality,
  presenceInstant,
} from 'mediatel-lib/hub-protocol';
import type { AgentState } from '../state/agent-state';
import type { MediatelCall } from '../selectors/call';
import { libraryVersion } from './library-version';
import type { LinkState } from '../state/link-state';
import { serverNow } from '../selectors/server-time';
import type { SoftphoneState } from '../state/softphone-state';

/** The facts from which an operator's presence is derived. */
export interface PresenceFacts {
  readonly agent: AgentState;
  readonly link: LinkState;
  readonly softphone: SoftphoneState;
  readonly call: MediatelCall | null;
  readonly pause: string | null;
  readonly codeChosen: boolean;
  readonly quality: CallQuality | null;
  /** Monotonic milliseconds. */
  readonly now: number;
}

/** The most characters of a text; the hub refuses longer ones. */
const longest = 200;

const short = (text: string): string => text.slice(0, longest);
const shortOrNull = (text: string | null): string | null => (text ? short(text) : null);

/**
 * The operator's presence, as supervisors see it: a pure function of the state.
 *
 * `null` while nobody is signed in, and before Mediatel's first snapshot.
 */
export function presenceOf(facts: PresenceFacts): Presence | null {
  const { agent, link, softphone, call, pause, codeChosen, quality, now } = facts;
  const serverTime = serverNow(agent.clock, now);
  const { session } = link;
  if (session.status !== 'signedIn' || !agent.known || serverTime === null) return null;
  return {
    operator: short(session.user),
    extension: shortOrNull(session.extension),
    state: short(agent.state),
    status: short(agent.status),
    since: presenceInstant(agent.time, serverTime),
    serverTime,
    pause: shortOrNull(pause),
    queue: shortOrNull(agent.queueName),
    call: call && callOf(call, serverTime),
    codeChosen,
    connected: link.connection.status === 'connected' && link.synced,
    registered: softphone.registration.status,
    microphone: microphoneOf(softphone.microphone),
    muted: call !== null && call.mute !== 'off',
    quality: call && quality && qualityOf(quality),
    libraryVersion,
  };
}

/** Whether a supervisor would see the same in both. `serverTime` does not count. */
export function isSamePresence(a: Presence, b: Presence): boolean {
  const still = (presence: Presence): string => JSON.stringify({ ...presence, serverTime: 0 });
  return still(a) === still(b);
}

function callOf({ callTraceID, direction, activeSince, otherParty }: MediatelCall, serverTime: number): PresenceCall {
  return {
    traceId: shortOrNull(callTraceID),
    kind: direction ?? 'unknown',
    start: presenceInstant(activeSince, serverTime),
    number: shortOrNull(otherParty),
  };
}

function microphoneOf({ status }: Microphone): PresenceMicrophone {
  if (status === 'ready' || status === 'failed') return status;
  return 'off';
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const milliseconds = (value: number): number => Math.min(600_000, Math.max(0, Math.round(value)));

function qualityOf({ mos, roundTrip, jitter }: CallQuality): PresenceQuality {
  return {
    mos: Math.min(5, Math.max(1, tenth(mos))),
    roundTrip: roundTrip === null ? null : milliseconds(roundTrip),
    jitter: milliseconds(jitter),
  };
}
