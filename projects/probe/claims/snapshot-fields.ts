import { type KnownAgentState, type KnownAgentStatus, type Snapshot, decodeSnapshot } from 'mediatel-lib/protocol';

/** The name of a field that the library knows. */
export type FieldName = Exclude<keyof Snapshot, 'unknownFields'>;

/** The JSON type that a field has in Mediatel's documents. */
export type WireForm = 'text' | 'number' | 'boolean' | 'list';

/** How the documents show each field (docs/protocol.md, section 3). The decoder accepts more. */
export const seenForms: Readonly<Record<FieldName, WireForm>> = {
  state: 'text',
  status: 'text',
  agentExt: 'text',
  agentId: 'text',
  agentName: 'text',
  host: 'text',
  isAvailable: 'boolean',
  lastCallTime: 'number',
  loginAttempt: 'number',
  loginErrorID: 'text',
  loginErrorText: 'text',
  availableCommand: 'list',
  queues: 'list',
  pauseList: 'list',
  pauseId: 'text',
  pauseAcknowledge: 'text',
  predictiveStatus: 'text',
  ani: 'text',
  dnis: 'text',
  queueId: 'text',
  queueName: 'text',
  callTraceID: 'text',
  callCustomerID: 'text',
  callType: 'text',
  callStartTime: 'text',
  callWaitDuration: 'text',
  maxCallDuration: 'text',
  callErrorID: 'text',
  callErrorText: 'text',
  mute: 'number',
  availableCallCodes: 'list',
  multipleCallCodeAllow: 'text',
  callHistory: 'list',
  crmConnectTarget: 'text',
  crmConnectType: 'text',
  webServer: 'text',
  holdQueue: 'text',
  mcc: 'text',
  serverTime: 'number',
  time: 'number',
};

/** The names of all fields that the library knows, in the documented spelling. */
export const fieldNames = Object.keys(seenForms) as readonly FieldName[];

/** Spellings that documents show beside the documented ones. */
const seenMisspellings: ReadonlyMap<string, FieldName> = new Map([
  ['avaliableCommand', 'availableCommand'],
  ['awaliableCallCodes', 'availableCallCodes'],
  ['isAvaliable', 'isAvailable'],
]);

/** Fields in each of the snapshots that the documents show. */
export const alwaysSeen: readonly FieldName[] = [
  ...(['agentExt', 'agentId', 'agentName', 'ani', 'availableCommand', 'availableCallCodes', 'callCustomerID'] as const),
  ...(['callHistory', 'callStartTime', 'callTraceID', 'callType', 'callWaitDuration', 'dnis', 'host'] as const),
  ...(['isAvailable', 'loginAttempt', 'maxCallDuration', 'pauseId', 'pauseList', 'predictiveStatus'] as const),
  ...(['queueId', 'queueName', 'queues', 'serverTime', 'state', 'status', 'time', 'webServer'] as const),
];

/** The status that each state comes with; `null`: the documents do not say. */
export const documentedStatus: Readonly<Record<KnownAgentState, KnownAgentStatus | null>> = {
  STATE_LOGOUT: 'offline',
  STATE_IDLE: 'available',
  STATE_PAUSE: 'pause',
  STATE_MAKECALL_REQUEST: 'start_dialing',
  STATE_MAKECALL_FAILED: 'available',
  STATE_CALL_DELIVERED: 'start_dialing',
  STATE_CALL_ACTIVE: 'in_a_call',
  STATE_HOLD: 'on_hold',
  STATE_HOLD_DIALPAD: 'on_hold',
  STATE_HOLD_MAKECALL_PROGRESS: 'on_hold',
  STATE_HOLD_MAKECALL_FAILED: 'on_hold',
  STATE_CLERICAL: 'clerical',
  STATE_MUTE: null,
  STATE_DIALPAD: null,
  STATE_PREDICTIVE: null,
  STATE_PAUSE_LIST: null,
  STATE_CRT_DETAILS: null,
};

/** The documented name that a name on the wire stands for: itself, a seen misspelling, or one that is nearly it. */
export type WireName =
  | { readonly kind: 'known'; readonly field: FieldName }
  | { readonly kind: 'misspelt'; readonly field: FieldName }
  | { readonly kind: 'unknown' };

/** Whether the decoder reads a name: an unknown one lands in `unknownFields`. */
function isRead(name: string): boolean {
  const result = decodeSnapshot({ [name]: null, state: 'STATE_LOGOUT' });
  return result.ok && !(name in result.snapshot.unknownFields);
}

/** Says which field a name on the wire stands for. `taken`: the fields that the snapshot has by their right names. */
export function wireNameOf(name: string, taken: ReadonlySet<string>): WireName {
  if (isRead(name)) {
    const field = seenMisspellings.get(name) ?? fieldNames.find((known) => known === name);
    if (field !== undefined) return { kind: 'known', field };
  }
  const near = fieldNames
    .filter((field) => !taken.has(field) && isNear(name, field))
    .toSorted((a, b) => distance(name, a) - distance(name, b))[0];
  return near === undefined ? { kind: 'unknown' } : { kind: 'misspelt', field: near };
}

/** Short names are near only if they differ in one letter or in case. */
function isNear(name: string, field: string): boolean {
  if (Math.abs(name.length - field.length) > 3) return false;
  if (name.toLowerCase() === field.toLowerCase()) return true;
  return distance(name.toLowerCase(), field.toLowerCase()) <= (field.length < 6 ? 1 : 2);
}

/** How many letters must be changed, added or left out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The JSON type of a value; `null` for `null` and objects. */
export function formOf(value: unknown): WireForm | null {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' || typeof value === 'boolean' ? (typeof value as 'number' | 'boolean') : null;
}

/** What each field contains when nobody is logged in, as documented. */
export const nothingLoggedOut: Readonly<Record<string, unknown>> = {
  agentExt: '',
  agentId: '-1',
  agentName: '',
  ani: '',
  callCustomerID: '-1',
  callStartTime: '1999-01-01 01:01:01',
  callTraceID: '-1',
  callType: '-1',
  pauseId: '0',
  queueId: '-1',
  queueName: '',
  queues: [''],
  time: null,
  webServer: '',
};

/** Forms may differ: `-1` and `"-1"` are the same nothing. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b) ||
  (formOf(a) !== 'list' && a !== null && b !== null && String(a) === String(b));
