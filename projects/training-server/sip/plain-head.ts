/**
 * An IPv6 address that ends in an IPv4 address, with the extra colon that RFC 3261's grammar allows (RFC 5118 §4.10).
 */
const threeColons = /\[([\da-f]{1,4}(?::[\da-f]{1,4})*)?:::(\d{1,3}(?:\.\d{1,3}){3})\]/gi;

/**
 * A header that continues in the next line (RFC 3261 §7.3.1). The parser keeps the line breaks, and its responses are
 * cut there.
 */
const folding = /\r\n[ \t]+/g;

/** The message with a normalised head: no folded lines, no third colon. The body is unchanged. */
export function withPlainHead(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  return head.replace(folding, ' ').replace(threeColons, '[$1::$2]') + text.slice(head.length);
}
