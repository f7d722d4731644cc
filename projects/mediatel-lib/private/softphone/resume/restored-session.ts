import type { UA } from 'jssip/lib/UA';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { fetchPart } from '../signalling/fetch-part';
import { callConfirmed, type JsSip, type JsSipAgent, type JsSipSession } from '../signalling/jssip-module';
import { callIdOf, type DialogRecord } from './call-record';

/**
 * Everything that resumption uses inside JsSIP 3.13.8. JsSIP promises none of it: `restored-session.spec.ts` fails at a
 * version that changes it.
 */
interface SessionInternals {
  readonly _ua: JsSipAgent;
  _status: number;
  _id: string;
  _contact: string;
  _direction: 'incoming';
  _is_confirmed: boolean;
  /** The INVITE that began the call. */
  _request: { readonly server_transaction: { readonly state: number } };
  _start_time: Date;
  _dialog: DialogInternals | null;
  _createDialog(message: DialogMessage, type: 'UAS'): boolean;
  _createRTCConnection(config: RTCConfiguration): void;
  _close(): void;
}

interface DialogInternals {
  _id: { readonly call_id: string; readonly local_tag: string; readonly remote_tag: string };
  /** Undefined until the first request of ours. */
  _local_seqnum: number | undefined;
  _remote_seqnum: number;
  _local_uri: object;
  _remote_uri: object;
  _remote_target: object;
  _route_set: readonly string[];
  _incoming_ack_seqnum: number | null;
}

interface AgentInternals {
  readonly _sessions: Record<string, unknown>;
  receiveRequest(request: ReceivedRequest): void;
  newDialog(dialog: { readonly id: { readonly call_id: string } }): void;
}

/** A request of the server. */
interface ReceivedRequest {
  readonly method: string;
  readonly call_id: string;
  /** Only in a request within a dialog. */
  readonly to_tag: string | undefined;
  readonly transport: { send(message: string): void };
  server_transaction: { receiveResponse(status: number, response: string): void } | null;
  reply(status: number, reason: string, headers: readonly string[]): void;
}

/** What JsSIP reads from the message that makes a dialog. */
interface DialogMessage {
  readonly call_id: string;
  readonly from_tag: string;
  readonly to_tag: string;
  readonly cseq: number;
  hasHeader(name: string): boolean;
  parseHeader(name: string): { readonly uri: object } | undefined;
  getHeaders(name: string): readonly string[];
}

/** JsSIP's state of a transaction that is over (lib/Transactions.js). */
const transactionOver = 6;

/** JsSIP's class of a session. */
export type SessionClass = new (agent: UA) => RTCSession;

type SessionModule = { readonly default?: SessionClass } & Partial<SessionClass>;

/**
 * How far our sequence numbers jump (RFC 3261, 12.2.1.1: gaps are allowed, a lower number is refused with 500). The
 * page may have sent requests after its last record.
 */
export const sequenceSlack = 100;

/** Loads JsSIP's class of a session, which its main module does not export. */
export const loadSessionClass = (): Promise<SessionClass> =>
  fetchPart<SessionModule, SessionClass>(
    () => import('jssip/lib/RTCSession') as Promise<unknown> as Promise<SessionModule>,
    (part) => part.default ?? (typeof part === 'function' ? (part as SessionClass) : undefined),
  );

const internals = (session: JsSipSession): SessionInternals => session as unknown as SessionInternals;

/** The dialog of an answered call; `null` if it has none (any more). */
export function dialogOf(session: JsSipSession): DialogRecord | null {
  const dialog = internals(session)._dialog;
  if (!dialog) return null;
  return {
    callId: dialog._id.call_id,
    localTag: dialog._id.local_tag,
    remoteTag: dialog._id.remote_tag,
    localUri: String(dialog._local_uri),
    remoteUri: String(dialog._remote_uri),
    remoteTarget: String(dialog._remote_target),
    routes: [...dialog._route_set],
    localSequence: dialog._local_seqnum ?? null,
    remoteSequence: dialog._remote_seqnum,
  };
}

/**
 * Puts the dialog of an earlier page into the user agent, as a confirmed call with a new peer connection that has agreed
 * on nothing yet. Call it before `agent.start()`: a waiting BYE comes before the REGISTER's 200.
 *
 * Throws if an address of the record can't be read.
 */
export function restoreSession(
  jssip: JsSip,
  Session: SessionClass,
  agent: JsSipAgent,
  dialog: DialogRecord,
  answeredAt: Date,
): JsSipSession {
  const uri = (text: string): object => {
    const parsed = jssip.URI.parse(text) as object | undefined;
    if (!parsed) throw new Error(`not a SIP address: ${text}`);
    return parsed;
  };
  const addresses: Readonly<Record<string, { readonly uri: object }>> = {
    contact: { uri: uri(dialog.remoteTarget) },
    to: { uri: uri(dialog.localUri) },
    from: { uri: uri(dialog.remoteUri) },
  };
  const session = new Session(agent) as JsSipSession;
  const inside = internals(session);
  inside._status = callConfirmed;
  inside._id = callIdOf(dialog);
  inside._contact = agent.contact.toString();
  inside._direction = 'incoming';
  inside._is_confirmed = true;
  inside._request = { server_transaction: { state: transactionOver } };
  inside._start_time = answeredAt;
  inside._createDialog(
    {
      call_id: dialog.callId,
      from_tag: dialog.remoteTag,
      to_tag: dialog.localTag,
      cseq: dialog.remoteSequence,
      hasHeader: (name) => name in addresses,
      parseHeader: (name) => addresses[name],
      getHeaders: (name) => (name === 'record-route' ? dialog.routes : []),
    },
    'UAS',
  );
  const made = inside._dialog;
  if (!made) throw new Error('JsSIP made no dialog');
  // Without it JsSIP begins at a random number, which may be lower than one that was used.
  made._local_seqnum = (dialog.localSequence ?? 10_000) + sequenceSlack;
  made._incoming_ack_seqnum = null;
  (agent as unknown as AgentInternals)._sessions[inside._id] = session;
  return session;
}

/** The Call-IDs of the calls that a page's user agent has had, apart from those that it had to give up. */
const callsHad = new WeakMap<JsSipAgent, Set<string>>();

/** These end a dialog, or need no answer. */
const leftToJsSip: readonly string[] = ['ACK', 'BYE', 'CANCEL'];

/** When a request within a call that the page does not know is worth another try (s). */
export const unknownRetryAfter = 30;

/**
 * Answers requests within a call that this page never had with 500, and says when to try again. Such a call may live:
 * its page left it too long ago. JsSIP would answer 404 or 481, which end it (RFC 3261, 12.2.1.2; RFC 5057, 5.1); a 500
 * ends nothing. A call that this page had, and that is over, is answered 481 by JsSIP; one that it had to give up may live. Call it
 * before `restoreSession`.
 */
export function spareUnknownCalls(agent: JsSipAgent): void {
  const inside = agent as unknown as AgentInternals;
  const had = new Set<string>();
  callsHad.set(agent, had);
  const [receive, note] = [inside.receiveRequest.bind(agent), inside.newDialog.bind(agent)];
  inside.newDialog = (dialog) => {
    had.add(dialog.id.call_id);
    note(dialog);
  };
  inside.receiveRequest = (request) => {
    if (!request.to_tag || had.has(request.call_id) || leftToJsSip.includes(request.method)) return receive(request);
    // Without a transaction: a repeated request is answered again, and JsSIP ignores the ACK.
    request.server_transaction = { receiveResponse: (_, response) => request.transport.send(response) };
    request.reply(500, 'Call Not Known Here', [`Retry-After: ${unknownRetryAfter}`]);
  };
}

/** Releases the session of a call that has to be given up, with its dialog and connection. Nothing is sent. */
export function abandonSession(session: JsSipSession): void {
  const inside = internals(session);
  const callId = inside._dialog?._id.call_id;
  inside._close();
  if (callId !== undefined) callsHad.get(inside._ua)?.delete(callId);
}

/** Makes the session's peer connection, with the behaviour that JsSIP gives to each. */
export function connectSession(session: JsSipSession, config: RTCConfiguration): RTCPeerConnection {
  internals(session)._createRTCConnection(config);
  return session.connection;
}
