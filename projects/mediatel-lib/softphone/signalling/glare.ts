const pending = /^SIP\/2\.0 491 [^\r\n]*/;

/** What JsSIP is shown in the place of a 491. */
const shown = { status: 500, reason: 'Request Pending' } as const;

/**
 * A message from the server as JsSIP may see it: without 491 to an INVITE, which JsSIP would answer by repeating the very
 * same offer a second later, though the other side's own offer has been agreed upon meanwhile.
 */
export function answer491Once(message: string): string {
  if (!pending.test(message) || !/^cseq\s*:\s*\d+\s+INVITE\s*$/im.test(message)) return message;
  return message.replace(pending, `SIP/2.0 ${shown.status} ${shown.reason}`);
}

/**
 * Whether a refused re-INVITE met one of the other side's: a 491 by the time JsSIP has seen it, or the 500 that is sent
 * while an earlier one is being answered (RFC 3261, 14.2).
 */
export const isGlare = (status: number): boolean => status === shown.status || status === 491;
