import { isKnownState } from 'mediatel-lib/protocol';
import { callOrder } from '../observe/call-order';
import {
  type FieldName,
  documentedStatus,
  fieldNames,
  formOf,
  nothingLoggedOut,
  sameValue,
  seenForms,
} from '../claims/snapshot-fields';
import { renewalFault } from '../claims/renewal-claims';
import { type ReadSnapshot, readSnapshots } from '../claims/read-snapshots';
import type { Observations } from '../observe/observations';
import type { Dialect, FieldDialect } from '../../server-kit';

/** Fields that documents call optional. */
const optional: ReadonlySet<FieldName> = new Set(['holdQueue', 'mcc']);
/** What the training server does by itself. */
const documentedPingMs = 10_000;
/** A faster answer is not worth imitating (ms). */
const leastAnswerMs = 100;

/** How the server differs from the documents, for the training server to speak. `snapshots` are redacted. */
export function dialectOf(seen: Observations, snapshots: readonly unknown[]): Dialect {
  const read = readSnapshots(seen);
  return given<Dialect>({
    fields: entries(fieldNames.map((name) => [name, fieldDialect(name, read)])),
    extra: extraFields(read, snapshots),
    statuses: statusesOf(read),
    ...callOrder(seen),
    timing: timingOf(seen),
    sip: given({
      expiresSeconds: seen.sip?.register?.expiresSeconds ?? undefined,
      ...sessionRefresh(seen),
      resumption: resumptionOf(seen),
    }),
  });
}

function fieldDialect(name: FieldName, read: readonly ReadSnapshot[]): FieldDialect | undefined {
  const used = [...new Set(read.flatMap(({ wireNames }) => wireNames.get(name) ?? []))];
  const values = read.flatMap(({ byName }) => (byName.has(name) ? [byName.get(name)] : []));
  const forms = new Set(values.map(formOf).filter((found) => found !== null));
  const [form] = forms;
  return given<FieldDialect>({
    as: used.length === 0 || (used.length === 1 && used[0] === name) ? undefined : used,
    form: form === undefined || form === 'list' || forms.size > 1 || form === seenForms[name] ? undefined : form,
    nothing: nothingOf(name, read),
    absentIn: absentIn(name, read),
  });
}

/** The value for “nothing”, if it is another than documented. Only of a short one: a longer value may say something. */
function nothingOf(name: FieldName, read: readonly ReadSnapshot[]): FieldDialect['nothing'] {
  const documented = nothingLoggedOut[name];
  if (documented === undefined || Array.isArray(documented)) return undefined;
  const found = read.find(({ decoded, byName }) => decoded?.state === 'STATE_LOGOUT' && byName.has(name));
  const value = found?.byName.get(name);
  if (found === undefined || sameValue(value, documented)) return undefined;
  const isShort = value === null || typeof value === 'boolean' || /^-?\d?$/.test(String(value));
  return isShort && (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    ? (value as string | number | boolean | null)
    : undefined;
}

function absentIn(name: FieldName, read: readonly ReadSnapshot[]): FieldDialect['absentIn'] {
  if (optional.has(name)) return undefined;
  const present = read.filter(({ byName }) => byName.has(name));
  if (present.length === 0 && read.length > 0) return 'every-state';
  const states = (of: readonly ReadSnapshot[]) => new Set(of.flatMap(({ decoded }) => decoded?.state ?? []));
  const there = states(present);
  const missing = [...states(read)].filter((state) => !there.has(state));
  return missing.length > 0 ? missing : undefined;
}

function extraFields(read: readonly ReadSnapshot[], snapshots: readonly unknown[]): Dialect['extra'] {
  const found = new Map<string, unknown>();
  for (const [at, { unknown }] of read.entries()) {
    const redacted = new Map(Object.entries(Object(snapshots[at])));
    for (const name of unknown) if (redacted.has(name) && !found.has(name)) found.set(name, redacted.get(name));
  }
  return found.size > 0 ? (Object.fromEntries(found) as Dialect['extra']) : undefined;
}

function statusesOf(read: readonly ReadSnapshot[]): Dialect['statuses'] {
  const found = read.flatMap(({ decoded }) => {
    if (!decoded || !isKnownState(decoded.state)) return [];
    const documented = documentedStatus[decoded.state];
    return documented === null || documented === decoded.status ? [] : [[decoded.state, decoded.status] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function timingOf({ handshake, steps, call }: Observations): Dialect['timing'] {
  const answers = steps
    .flatMap(({ step, sentAtMs, answer }) =>
      answer && (step === 'login' || step === 'pause' || step === 'pauseEnd') ? [answer.atMs - sentAtMs] : [],
    )
    .toSorted((a, b) => a - b);
  const median = answers[Math.floor(answers.length / 2)] ?? 0;
  const other = (ms: unknown): number | undefined =>
    typeof ms === 'number' && Number.isInteger(ms) && ms >= 100 && ms !== documentedPingMs ? ms : undefined;
  return given({
    answerMs: median >= leastAnswerMs ? median : undefined,
    clericalSeconds: call?.clericalMs == null ? undefined : Math.max(1, Math.round(call.clericalMs / 1000)),
    pingIntervalMs: other(handshake?.pingIntervalMs),
    pingTimeoutMs: other(handshake?.pingTimeoutMs),
  });
}

/** Half of what the server announces: it refreshes at half time (RFC 4028). */
function sessionRefresh({ call }: Observations): NonNullable<Dialect['sip']> {
  const announced = call?.invite?.sessionExpires ?? call?.refreshes[0]?.sessionExpires;
  const seconds = Number.parseInt(announced ?? '', 10);
  return seconds > 0 ? { sessionRefreshSeconds: Math.round(seconds / 2) } : {};
}

/** What a page that takes a call over meets, in the training server's words; `undefined`: it gets the call, or unknown. */
function resumptionOf({ call }: Observations): NonNullable<Dialect['sip']>['resumption'] {
  const [first] = call?.renewals ?? [];
  if (!call || !first) return undefined;
  if (first.status === null) return 'silent';
  if (first.status === 403 || first.status === 481) return `${first.status}`;
  if (first.status !== 200) return '488';
  if (renewalFault(first, call.heard) !== null) return 'dtls-not-renewed';
  return first.isChallenged ? '407' : undefined;
}

/** Without members that say nothing; `undefined` if none is left. */
function given<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, item]) => item !== undefined && !(isPlain(item) && Object.keys(item).length === 0),
    ),
  ) as T;
}

const entries = <V>(pairs: readonly (readonly [string, V | undefined])[]): Record<string, V> =>
  Object.fromEntries(pairs.flatMap(([key, value]) => (value && Object.keys(value).length > 0 ? [[key, value]] : [])));

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
