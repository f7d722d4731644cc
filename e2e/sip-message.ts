/** A received SIP message, parsed as far as the tests need. */
export interface SipMessage {
  readonly first: string;
  /** The status of a response; `null` for a request. */
  readonly status: number | null;
  /** The request's method, or that of the request that a response answers. */
  readonly method: string;
  readonly body: string;
  header(name: string): string;
  headers(name: string): string[];
}

export function readSipMessage(text: string): SipMessage {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = (name: string): string[] =>
    lines
      .filter((line) => line.slice(0, line.indexOf(':')).trim().toLowerCase() === name.toLowerCase())
      .map((line) => line.slice(line.indexOf(':') + 1).trim());
  const header = (name: string): string => headers(name)[0] ?? '';
  const status = /^SIP\/2\.0 (\d+)/.exec(first)?.[1];
  return {
    first,
    status: status === undefined ? null : Number(status),
    method: header('CSeq').split(' ')[1] ?? '',
    body: text.slice(end + 4),
    header,
    headers,
  };
}

export function writeSipMessage(first: string, headers: readonly string[], body = ''): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return [first, ...headers, ...(body === '' ? [] : ['Content-Type: application/sdp']), length, '', body].join('\r\n');
}

/** A response to a request, with the headers that a response repeats (RFC 3261, 8.2.6.2). */
export function answerTo(
  request: SipMessage,
  status: number,
  reason: string,
  extra: readonly string[] = [],
  body = '',
): string {
  const to = request.header('To');
  const headers = [
    ...request.headers('Via').map((via) => `Via: ${via}`),
    `From: ${request.header('From')}`,
    `To: ${to.includes('tag=') ? to : `${to};tag=peer`}`,
    `Call-ID: ${request.header('Call-ID')}`,
    `CSeq: ${request.header('CSeq')}`,
    ...extra,
  ];
  return writeSipMessage(`SIP/2.0 ${status} ${reason}`, headers, body);
}
