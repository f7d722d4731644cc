const pending = /^SIP\/2\.0 491 [^\r\n]*/;

/** The response that JsSIP sees instead of a 491. */
const shown = { status: 500, reason: 'Request Pending' } as const;

/**
 * Hides a 491 to an INVITE from JsSIP. Other messages stay unchanged.
 *
 * JsSIP would repeat the same offer a second later, although both sides have agreed on the other side's offer
 * meanwhile.
 */
export function answer491Once(message: string): string {
  if (!pending.test(message) || !/^cseq\s*:\s*\d+\s+INVITE\s*$/im.test(message)) return message;
  return message.replace(pending, `SIP/2.0 ${shown.status} ${shown.reason}`);
}

/**
 * Whether a refused re-INVITE crossed one of the other side's (glare).
 *
 * It is a 491 (before or after `answer491Once`), or the 500 that is sent while an earlier one is being answered (RFC
 * 3261, 14.2).
 */
export const isGlare = (status: number): boolean => status === shown.status || status === 491;
