import { maskNumber } from 'mediatel-lib/protocol';

/** What of a recording must not be seen in its file. */
export interface Redaction {
  readonly secrets: ReadonlySet<string>;
  readonly maskNumbers: boolean;
}

/** Fields that are somebody's number, however short. */
const numberFields: ReadonlySet<string> = new Set(['ani', 'dnis', 'phoneNumber', 'callerNumber', 'callerName']);
/** Long digits that are no number, and join one record to another. */
const idFields: ReadonlySet<string> = new Set(['callTraceID', 'callCustomerID', 'callId', 'deviceId', 'callStartTime']);
/** Nine digits and more, however grouped. */
const longNumber = /\+?\d(?:[\s().-]?\d){8,}/g;

function redactText(text: string, field: string, { secrets, maskNumbers }: Redaction): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replaceAll(secret, '[redacted]');
  if (!maskNumbers || idFields.has(field) || clean === '') return clean;
  if (numberFields.has(field)) return maskNumber(clean) ?? '';
  return clean.replace(longNumber, (number) => maskNumber(number) ?? '');
}

/** A copy of plain data with secrets taken out of every text, names of fields included, and phone numbers masked. */
export function redact(value: unknown, rules: Redaction, field = ''): unknown {
  if (typeof value === 'string') return redactText(value, field, rules);
  if (Array.isArray(value)) return value.map((item) => redact(item, rules, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactText(key, '', rules), redact(item, rules, key)]),
  );
}
