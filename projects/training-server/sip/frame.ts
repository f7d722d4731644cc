import {
  IncomingRequestMessage,
  type IncomingResponseMessage,
  LoggerFactory,
  Parser,
  type IncomingMessage,
} from 'sip.js/lib/core/index.js';
import { badRequest } from './bad-request';

/** What one WebSocket frame turned out to hold. */
export type Frame =
  | { readonly type: 'keepAlive' }
  | { readonly type: 'request'; readonly message: IncomingRequestMessage }
  | { readonly type: 'response'; readonly message: IncomingResponseMessage }
  | { readonly type: 'malformed'; readonly reason: string; readonly answer: string | undefined };

/** `Contact: *` under a name that SIP.js's parser, which refuses the asterisk, lets through. */
export const WILDCARD_CONTACT = 'x-wildcard-contact';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

// The parser tells why it refuses a message only to its logger.
let complaint = '';
const complaints = new LoggerFactory();
complaints.builtinEnabled = false;
complaints.connector = (_level, _category, _label, content) => (complaint = String(content));
const logger = complaints.getLogger('sip.parser');

/**
 * Reads one frame; never throws.
 *
 * A frame is one SIP message, text or binary alike (RFC 7118 §5). A malformed request with enough of its headers gets a
 * 400 to send back (RFC 3261 §16.3, §21.4.1); responses, ACKs and noise get none.
 */
export function readFrame(data: Buffer): Frame {
  let text: string;
  try {
    text = strictUtf8.decode(data);
  } catch {
    // The decoder's own way of refusing bytes that are not UTF-8.
    return { type: 'malformed', reason: 'not UTF-8', answer: undefined };
  }
  if (/^(\r\n)*$/.test(text)) return { type: 'keepAlive' };
  const { message, reason } = parse(text);
  if (!message) return { type: 'malformed', reason, answer: badRequest(text, reason) };
  const fault = faultOf(message);
  if (fault) return { type: 'malformed', reason: fault, answer: badRequest(text, fault) };
  // By class, not by `method`: a response carries the method of its request.
  if (message instanceof IncomingRequestMessage) return { type: 'request', message };
  return { type: 'response', message };
}

function parse(text: string): { message?: IncomingRequestMessage | IncomingResponseMessage; reason: string } {
  complaint = 'not a SIP message';
  try {
    const message = Parser.parseMessage(
      text.replace(/^(?:contact|m)[ \t]*:[ \t]*\*[ \t]*$/im, `${WILDCARD_CONTACT}: *`),
      logger,
    );
    return { message, reason: complaint };
  } catch (error) {
    // The parser reads fields of headers it could not parse (a response with a broken CSeq, for one).
    return { reason: error instanceof Error ? error.message : complaint };
  }
}

/** What the core takes for granted and would throw over. */
function faultOf(message: IncomingMessage): string | undefined {
  if (!message.via || !message.viaBranch) return 'no usable Via';
  if (!message.from || !message.fromTag) return 'no usable From';
  if (!message.to) return 'no usable To';
  if (!message.callId) return 'no Call-ID';
  if (!Number.isInteger(message.cseq)) return 'no usable CSeq';
  const length = message.getHeader('content-length');
  if (length !== undefined && Buffer.byteLength(message.body) < Number(length))
    return 'shorter than its Content-Length';
  if (message instanceof IncomingRequestMessage) {
    if (!message.ruri) return 'no Request-URI';
    if (!message.getHeader('cseq')?.endsWith(message.method)) return 'CSeq names another method';
  }
  return undefined;
}
