import { readFileSync } from 'node:fs';

/** A torture message, and what RFC 3261 and RFC 4475 require for it. */
export interface TortureMessage {
  /** The section of RFC 4475, with the name of the message. */
  readonly section: string;
  readonly why: string;
  /** The status that our server answers, one of the allowed ones; `null`: no response. */
  readonly answer: number | null;
  /** The RFC's own bytes; see rfc4475/README.md. */
  readonly frame: Buffer;
}

function message(section: string, name: string, answer: number | null, why: string): TortureMessage {
  const frame = readFileSync(new URL(`rfc4475/${name}.dat`, import.meta.url));
  return { section: `${section} ${name}`, why, answer, frame };
}

/** Over WebSockets only Mediatel places calls: a well-formed INVITE is read, and refused by policy. */
const policy = 403;

export const tortureMessages: readonly TortureMessage[] = [
  message(
    '3.1.1.1',
    'wsinv',
    481,
    'folded lines, compact names, odd spaces and cases are all allowed; there is no such dialog',
  ),
  message('3.1.1.2', 'intmeth', 501, 'a method may be any token; one nobody knows is not implemented'),
  message('3.1.1.3', 'esc01', policy, 'escapes in a URI are valid'),
  message('3.1.1.4', 'escnull', 401, 'an escaped NUL is a character of a name like any other'),
  message('3.1.1.5', 'esc02', 501, 'percent signs escape nothing in a method: this is not REGISTER'),
  message('3.1.1.6', 'lwsdisp', 200, 'a display name needs no space after it'),
  message('3.1.1.7', 'longreq', policy, 'long values are values, and a Via of before RFC 3261 has no branch'),
  message('3.1.1.8', 'dblreq', 401, 'what comes after the Content-Length in one frame is no second request'),
  message('3.1.1.9', 'semiuri', 200, 'a semicolon may stand in the user part'),
  message('3.1.1.10', 'transports', 200, 'transports nobody knows are allowed in Via, and repeated'),
  message('3.1.1.11', 'mpart01', 405, 'a body may hold any octets; MESSAGE itself is not allowed here'),
  message('3.1.1.12', 'unreason', null, 'a response to nothing is dropped'),
  message('3.1.1.13', 'noreason', null, 'the reason may be empty'),
  message('3.1.2.1', 'badinv01', 400, 'separators with nothing between them'),
  message('3.1.2.2', 'clerr', 400, 'the body is shorter than its Content-Length'),
  message('3.1.2.3', 'ncl', 400, 'a length is not negative'),
  message('3.1.2.4', 'scalar02', 400, 'a CSeq is below 2³¹'),
  message('3.1.2.5', 'scalarlg', null, 'a response that makes no sense is dropped'),
  message('3.1.2.6', 'quotbal', 400, 'a quotation that never ends'),
  message('3.1.2.7', 'ltgtruri', 400, 'no brackets about a Request-URI'),
  message('3.1.2.8', 'lwsruri', 400, 'no spaces within a Request-URI'),
  message('3.1.2.9', 'lwsstart', 400, 'one space between the parts of a request line'),
  message('3.1.2.10', 'trws', 400, 'no spaces at the end of a request line'),
  message('3.1.2.11', 'escruri', policy, 'a Request-URI carries no headers; one may look away'),
  message('3.1.2.12', 'baddate', policy, 'a date that is none; one may look away'),
  message('3.1.2.13', 'regbadct', 400, 'a URI with headers stands in brackets; to be refused, or challenged first'),
  message('3.1.2.14', 'badaspec', 400, 'no spaces within the brackets; one may look away'),
  message('3.1.2.15', 'baddn', 400, 'a comma in a display name needs quotes; one may look away'),
  message('3.1.2.16', 'badvers', 505, 'another version of SIP'),
  message('3.1.2.17', 'mismatch01', 400, 'CSeq names another method'),
  message('3.1.2.18', 'mismatch02', 400, 'so with a method nobody knows'),
  message('3.1.2.19', 'bigcode', null, 'a status of ten digits is dropped'),
  message('3.2.1', 'badbranch', 200, 'the branch is only the cookie'),
  message('3.3.1', 'insuf', null, 'From, To and Call-ID are missing: nothing to answer with, it may be dropped'),
  message('3.3.2', 'unkscm', 416, 'a scheme nobody knows'),
  message('3.3.3', 'novelsc', 416, 'a scheme that is no SIP'),
  message('3.3.4', 'unksm2', 400, 'who registers is a SIP address'),
  message('3.3.5', 'bext01', 420, 'extensions required that nobody has'),
  message('3.3.6', 'invut', policy, 'a content type nobody knows; refused by policy before'),
  message('3.3.7', 'regaut01', 401, 'an authorisation nobody knows is none'),
  message('3.3.8', 'multi01', 400, 'what may stand once stands twice'),
  message('3.3.9', 'mcl01', 400, 'two lengths that differ'),
  message('3.3.10', 'bcast', null, 'a response with a broadcast address in Via is dropped'),
  message('3.3.11', 'zeromf', 200, 'no forwarding is needed at its goal'),
  message('3.3.12', 'cparam01', 401, 'an unknown parameter of Contact'),
  message('3.3.13', 'cparam02', 401, 'an unknown parameter of the URI'),
  message('3.3.14', 'regescrt', 401, 'a URI with headers, in brackets'),
  message('3.3.15', 'sdp01', policy, 'nothing we could offer is accepted; refused by policy before'),
  message('3.4.1', 'inv2543', policy, 'of before RFC 3261: neither branch nor tag nor Max-Forwards'),
];
