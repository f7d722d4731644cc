import type {
  AudioFacts,
  CallQuality,
  ConnectionMessage,
  ConnectionState,
  SipDirection,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';

/** A request to the server. A log-in is recorded without its credentials. */
export type RecordedRequest = Exclude<AgentRequest, { type: 'login' }> | { readonly type: 'login' };

/** Browser events of the page. `loaded`: the page and its recorder began; all later entries are of this page. */
export const pageEvents = [
  'loaded',
  'visible',
  'hidden',
  'pagehide',
  'pageshow',
  'online',
  'offline',
  'freeze',
  'resume',
] as const;
/** A browser event of the page. */
export type PageEvent = (typeof pageEvents)[number];

/** One recorded fact. */
export type FlightFact =
  | { readonly type: 'opened'; readonly user: string; readonly extension: string }
  | { readonly type: 'closed' }
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'message'; readonly message: ConnectionMessage }
  | { readonly type: 'request'; readonly request: RecordedRequest; readonly sent: boolean }
  | { readonly type: 'phone'; readonly event: SoftphoneEvent }
  /** A field of a snapshot could not be read and counted as nothing. */
  | { readonly type: 'unread'; readonly path: string; readonly reason: string }
  /** The library called the phone: the name of the method or command. */
  | { readonly type: 'asked'; readonly does: string }
  | { readonly type: 'audio'; readonly facts: AudioFacts }
  | { readonly type: 'quality'; readonly quality: CallQuality | null }
  /** Start line, Call-ID, CSeq and Via branch. */
  | { readonly type: 'sip'; readonly direction: SipDirection; readonly lines: readonly string[] }
  | { readonly type: 'page'; readonly event: PageEvent };

/** A fact and its monotonic time (ms). */
export type FlightEntry = FlightFact & { readonly at: number };
