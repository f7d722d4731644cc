/** A final response to a REGISTER. */
export interface RegisterResponse {
  readonly status: number;
  readonly reason: string;
  /** The Contact values bound to the extension, as the server sends them. */
  readonly contacts: readonly string[];
  /** The `Expires` header in seconds. A Contact's own parameter has priority. */
  readonly expires: number | null;
}

const statusLine = /^SIP\/2\.0 (\d{3}) ?(.*)$/;

/** Splits a field at commas outside of quotes and angle brackets (RFC 3261, 7.3.1). */
function values(field: string): string[] {
  return (field.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,"<])+/g) ?? []).map((value) => value.trim()).filter(Boolean);
}

/**
 * Reads a SIP message; `null` if it is no final response to a REGISTER.
 *
 * It reads the wire, since JsSIP reports only the first success. JsSIP never reports a 200 without this tab's
 * Contact, with which the server accepted the request and bound nothing.
 */
export function readRegisterResponse(message: string): RegisterResponse | null {
  if (!message.startsWith('SIP/2.0 ')) return null;
  const end = message.indexOf('\r\n\r\n');
  const head = (end < 0 ? message : message.slice(0, end)).replace(/\r\n[ \t]+/g, ' ');
  const [first = '', ...lines] = head.split('\r\n');
  const [, status, reason = ''] = statusLine.exec(first) ?? [];
  if (status === undefined || Number(status) < 200) return null;
  if (!lines.some((line) => /^cseq\s*:\s*\d+\s+REGISTER\s*$/i.test(line))) return null;
  const contacts = lines.flatMap((line) => {
    const [, field] = /^(?:contact|m)\s*:\s*(.*)$/i.exec(line) ?? [];
    return field === undefined ? [] : values(field);
  });
  const expires = lines.map((line) => /^expires\s*:\s*(\d+)\s*$/i.exec(line)?.[1]).find((value) => value !== undefined);
  return { status: Number(status), reason, contacts, expires: expires === undefined ? null : Number(expires) };
}

/** How long a Contact is bound, in seconds; `null` if it does not say. */
export function contactExpires(contact: string): number | null {
  const [, expires] = /;\s*expires\s*=\s*"?(\d+)/i.exec(contact) ?? [];
  return expires === undefined ? null : Number(expires);
}

/** Whether a Contact value is this tab's: by its instance, else by the user part of its address. */
export function isOurContact(contact: string, instance: string, user: string | undefined): boolean {
  if (contact.toLowerCase().includes(`urn:uuid:${instance}`)) return true;
  return user !== undefined && contact.includes(`sip:${user}@`);
}
