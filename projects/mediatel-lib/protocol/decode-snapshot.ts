import { type Faults, Refusal, flag, id, numeric, record, text } from './decode-field';
import { callCodes, callHistory, names, pauseReasons } from './decode-list';
import type { Snapshot } from './snapshot';
import { snapshotChanges } from './snapshot-changes';
import { type UnreadField, UnreadFields } from './unread-fields';

/**
 * A decoded snapshot with its unreadable fields (read as “nothing”), or the reason why it can't be decoded.
 *
 * Decoding fails only if `state` is missing or no name, or if the data is no object (then `path` is `''`).
 */
export type DecodeResult =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly unread: readonly UnreadField[] }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/** The value of `callStartTime` for “nothing” (seen). */
const noCallStart = '1999-01-01 01:01:01';

/** Spellings that servers use beside the documented ones (seen). */
const misspelt = ['isAvaliable', 'avaliableCommand', 'awaliableCallCodes'] as const;

const noUnknownFields: Readonly<Record<string, unknown>> = {};

/** Compares values of unknown fields. Their shape is unknown, so objects are compared as JSON. */
const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/**
 * The field names of the last snapshot without unknown fields. A server sends them in a fixed order, so one pass
 * compares them.
 */
let familiar: readonly string[] = [];

function hasOnlyFamiliarFields(raw: Readonly<Record<string, unknown>>): boolean {
  let i = 0;
  for (const name in raw) if (familiar[i++] !== name) return false;
  return true;
}

function unknownFields(
  raw: Readonly<Record<string, unknown>>,
  previous: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  if (hasOnlyFamiliarFields(raw)) return noUnknownFields;
  let found: Record<string, unknown> | null = null;
  for (const name in raw) {
    // A field named `__proto__` would set the prototype of the result.
    if (!knownFields.has(name) && name !== '__proto__') (found ??= {})[name] = raw[name];
  }
  if (found === null) familiar = Object.keys(raw);
  if (found === null) return noUnknownFields;
  if (previous === undefined) return found;
  let same = true;
  for (const name in found) {
    if (sameValue(found[name], previous[name])) found[name] = previous[name];
    else same = false;
  }
  return same && Object.keys(found).length === Object.keys(previous).length ? previous : found;
}

function read(raw: Readonly<Record<string, unknown>>, previous: Snapshot | undefined, faults: Faults): Snapshot {
  const state = raw['state'];
  if (typeof state !== 'string' || state === '') throw new Refusal('state', 'should be the name of a state');
  const callStartTime = text(raw['callStartTime'], 'callStartTime', faults);
  const maxCallDuration = numeric(raw['maxCallDuration'], 'maxCallDuration', faults);
  const callErrorID = id(raw['callErrorID'], '-1', 'callErrorID', faults);
  return {
    state,
    status: text(raw['status'], 'status', faults) ?? '',
    agentExt: text(raw['agentExt'], 'agentExt', faults),
    agentId: id(raw['agentId'], '-1', 'agentId', faults),
    agentName: text(raw['agentName'], 'agentName', faults),
    host: text(raw['host'], 'host', faults),
    isAvailable: flag(raw['isAvailable'] ?? raw['isAvaliable'], 'isAvailable', faults),
    lastCallTime: numeric(raw['lastCallTime'], 'lastCallTime', faults),
    loginAttempt: numeric(raw['loginAttempt'], 'loginAttempt', faults),
    loginErrorID: id(raw['loginErrorID'], '0', 'loginErrorID', faults),
    loginErrorText: text(raw['loginErrorText'], 'loginErrorText', faults),
    availableCommand: names(
      raw['availableCommand'] ?? raw['avaliableCommand'],
      previous?.availableCommand,
      'availableCommand',
      faults,
    ),
    queues: names(raw['queues'], previous?.queues, 'queues', faults),
    pauseList: pauseReasons(raw['pauseList'], previous?.pauseList, 'pauseList', faults),
    pauseId: id(raw['pauseId'], '0', 'pauseId', faults),
    pauseAcknowledge: flag(raw['pauseAcknowledge'], 'pauseAcknowledge', faults),
    predictiveStatus: flag(raw['predictiveStatus'], 'predictiveStatus', faults) ?? false,
    ani: text(raw['ani'], 'ani', faults),
    dnis: text(raw['dnis'], 'dnis', faults),
    queueId: id(raw['queueId'], '-1', 'queueId', faults),
    queueName: text(raw['queueName'], 'queueName', faults),
    callTraceID: id(raw['callTraceID'], '-1', 'callTraceID', faults),
    callCustomerID: id(raw['callCustomerID'], '-1', 'callCustomerID', faults),
    callType: id(raw['callType'], '-1', 'callType', faults),
    callStartTime: callStartTime === noCallStart ? null : callStartTime,
    callWaitDuration: numeric(raw['callWaitDuration'], 'callWaitDuration', faults),
    maxCallDuration: maxCallDuration === 0 ? null : maxCallDuration,
    // Both "-1" and "0" count as “no error” (ours: the documents show errors only).
    callErrorID: callErrorID === '0' ? null : callErrorID,
    callErrorText: text(raw['callErrorText'], 'callErrorText', faults),
    mute: flag(raw['mute'], 'mute', faults) ?? false,
    availableCallCodes: callCodes(
      raw['availableCallCodes'] ?? raw['awaliableCallCodes'],
      previous?.availableCallCodes,
      'availableCallCodes',
      faults,
    ),
    multipleCallCodeAllow: flag(raw['multipleCallCodeAllow'], 'multipleCallCodeAllow', faults) ?? false,
    callHistory: callHistory(raw['callHistory'], previous?.callHistory, 'callHistory', faults),
    crmConnectTarget: text(raw['crmConnectTarget'], 'crmConnectTarget', faults),
    crmConnectType: id(raw['crmConnectType'], '-1', 'crmConnectType', faults),
    webServer: text(raw['webServer'], 'webServer', faults),
    holdQueue: text(raw['holdQueue'], 'holdQueue', faults),
    mcc: text(raw['mcc'], 'mcc', faults),
    serverTime: numeric(raw['serverTime'], 'serverTime', faults),
    time: numeric(raw['time'], 'time', faults),
    unknownFields: unknownFields(raw, previous?.unknownFields),
  };
}

/** A message without a field that can be listed, so that reading it lists the names of `read` alone. */
const emptyMessage = Object.defineProperty({}, 'state', { value: 'STATE_LOGOUT' });

/** Every name of a field on the wire that `read` knows. */
const knownFields: ReadonlySet<string> = new Set([
  ...Object.keys(read(emptyMessage, undefined, new UnreadFields())).filter((name) => name !== 'unknownFields'),
  ...misspelt,
]);

const same = (a: Snapshot, b: Snapshot): boolean => a.serverTime === b.serverTime && snapshotChanges(a, b) === null;

/**
 * Decodes the payload of the Socket.IO event `data`. Never throws.
 *
 * With the `previous` snapshot, unchanged lists and entries keep their references. If no field changed, the result is
 * `previous` itself.
 *
 * It accepts both spellings of field names, numbers as numbers or texts, “nothing” values and absent fields, as
 * documented and seen (docs/protocol.md, section 3). A field of the wrong type counts as nothing, and an unreadable
 * list entry is left out: the operator keeps the rest.
 */
export function decodeSnapshot(data: unknown, previous?: Snapshot | null): DecodeResult {
  // A `Refusal` is thrown from deep inside. Data that is not JSON (a getter, a Proxy) may throw anything.
  try {
    const faults = new UnreadFields();
    const snapshot = read(record(data, ''), previous ?? undefined, faults);
    return { ok: true, snapshot: previous && same(previous, snapshot) ? previous : snapshot, unread: faults.all };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, path: thrown.path, reason: thrown.reason };
    return { ok: false, path: '', reason: `can't be read: ${describe(thrown)}` };
  }
}

/** The message of a thrown value, whose own getters may throw too. */
function describe(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return 'unknown fault';
  }
}
