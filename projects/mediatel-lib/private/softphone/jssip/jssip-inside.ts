import type { URI } from 'jssip';
import type { UA } from 'jssip/lib/UA';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { type DialogRecord, callIdOf } from './dialog-record';
import { fetchPart } from './fetch-part';
import { callConfirmed, type JsSip, type JsSipAgent, type JsSipSession } from './jssip-module';

/*
 * Everything that is used inside JsSIP 3.13.8: private members, and methods that its declarations lack. JsSIP promises
 * none of it. `jssip-inside.renamed.spec.ts` fails at a version that renames one of them.
 */

interface SessionInternals {
  readonly _ua: JsSipAgent;
  _status: number;
  _id: string;
  _contact: string;
  _direction: 'incoming';
  _is_confirmed: boolean;
  /** The INVITE that began the call. */
  _request: { readonly cseq?: number; readonly server_transaction: { readonly state: number } };
  _start_time: Date;
  _dialog: DialogInternals | null;
  /** Whether the 200 that awaits its ACK contains an offer, which the ACK would answer. */
  _late_sdp: boolean;
  _createDialog(message: DialogMessage, type: 'UAS'): boolean;
  _createRTCConnection(config: RTCConfiguration): void;
  _close(): void;
  /** These two end a call although its media works. */
  onTransportError(): void;
  onRequestTimeout(): void;
  sendRequest(method: string, options?: InDialogOptions): void;
  receiveRequest(request: InDialogRequest): void;
}

interface DialogInternals {
  _id: { readonly call_id: string; readonly local_tag: string; readonly remote_tag: string };
  /** Undefined until the first request of ours. */
  _local_seqnum: number | undefined;
  _outgoing_ack_seqnum: number | null | undefined;
  _remote_seqnum: number;
  _local_uri: object;
  _remote_uri: object;
  _remote_target: object;
  _route_set: readonly string[];
  /** The number of the INVITE whose ACK it takes. */
  _incoming_ack_seqnum: number | null;
}

interface AgentInternals {
  readonly _sessions: Record<string, unknown>;
  readonly transport: {
    /** Opens the socket. It does nothing while the socket opens or is open. */
    connect(): void;
  };
  readonly contact: { readonly uri?: { readonly user: string } };
  receiveRequest(request: ReceivedRequest): void;
  newDialog(dialog: { readonly id: { readonly call_id: string } }): void;
  sendOptions(target: URI, body: null, options: { readonly eventHandlers: OptionsAnswers }): void;
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

interface OptionsAnswers {
  succeeded(): void;
  /** `response`: `null` if none came. */
  failed(event: { readonly response: unknown }): void;
}

/** A final response to a request of ours within the call. */
export interface InDialogResponse {
  readonly status_code: number;
  getHeader(name: string): string | undefined;
}

/** Who hears what becomes of a request of ours within the call. */
export interface InDialogAnswers {
  onSuccessResponse(response: InDialogResponse & { readonly body: string }): void;
  onErrorResponse(response: InDialogResponse): void;
  /** A 408 or 481. */
  onDialogError(response: InDialogResponse): void;
  onTransportError(): void;
  onRequestTimeout(): void;
}

/** What a request of ours within the call contains. */
interface InDialogOptions {
  readonly extraHeaders: readonly string[];
  readonly body: string;
  readonly eventHandlers: InDialogAnswers;
}

/** A request of the server within the call. `body`: empty if it has none. */
export interface InDialogRequest {
  readonly method: string;
  readonly cseq: number;
  readonly body: string;
  reply(status: number, reason?: string | null, headers?: readonly string[]): void;
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
const agentInternals = (agent: JsSipAgent): AgentInternals => agent as unknown as AgentInternals;

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
  const session = new Session(agent);
  const inside = internals(session);
  inside._status = callConfirmed;
  inside._id = callIdOf(dialog);
  // The server gives the page its GRUU only by the answer to REGISTER. A re-INVITE's Contact is where its requests go.
  Object.defineProperty(inside, '_contact', { get: () => agent.contact.toString() });
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
  agentInternals(agent)._sessions[inside._id] = session;
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
  const inside = agentInternals(agent);
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

/** Opens the agent's socket, unless it opens or is open. */
export const reopenSocket = (agent: JsSipAgent): void => agentInternals(agent).transport.connect();

/** Sends an OPTIONS outside of any call. */
export const sendOptions = (agent: JsSipAgent, target: URI, eventHandlers: OptionsAnswers): void =>
  agentInternals(agent).sendOptions(target, null, { eventHandlers });

/** Our Contact without its parameters. */
export const contactUriOf = (agent: JsSipAgent): string => String(agent.contact.uri);

/** The user in our Contact. */
export const contactUserOf = (agent: JsSipAgent): string | undefined => agentInternals(agent).contact.uri?.user;

/** The INVITE as it came. */
export const textOf = (request: object): string | undefined => (request as { readonly data?: string }).data;

/** Sends a request within the call. */
export const sendInDialog = (session: JsSipSession, method: string, options?: InDialogOptions): void =>
  internals(session).sendRequest(method, options);

/** Sends the ACK of an earlier INVITE of ours within the call, by its number. */
export function acknowledge(session: JsSipSession, sequence: number): void {
  const dialog = internals(session)._dialog;
  if (!dialog) return;
  const last = dialog._outgoing_ack_seqnum;
  dialog._outgoing_ack_seqnum = sequence;
  sendInDialog(session, 'ACK');
  dialog._outgoing_ack_seqnum = last;
}

/** The number of our last INVITE within the call. A challenge gives it another one. */
export const ownInviteSequence = (session: JsSipSession): number | null =>
  internals(session)._dialog?._outgoing_ack_seqnum ?? null;

/** From now on `answers` alone hears what becomes of the session's requests. */
export function divertAnswers(session: JsSipSession, answers: InDialogAnswers): void {
  const inside = internals(session);
  const send = inside.sendRequest.bind(session);
  inside.sendRequest = (method, options) =>
    send(method, { ...{ extraHeaders: [], body: '' }, ...options, eventHandlers: answers });
}

/** From now on JsSIP handles only those requests of the server within the call for which `isLeft` returns true. */
export function screenRequests(session: JsSipSession, isLeft: (request: InDialogRequest) => boolean): void {
  const inside = internals(session);
  const receive = inside.receiveRequest.bind(session);
  inside.receiveRequest = (request) => {
    if (isLeft(request)) receive(request);
  };
}

/** The number of the INVITE that began the call. */
export const inviteSequence = (session: JsSipSession): number => internals(session)._request.cseq ?? 0;

/** The dialog takes the ACK of the INVITE with this number, and no other. */
export function expectAckOf(session: JsSipSession, sequence: number): void {
  const dialog = internals(session)._dialog;
  if (dialog) dialog._incoming_ack_seqnum = sequence;
}

/** Whether the 200 that awaits its ACK contains an offer of ours. */
export const hasOffered = (session: JsSipSession): boolean => internals(session)._late_sdp;

/** JsSIP goes on as if the ACK of our 200 had come. An offer in that 200 is forgotten. */
export function supposeAck(session: JsSipSession): void {
  const inside = internals(session);
  inside._late_sdp = false;
  inside.receiveRequest({ method: 'ACK', cseq: 0, body: '', reply: () => undefined });
}

/** JsSIP does not end the call any more when the socket is lost, or a request of ours stays unanswered. */
export const outliveSilence = (session: JsSipSession): void =>
  void Object.assign(internals(session), { onTransportError: () => undefined, onRequestTimeout: () => undefined });

/** The cause with which JsSIP ends a call when ICE has `failed`. */
const pathFailed = 'RTP Timeout';

/** From now on the call is ended only if `mayEnd` returns true. `isPathLost`: JsSIP ends it because ICE has failed. */
export function screenEndings(session: JsSipSession, mayEnd: (isPathLost: boolean) => boolean): void {
  const terminate = session.terminate.bind(session);
  session.terminate = (options) => {
    if (mayEnd(options?.cause === pathFailed)) terminate(options);
  };
}
