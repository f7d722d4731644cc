import { expect, jest } from '@jest/globals';
import { until } from 'test-kit';
import {
  abandonSession,
  acknowledge,
  connectSession,
  contactUriOf,
  contactUserOf,
  dialogOf,
  divertAnswers,
  expectAckOf,
  hasOffered,
  inviteSequence,
  outliveSilence,
  ownInviteSequence,
  reopenSocket,
  restoreSession,
  screenEndings,
  screenRequests,
  sendInDialog,
  sendOptions,
  sequenceSlack,
  spareUnknownCalls,
  supposeAck,
  textOf,
  type InDialogRequest,
  type SessionClass,
} from './jssip-inside';
import type { DialogRecord } from './dialog-record';
import { awaitingAck, callConfirmed, type JsSip, type JsSipInvitation, type JsSipSession } from './jssip-module';
import { FakeSocket, call, contactUri, header, request, response, routes, sdp, userAgent } from './jssip-page.fixture';

/** How long JsSIP may take (ms): all that it waits for are promises. */
const soon = 1500;

const within = (holds: () => boolean, what: string): Promise<void> => until(holds, what, soon);
const statuses = (socket: FakeSocket): readonly string[] => socket.of('SIP/2.0').map((text) => text.slice(8, 11));
const tagOf = (answer: string): string => header(answer, 'To')!.split('tag=')[1]!;
const stream = { getTracks: () => [] } as unknown as MediaStream;

/** The event of an INVITE that comes to a new page. */
async function invited(jssip: JsSip, socket: FakeSocket): Promise<JsSipInvitation> {
  const agent = userAgent(jssip, socket);
  spareUnknownCalls(agent);
  const invitation = new Promise<JsSipInvitation>((resolve) =>
    agent.on('newRTCSession', (event: unknown) => resolve(event as JsSipInvitation)),
  );
  agent.start();
  socket.ondata(request('INVITE', 5, '', sdp));
  return invitation;
}

/** A call by JsSIP's own means: it comes, is answered and acknowledged, and is hung up by the server. */
export async function takesCall(jssip: JsSip): Promise<void> {
  const socket = new FakeSocket();
  const agent = userAgent(jssip, socket);
  const coming = new Promise<JsSipSession>((resolve) =>
    agent.on('newRTCSession', ({ session }: { readonly session: unknown }) => resolve(session as JsSipSession)),
  );
  agent.start();
  socket.ondata(request('INVITE', 5, '', sdp));
  const session = await coming;
  session.answer({ mediaStream: stream });
  await within(() => socket.of('SIP/2.0 200').length === 1, 'the call is answered');
  const tag = tagOf(socket.of('SIP/2.0 200')[0]!);
  socket.ondata(request('ACK', 5, tag));
  expect(session.isEstablished()).toBe(true);
  socket.ondata(request('BYE', 6, tag));
  expect(session.isEnded()).toBe(true);
  expect(statuses(socket).at(-1)).toBe('200');
  socket.ondisconnect();
}

/** What the adapter does in the page that answers the call. Resolves with the dialog. */
async function answers(jssip: JsSip): Promise<DialogRecord> {
  const socket = new FakeSocket();
  const { session, request: invite } = await invited(jssip, socket);
  expect(textOf(invite)).toBe(request('INVITE', 5, '', sdp));
  expect(inviteSequence(session)).toBe(5);
  const seen: string[] = [];
  screenRequests(session, (incoming: InDialogRequest) => {
    const { method, cseq, body } = incoming;
    seen.push(`${method} ${cseq} ${body.length > 0 ? 'offers' : ''}`.trim());
    if (cseq === 6) incoming.reply(500, 'Awaiting ACK');
    return cseq !== 6;
  });
  session.answer({ mediaStream: stream });
  await within(() => session.status === awaitingAck, 'the call is answered');
  const tag = tagOf(socket.of('SIP/2.0 200')[0]!);
  socket.ondata(request('INVITE', 6, tag, sdp));
  expect(statuses(socket).at(-1)).toBe('500');
  expectAckOf(session, 5);
  socket.ondata(request('ACK', 5, tag));
  expect(session.status).toBe(callConfirmed);
  expect(seen).toEqual(['INVITE 6 offers', 'ACK 5']);

  socket.ondata(request('INVITE', 7, tag));
  await within(() => session.status === awaitingAck, 'the offer is ours');
  expect(hasOffered(session)).toBe(true);
  supposeAck(session);
  expect(hasOffered(session)).toBe(false);
  expect(session.status).toBe(callConfirmed);

  expect(dialogOf(session)).toEqual({
    ...call,
    ...{ localTag: tag, remoteTarget: 'sip:mediatel@farm.invalid:5070', routes },
    ...{ localSequence: null, remoteSequence: 7 },
  });
  await sends(socket, session);
  return dialogOf(session)!;
}

/** Requests of the page within the call, and what becomes of them. */
async function sends(socket: FakeSocket, session: JsSipSession): Promise<void> {
  const told: string[] = [];
  divertAnswers(session, {
    onSuccessResponse: ({ status_code, body }) => told.push(`success ${status_code} ${body}`),
    onErrorResponse: (answer) => told.push(`error ${answer.status_code} ${answer.getHeader('CSeq')?.split(' ')[1]}`),
    onDialogError: ({ status_code }) => told.push(`dialog ${status_code}`),
    onTransportError: () => told.push('transport'),
    onRequestTimeout: () => told.push('timeout'),
  });
  for (const status of ['200 OK', '404 Not Found', '481 Gone']) {
    sendInDialog(session, 'INFO');
    socket.ondata(response(socket.of('INFO').at(-1)!, status));
  }
  expect(told).toEqual(['success 200 ', 'error 404 INFO', 'dialog 481']);
  expect(dialogOf(session)!.localSequence).toBe(Number.parseInt(header(socket.of('INFO').at(-1)!, 'CSeq')!));

  // These two methods of JsSIP's end the call.
  for (const name of ['onTransportError', 'onRequestTimeout']) expect(name in session).toBe(true);
  outliveSilence(session);
  socket.isOpen = false;
  sendInDialog(session, 'INFO');
  await within(() => told.includes('transport'), 'the loss is told');
  const own = session as unknown as Record<'onTransportError' | 'onRequestTimeout', () => void>;
  own.onTransportError();
  own.onRequestTimeout();
  expect(session.isEnded()).toBe(false);

  const mayEnd = jest.fn((_isPathLost: boolean) => false);
  screenEndings(session, mayEnd);
  Object.assign(session.connection, { iceConnectionState: 'failed' });
  session.connection.dispatchEvent(new Event('iceconnectionstatechange'));
  expect(mayEnd.mock.calls).toEqual([[true]]);
  expect(session.isEnded()).toBe(false);
  socket.ondisconnect();
}

/** What the adapter does in the page that resumes the call. */
async function resumes(jssip: JsSip, Session: SessionClass, record: DialogRecord): Promise<void> {
  const at = new Date('2026-11-29T10:00:00Z');
  const page = (): { socket: FakeSocket; session: JsSipSession; agent: ReturnType<typeof userAgent> } => {
    const socket = new FakeSocket();
    const agent = userAgent(jssip, socket);
    spareUnknownCalls(agent);
    const session = restoreSession(jssip, Session, agent, { ...record, localSequence: 41 }, at);
    connectSession(session, {});
    agent.start();
    return { socket, session, agent };
  };
  const { socket, session } = page();
  expect(dialogOf(session)).toEqual({ ...record, localSequence: 41 + sequenceSlack });
  expect([session.id, session.direction, session.start_time, session.isEstablished()]).toEqual([
    call.callId + call.remoteTag,
    'incoming',
    at,
    true,
  ]);
  sendInDialog(session, 'INFO');
  expect(header(socket.of('INFO')[0]!, 'CSeq')).toBe(`${41 + sequenceSlack + 1} INFO`);
  const confirmed = jest.fn();
  session.on('confirmed', confirmed);
  socket.ondata(request('INVITE', 8, record.localTag, sdp));
  await within(() => session.status === awaitingAck, 'the re-INVITE is answered');
  expect(header(socket.of('SIP/2.0 200')[0]!, 'Contact')).toContain(contactUri.split(';')[0]);
  socket.ondata(request('ACK', 8, record.localTag));
  expect(session.status).toBe(callConfirmed);
  expect(confirmed).not.toHaveBeenCalled();
  socket.ondata(request('INVITE', 9, record.localTag, sdp));
  await within(() => session.status === awaitingAck, 'the second re-INVITE is answered');
  session.terminate();
  expect(socket.of('BYE')).toHaveLength(1);

  const offering = page();
  sendInDialog(offering.session, 'INVITE');
  const offer = header(offering.socket.of('INVITE')[0]!, 'CSeq');
  expect(offer).toBe(`${ownInviteSequence(offering.session)} INVITE`);
  acknowledge(offering.session, 7);
  sendInDialog(offering.session, 'ACK');
  const acks = offering.socket.of('ACK').map((ack) => header(ack, 'CSeq'));
  expect(acks).toEqual(['7 ACK', offer!.replace('INVITE', 'ACK')]);

  const known = page();
  known.agent.terminateSessions();
  expect(known.socket.of('BYE')).toHaveLength(1);
  known.socket.ondata(request('INVITE', 8, record.localTag, sdp));
  expect(statuses(known.socket).at(-1)).toBe('481');

  const left = page();
  abandonSession(left.session);
  expect([left.session.isEnded(), dialogOf(left.session), left.socket.sent]).toEqual([true, null, []]);
  left.socket.ondata(request('UPDATE', 8, record.localTag, sdp));
  expect(statuses(left.socket)).toEqual(['500']);
  expect(header(left.socket.sent[0]!, 'To')).toContain(`tag=${record.localTag}`);
  for (const each of [socket, offering.socket, known.socket, left.socket]) each.ondisconnect();
}

/** What the adapter does outside of calls. */
async function asks(jssip: JsSip): Promise<void> {
  const socket = new FakeSocket();
  const agent = userAgent(jssip, socket);
  expect([contactUriOf(agent), contactUserOf(agent)]).toEqual([contactUri, 'resumed']);
  const connect = jest.spyOn(socket, 'connect');
  socket.isOpen = false;
  reopenSocket(agent);
  expect(connect).toHaveBeenCalledTimes(1);
  socket.isOpen = true;
  const told: unknown[] = [];
  for (const status of ['200 OK', '404 Not Found']) {
    sendOptions(agent, new jssip.URI('sip', '', 'pbx.invalid'), {
      succeeded: () => told.push('succeeded'),
      failed: (event) => told.push((event.response as { readonly status_code: number }).status_code),
    });
    socket.ondata(response(socket.of('OPTIONS').at(-1)!, status));
  }
  expect(told).toEqual(['succeeded', 404]);
  socket.ondisconnect();
}

/** Uses all of the adapter. Rejects if this JsSIP differs inside from what the adapter knows. */
export async function keepsContract(jssip: JsSip, Session: SessionClass): Promise<void> {
  await asks(jssip);
  await resumes(jssip, Session, await answers(jssip));
}
