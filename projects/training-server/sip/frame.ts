import {
  IncomingRequestMessage,
  type IncomingResponseMessage,
  LoggerFactory,
  Parser,
  type IncomingMessage,
} from 'sip.js/lib/core/index.js';
import { badRequest, type Refusal } from './bad-request';
import { branchFor } from './missing-branch';
import { withPlainHead } from './plain-head';

/** The content of one WebSocket frame. */
export type Frame =
  | { readonly type: 'keepAlive' }
  | { readonly type: 'request'; readonly message: IncomingRequestMessage }
  | { readonly type: 'response'; readonly message: IncomingResponseMessage }
  | { readonly type: 'malformed'; readonly reason: string; readonly answer: string | undefined };

/** The name under which `Contact: *` passes SIP.js's parser, which refuses the asterisk. */
export const WILDCARD_CONTACT = 'x-wildcard-contact';

/**
 * Headers that a message may have once (RFC 3261 §7.3.1). The parser keeps the first of several and ignores the others.
 */
const SINGLE_HEADERS = ['call-id|i', 'content-length|l', 'cseq', 'from|f', 'max-forwards', 'to|t'].map(
  (names) => new RegExp(`^(?:${names})[ \\t]*:`, 'gim'),
);

/** CSeq numbers are below 2³¹ (RFC 3261 §8.1.1.5). */
const CSEQ_LIMIT = 2 ** 31;

/** About four times what a browser sends. The parser's work grows with them. */
const MAX_HEADER_LINES = 100;

const lenientUtf8 = new TextDecoder('utf-8');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

// The parser reports only to its logger why it refuses a message.
let complaint = '';
const complaints = new LoggerFactory();
complaints.builtinEnabled = false;
complaints.connector = (_level, _category, _label, content) => (complaint = String(content));
const logger = complaints.getLogger('sip.parser');

/**
 * Reads one frame. Never throws.
 *
 * A frame is one SIP message, text or binary alike (RFC 7118 §5). A malformed request with enough of its headers gets a
 * 400 (RFC 3261 §16.3, §21.4.1); responses, ACKs and noise get no response.
 */
export function readFrame(data: Buffer): Frame {
  let text: string;
  try {
    text = withPlainHead(decode(data));
  } catch {
    // The decoder throws on bytes that are not UTF-8.
    return { type: 'malformed', reason: 'not UTF-8', answer: undefined };
  }
  if (/^(\r\n)*$/.test(text)) return { type: 'keepAlive' };
  const unread = unreadable(text);
  if (unread) return malformed(text, unread);
  const { message, reason } = parse(text);
  if (!message) return malformed(text, { status: 400, reason });
  const fault = faultOf(message);
  if (fault) return malformed(text, schemeFault(message) ?? { status: 400, reason: fault });
  // By class, not by `method`: a response has the method of its request.
  if (message instanceof IncomingRequestMessage) {
    message.viaBranch ||= branchFor(message);
    return { type: 'request', message };
  }
  return { type: 'response', message };
}

const malformed = (text: string, refusal: Refusal): Frame => ({
  type: 'malformed',
  reason: refusal.reason,
  answer: badRequest(text, refusal),
});

/** Headers are UTF-8. A body may contain any octets (RFC 3261 §7.4), but none that we read is binary. */
function decode(data: Buffer): string {
  const end = data.indexOf('\r\n\r\n');
  if (end < 0) return strictUtf8.decode(data);
  return strictUtf8.decode(data.subarray(0, end)) + lenientUtf8.decode(data.subarray(end));
}

/** Checks what can be refused without parsing. */
function unreadable(text: string): Refusal | undefined {
  const head = text.split('\r\n\r\n', 1)[0] ?? '';
  const version = /^\S+ .*SIP\/(\d+\.\d+) *(?:\r\n|$)/.exec(head)?.[1];
  if (version !== undefined && version !== '2.0') return { status: 505, reason: `SIP ${version}` };
  if (head.split('\r\n').length > MAX_HEADER_LINES) return { status: 400, reason: 'too many headers' };
  if (SINGLE_HEADERS.some((name) => (head.match(name)?.length ?? 0) > 1)) {
    return { status: 400, reason: 'a header given twice that may stand once' };
  }
  return undefined;
}

/** The parser reads only `sip` and `sips`, and drops other addresses (RFC 3261 §8.2.2.1). */
function schemeFault(message: IncomingMessage): Refusal | undefined {
  if (!(message instanceof IncomingRequestMessage) || message.ruri) return undefined;
  const scheme = /^\S+ ([a-z][a-z\d+.-]*):/i.exec(message.data)?.[1];
  if (scheme === undefined || /^sips?$/i.test(scheme)) return undefined;
  return { status: 416, reason: scheme };
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
    // The parser reads fields of headers that it could not parse (for example a response with a broken CSeq).
    return { reason: error instanceof Error ? error.message : complaint };
  }
}

/** Checks what the core assumes; otherwise it would throw. */
function faultOf(message: IncomingMessage): string | undefined {
  // Requests from before RFC 3261 have neither branch nor tag. A response repeats ours.
  const isRequest = message instanceof IncomingRequestMessage;
  if (!message.via || !(isRequest || message.viaBranch)) return 'no usable Via';
  if (!message.from || !(isRequest || message.fromTag)) return 'no usable From';
  if (!message.to) return 'no usable To';
  if (!message.callId) return 'no Call-ID';
  if (!Number.isInteger(message.cseq) || message.cseq >= CSEQ_LIMIT) return 'no usable CSeq';
  const length = message.getHeader('content-length');
  if (length !== undefined && Buffer.byteLength(message.body) < Number(length))
    return 'shorter than its Content-Length';
  if (message instanceof IncomingRequestMessage) {
    if (!message.ruri) return 'no Request-URI';
    if (!message.getHeader('cseq')?.endsWith(message.method)) return 'CSeq names another method';
  }
  return undefined;
}
