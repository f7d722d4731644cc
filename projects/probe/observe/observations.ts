import type { SdpFacts } from './sdp';

/** The doors of an installation that a probe knocks at. */
export type DoorName = 'agent' | 'sip' | 'recordings';

/** One request at a door, with or without the operator's cookie, and its answer. */
export interface Knock {
  readonly door: DoorName;
  readonly cookie: 'none' | 'forged' | 'own';
  readonly origin: 'own' | 'foreign';
  /** Whether the WebSocket opened, the HTTP status, or why nothing answered. */
  readonly answer: { readonly open: true } | { readonly status: number } | { readonly fault: string };
}

/** The certificate and the version of TLS. */
export interface TlsSeen {
  /** For example `TLSv1.3`; `null`: the address has no TLS. */
  readonly version: string | null;
  /** Why the certificate is not trusted; `null`: trusted. */
  readonly fault: string | null;
  /** Whether the server is this machine or in its private network. */
  readonly isLocal: boolean;
}

/** What Engine.IO's first packet says. */
export interface HandshakeSeen {
  /** Whether the server then accepted the Socket.IO connection. */
  readonly isAccepted: boolean;
  readonly pingIntervalMs: unknown;
  readonly pingTimeoutMs: unknown;
}

/** A step of the probe; snapshots and times are assigned to steps. */
export type StepName =
  | 'connect'
  | 'login'
  | 'pause'
  | 'pauseEnd'
  | 'makeCall'
  | 'holdCall'
  | 'retrieveCall'
  | 'mute'
  | 'unmute'
  | 'closeCall'
  | 'resolutionSet'
  | 'return'
  | 'logout';

/** A snapshot as it came. */
export interface SnapshotSeen {
  readonly atMs: number;
  readonly after: StepName;
  readonly raw: unknown;
}

/** A request, and the snapshot that it was sent for. */
export interface StepSeen {
  readonly step: StepName;
  readonly sentAtMs: number;
  /** The wanted snapshot; `null`: it did not come. */
  readonly answer: SnapshotSeen | null;
}

/** An event of Socket.IO other than `data`. */
interface EventSeen {
  readonly atMs: number;
  readonly event: string;
  readonly args: readonly unknown[];
}

/** What the SIP server answered to a request. */
interface SipAnswer {
  readonly status: number;
  readonly afterMs: number;
}

/** The answer to a REGISTER. */
export interface RegisterSeen {
  /** The status of the answer without credentials. */
  readonly first: number | null;
  /** The realm of the challenge is the given one. */
  readonly isRealmRight: boolean | null;
  readonly algorithm: string | null;
  /** The final status. */
  readonly status: number | null;
  readonly expiresSeconds: number | null;
  /** Contacts of the extension in the answer. */
  readonly contacts: number;
}

/** What the SIP server showed. */
export interface SipSeen {
  readonly isOpen: boolean;
  readonly options: SipAnswer | null;
  readonly register: RegisterSeen | null;
}

/** The INVITE of the probe's call. */
export interface InviteSeen {
  readonly atMs: number;
  readonly sdp: SdpFacts | null;
  readonly sessionExpires: string | null;
}

/** What a page of the probe's call heard. */
export interface HeardSeen {
  readonly packets: number;
  /** Something else than silence came in. */
  readonly isSound: boolean;
  /** What shows that the probe is heard: its own tone comes back, or the server reports of its packets. */
  readonly heardBy: readonly ('echo' | 'reports')[];
}

/** The probe's call was taken to another page. */
export interface RenewalSeen {
  /** Whether the old page was gone before (`reload`), or its sound stayed until the new page had sound (`move`). */
  readonly how: 'reload' | 'move';
  /** How many pages tried, until the path of one came up: all else is of the last one. */
  readonly tries: number;
  /** When the old page left; all times count from here. */
  readonly atMs: number;
  readonly isRegistered: boolean;
  /** The final status of the re-INVITE; `null`: none in time. */
  readonly status: number | null;
  /** It came after a 401 or 407. */
  readonly isChallenged: boolean;
  readonly answeredAfterMs: number | null;
  /** Whether the answer has another fingerprint, or other ICE credentials, than the server had before. */
  readonly isOtherFingerprint: boolean;
  readonly isOtherIce: boolean;
  readonly path: CallSeen['path'];
  readonly hasDtls: boolean;
  readonly firstPacketAfterMs: number | null;
  /** When the old page's last packet came; `null`: none after it left. */
  readonly oldSoundMs: number | null;
  /** From the old page's last packet to the new one's first (ms). */
  readonly gapMs: number | null;
  readonly heard: HeardSeen | null;
}

/** The call that the probe was asked for. */
export interface CallSeen {
  readonly invite: InviteSeen | null;
  readonly byeAtMs: number | null;
  /** Re-INVITEs and UPDATEs within the call. */
  readonly refreshes: readonly { readonly atMs: number; readonly sessionExpires: string | null }[];
  /** Whether the audio path came up. */
  readonly path: 'connected' | 'failed' | 'not in time' | null;
  /** What the first page heard before the call was taken to another; `null`: no renewal was asked for. */
  readonly heard: HeardSeen | null;
  /** How the call was taken to other pages, in order. */
  readonly renewals: readonly RenewalSeen[];
  /** When after-call work ended by itself (ms after it began); `null`: it did not. */
  readonly clericalMs: number | null;
}

/** The answers of the recordings' address for the probe's call. */
export interface RecordingSeen {
  readonly status: number;
  readonly type: string | null;
  readonly downloadStatus: number;
  readonly downloadType: string | null;
  readonly startsWith: string;
}

/** All that a probe saw. Everything may be missing: a claim about it is then not seen. */
export interface Observations {
  tls: TlsSeen | null;
  readonly knocks: Knock[];
  handshake: HandshakeSeen | null;
  /** When pings came, after each connection's beginning (ms). */
  readonly pings: number[];
  /** How long the longest connection was watched (ms). */
  watchedMs: number;
  readonly snapshots: SnapshotSeen[];
  readonly events: EventSeen[];
  readonly steps: StepSeen[];
  sip: SipSeen | null;
  call: CallSeen | null;
  recording: RecordingSeen | null;
  /** What the probe was given, for claims that compare. Never written. */
  readonly given: {
    readonly login: string | null;
    readonly extension: string | null;
    readonly hasCookie: boolean;
    readonly asksExpiresSeconds: number;
  };
}

/** Nothing seen yet. */
export const nothingSeen = (given: Observations['given']): Observations => ({
  tls: null,
  knocks: [],
  handshake: null,
  pings: [],
  watchedMs: 0,
  snapshots: [],
  events: [],
  steps: [],
  sip: null,
  call: null,
  recording: null,
  given,
});
