import { maskNumber } from 'mediatel-lib/protocol';
import { maskNumbersIn, maskSnapshot } from './mask-snapshot';

/** What of a recording must not be seen in its file. */
export interface Redaction {
  readonly secrets: ReadonlySet<string>;
  readonly maskNumbers: boolean;
}

/** Fields that are somebody's number, however short. */
const numberFields: ReadonlySet<string> = new Set(['phoneNumber', 'callerNumber', 'callerName']);
/** Long digits that are no number, and join one record to another. */
const idFields: ReadonlySet<string> = new Set(['callTraceID', 'callId', 'deviceId', 'callStartTime']);

type Rewrite = (text: string, field: string) => string;

/** A copy whose texts and names of fields are rewritten; `whole` may take a field's value over. */
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

/** Without what is customers'. `data` is what the server sent, whatever that is; everything else has a shape of ours. */
const maskCustomers = (value: unknown): unknown =>
  rewritten(value, '', masked, (name, item) => (name === 'data' ? maskSnapshot(item) : undefined));

function hideSecrets(value: unknown, secrets: ReadonlySet<string>): unknown {
  return rewritten(value, '', (text) => {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, '[redacted]');
    return clean;
  });
}

/** As it stands in JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Plain data as JSON, with secrets taken out of every text, names of fields included, and of customers only the shape left. */
export function redact(value: unknown, { secrets, maskNumbers }: Redaction): string {
  const clean = maskNumbers ? maskCustomers(value) : value;
  const text = JSON.stringify(clean);
  // Nearly never there: to look into each text of each snapshot for it would cost most of the recorder's time.
  for (const secret of secrets) {
    if (text.includes(inJson(secret))) return JSON.stringify(hideSecrets(clean, secrets));
  }
  return text;
}
