const COPIED = [
  ['Via', /^(?:via|v)[ \t]*:[ \t]*(.+)$/gim],
  ['From', /^(?:from|f)[ \t]*:[ \t]*(.+)$/gim],
  ['To', /^(?:to|t)[ \t]*:[ \t]*(.+)$/gim],
  ['Call-ID', /^(?:call-id|i)[ \t]*:[ \t]*(.+)$/gim],
  ['CSeq', /^cseq[ \t]*:[ \t]*(.+)$/gim],
] as const;

/** Why a request is refused before it is handled. */
export interface Refusal {
  readonly status: 400 | 416 | 505;
  readonly reason: string;
}

const PHRASES = { 400: 'Bad Request', 416: 'Unsupported URI Scheme', 505: 'Version Not Supported' } as const;

/**
 * The response to a request that the parser refused, made from its raw header lines; `undefined` if none is due.
 *
 * A response needs a message that looks like a request and has all five headers that a response repeats (RFC 3261
 * §8.2.6.2). An ACK never gets one.
 */
export function badRequest(text: string, { status, reason }: Refusal): string | undefined {
  const head = text.split('\r\n\r\n', 1)[0] ?? '';
  const firstLine = head.split('\r\n', 1)[0] ?? '';
  const method = /^(\S+) .*SIP\/\d+\.\d+ *$/.exec(firstLine)?.[1];
  if (!method || method === 'ACK') return undefined;
  const lines: string[] = [];
  for (const [name, pattern] of COPIED) {
    const values = [...head.matchAll(pattern)].map((match) => (match[1] ?? '').trim());
    const kept = name === 'Via' ? values : values.slice(0, 1);
    if (kept.length === 0) return undefined;
    lines.push(...kept.map((value) => `${name}: ${value}`));
  }
  // A Reason-Phrase has no quotation marks or brackets (RFC 3261 §25.1).
  const phrase = reason.replace(/[^\w .,:;'!*()/-]/g, ' ').slice(0, 80);
  return [`SIP/2.0 ${status} ${PHRASES[status]} (${phrase})`, ...lines, 'Content-Length: 0', '', ''].join('\r\n');
}
