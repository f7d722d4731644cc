import { maskNumber } from 'mediatel-lib/protocol';

/** Six digits and more, however grouped. */
const longNumber = /\+?\d(?:[\s().-]?\d){5,}/g;

/** A text whose phone numbers are hidden but for their last two digits. */
export const maskNumbersIn = (text: string): string => text.replace(longNumber, (number) => maskNumber(number) ?? '');

/**
 * What of a snapshot is the farm's, the operator's or the protocol's own. Whatever is not named here may be of the customer,
 * also a field that a later farm adds: that a list is never complete then costs a detail, not somebody's privacy.
 */
const ownFields: ReadonlySet<string> = new Set([
  ...['state', 'status', 'agentExt', 'agentId', 'agentName', 'host', 'isAvailable', 'isAvaliable', 'lastCallTime'],
  ...['loginAttempt', 'loginErrorID', 'availableCommand', 'avaliableCommand', 'queues', 'pauseList', 'pauseId'],
  ...['pauseAcknowledge', 'predictiveStatus', 'queueId', 'queueName', 'callTraceID', 'callType', 'callStartTime'],
  ...['callWaitDuration', 'maxCallDuration', 'callErrorID', 'mute', 'availableCallCodes', 'awaliableCallCodes'],
  ...['multipleCallCodeAllow', 'crmConnectType', 'serverTime', 'time'],
]);
/** Words of the server in which a number may stand. */
const wordFields: ReadonlySet<string> = new Set(['loginErrorText', 'callErrorText']);
const numberFields: ReadonlySet<string> = new Set(['ani', 'dnis']);

/** Only what it looks like: `2021-03-01` becomes `0000-00-00`, `Іван` `xxxx`. Two characters (`-1`, `35`) tell of nobody. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length <= 2 ? value : value.replace(/\p{Nd}/gu, '0').replace(/[\p{L}\p{M}]/gu, 'x');
  }
  if (typeof value === 'number') return Math.abs(value) < 100 ? value : 0;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskNumbersIn(key), shapeOf(item)]));
}

/** Which page was to be raised stays to be seen; for whom does not. */
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

/** A snapshot as it came, without what is the customer's. */
export function maskSnapshot(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return shapeOf(data);
  return Object.fromEntries(
    Object.entries(data).map((field: [string, unknown]) => {
      const [name, value] = field;
      return ownFields.has(name) ? field : [maskNumbersIn(name), maskField(name, value)];
    }),
  );
}
