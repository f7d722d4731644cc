import { maskNumber } from 'mediatel-lib/protocol';

/** A number of six or more digits, however grouped. */
const longNumber = /\+?\d(?:[\s().-]?\d){5,}/g;

/** Masks all phone numbers in a text except their last two digits. */
export const maskNumbersIn = (text: string): string => text.replace(longNumber, (number) => maskNumber(number) ?? '');

/**
 * Fields of a snapshot about the farm, the operator or the protocol. Every other field counts as the customer's.
 *
 * A field that a later farm adds is therefore masked. An incomplete list costs a detail, not somebody's privacy.
 */
const ownFields: ReadonlySet<string> = new Set([
  ...['state', 'status', 'agentExt', 'agentId', 'agentName', 'host', 'isAvailable', 'isAvaliable', 'lastCallTime'],
  ...['loginAttempt', 'loginErrorID', 'availableCommand', 'avaliableCommand', 'queues', 'pauseList', 'pauseId'],
  ...['pauseAcknowledge', 'predictiveStatus', 'queueId', 'queueName', 'callTraceID', 'callType', 'callStartTime'],
  ...['callWaitDuration', 'maxCallDuration', 'callErrorID', 'mute', 'availableCallCodes', 'awaliableCallCodes'],
  ...['multipleCallCodeAllow', 'crmConnectType', 'serverTime', 'time'],
]);
/** Texts of the server that may contain a number. */
const wordFields: ReadonlySet<string> = new Set(['loginErrorText', 'callErrorText']);
const numberFields: ReadonlySet<string> = new Set(['ani', 'dnis']);

/**
 * The shape of a value: `2021-03-01` becomes `0000-00-00`, `Іван` becomes `xxxx`. Texts of two characters (`-1`,
 * `35`) identify nobody and stay.
 */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length <= 2 ? value : value.replace(/\p{Nd}/gu, '0').replace(/[\p{L}\p{M}]/gu, 'x');
  }
  if (typeof value === 'number') return Math.abs(value) < 100 ? value : 0;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskNumbersIn(key), shapeOf(item)]));
}

/** Keeps which page was to be opened, and masks for whom. */
function maskAddress(value: unknown): unknown {
  const parts = typeof value === 'string' ? /^(https?:\/\/[^/?#@]*)([^?#]*)(.*)$/su.exec(value) : null;
  if (!parts) return shapeOf(value);
  const [, host, path = '', rest = ''] = parts;
  const query = rest.replace(/=([^&#]*)/gu, (_, text: string) => `=${String(shapeOf(text))}`);
  return `${host}${path.replace(/\p{Nd}/gu, '0')}${query}`;
}

function maskField(name: string, value: unknown): unknown {
  if (wordFields.has(name) && typeof value === 'string') return maskNumbersIn(value);
  if (numberFields.has(name) && (typeof value === 'string' || typeof value === 'number')) {
    return value === '' ? value : maskNumber(String(value));
  }
  return name === 'webServer' ? maskAddress(value) : shapeOf(value);
}

/** A raw snapshot without the customer's data. */
export function maskSnapshot(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return shapeOf(data);
  return Object.fromEntries(
    Object.entries(data).map((field: [string, unknown]) => {
      const [name, value] = field;
      return ownFields.has(name) ? field : [maskNumbersIn(name), maskField(name, value)];
    }),
  );
}
