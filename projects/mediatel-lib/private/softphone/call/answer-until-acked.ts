import { expectAckOf, hasOffered, inviteSequence, screenRequests, type InDialogRequest } from '../jssip/jssip-inside';
import { awaitingAck, type JsSipSession } from '../jssip/jssip-module';

/** Longest time after which an offer may be repeated (s; RFC 3261, 14.2). */
const longestWait = 10;

const isOffer = ({ method, body }: InDialogRequest): boolean => method === 'INVITE' || body !== '';

/**
 * Answers the server's re-INVITE and UPDATE while our 200 awaits its ACK. JsSIP would answer 403, after which the server may take the
 * call for over (RFC 5057, 5.1).
 *
 * An offer gets 491 if our 200 was an offer too (RFC 3261, 14.2; RFC 3311, 5.2), else 500 and a time. Without an offer, an UPDATE is
 * a refresh.
 */
export function answerUntilAcked(session: JsSipSession): void {
  /** The number of the INVITE that our 200 answers. */
  let awaited = inviteSequence(session);
  screenRequests(session, (request) => {
    const { method } = request;
    if (session.status !== awaitingAck || (method !== 'INVITE' && method !== 'UPDATE')) {
      if (method === 'INVITE') awaited = request.cseq;
      return true;
    }
    // The dialog would now take no ACK but that of the refused INVITE.
    if (method === 'INVITE') expectAckOf(session, awaited);
    if (!isOffer(request)) request.reply(200, null, [`Contact: ${session.contact}`]);
    else if (hasOffered(session)) request.reply(491);
    else request.reply(500, 'Awaiting ACK', [`Retry-After: ${1 + Math.floor(Math.random() * longestWait)}`]);
    return false;
  });
}
