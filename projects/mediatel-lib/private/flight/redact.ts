import { maskNumber } from 'mediatel-lib/protocol';
import { maskNumbersIn, maskSnapshot } from './mask-snapshot';

/** What must not appear in the file of a recording. */
export interface Redaction {
  readonly secrets: ReadonlySet<string>;
  readonly maskNumbers: boolean;
}

/** Fields that contain a person's number or name, however short. */
const numberFields: ReadonlySet<string> = new Set(['phoneNumber', 'callerNumber', 'callerName']);
/** Fields with many digits that are no phone number, and that connect one record to another. */
const idFields: ReadonlySet<string> = new Set(['callTraceID', 'callId', 'deviceId', 'callStartTime']);

type Rewrite = (text: string, field: string) => string;

/** A copy with all texts and field names rewritten. `whole` may replace a field's value completely. */
function rewritten(
  value: unknown,
  field: string,
  rewrite: Rewrite,
  whole?: (name: string, value: unknown) => unknown,
): unknown {
  if (typeof value === 'string') return rewrite(value, field);
  if (Array.isArray(value)) return value.map((item) => rewritten(item, field, rewrite, whole));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      rewrite(name, ''),
      whole?.(name, item) ?? rewritten(item, name, rewrite, whole),
    ]),
  );
}

function masked(text: string, field: string): string {
  if (text === '' || idFields.has(field)) return text;
  return numberFields.has(field) ? (maskNumber(text) ?? '') : maskNumbersIn(text);
}

/** Masks customers' data. `data` is the server's own message of any shape; all else has a shape of ours. */
const maskCustomers = (value: unknown): unknown =>
  rewritten(value, '', masked, (name, item) => (name === 'data' ? maskSnapshot(item) : undefined));

function hideSecrets(value: unknown, secrets: ReadonlySet<string>): unknown {
  return rewritten(value, '', (text) => {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, '[redacted]');
    return clean;
  });
}

/** The text as it appears inside JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * Prints plain data as JSON without secrets, also in field names. If numbers are masked, only the shape of customers'
 * data is left.
 */
export function redact(value: unknown, { secrets, maskNumbers }: Redaction): string {
  const clean = maskNumbers ? maskCustomers(value) : value;
  const text = JSON.stringify(clean);
  // A secret is almost never there. A search through each text of each snapshot would take most of the recorder's time.
  for (const secret of secrets) {
    if (text.includes(inJson(secret))) return JSON.stringify(hideSecrets(clean, secrets));
  }
  return text;
}
