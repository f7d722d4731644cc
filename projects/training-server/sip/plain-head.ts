/** An IPv6 address that ends in an IPv4 one, with the colon too many that RFC 3261's grammar allows (RFC 5118 §4.10). */
const threeColons = /\[([\da-f]{1,4}(?::[\da-f]{1,4})*)?:::(\d{1,3}(?:\.\d{1,3}){3})\]/gi;

/** A line that goes on in the next one (RFC 3261 §7.3.1): the parser keeps the line breaks, and its answers are cut at them. */
const folding = /\r\n[ \t]+/g;

/** A message whose head is written the plain way: no folded lines, no third colon. The body stays as it came. */
export function withPlainHead(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  return head.replace(folding, ' ').replace(threeColons, '[$1::$2]') + text.slice(head.length);
}
