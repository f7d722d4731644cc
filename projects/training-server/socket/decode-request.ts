import { agentRequestTypes, type AgentRequestType } from 'mediatel-lib/protocol';
import type { ReadRequest } from '../farm/farm';

/** Characters. Far longer than any real field; longer texts are refused at once. */
const longestText = 256;

type Fields = Readonly<Record<string, unknown>>;

/** Reads the event `data` of a client. Never throws. The reason names the field and never repeats its text. */
export function decodeRequest(data: unknown): ReadRequest {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return malformed(false, `data: expected an object, got ${kind(data)}`);
  }
  const fields: Fields = { ...data };
  const type = fields['type'];
  if (typeof type !== 'string') return malformed(false, `data.type: expected a string, got ${kind(type)}`);
  if (!isRequestType(type)) return malformed(false, `data.type: unknown request ${JSON.stringify(type.slice(0, 40))}`);
  switch (type) {
    case 'login':
      return login(fields);
    case 'makeCall':
      return makeCall(fields);
    case 'pause': {
      const id = wholeNumber(fields['id']);
      return id === null
        ? malformed(false, `data.id: expected a pause id, got ${kind(fields['id'])}`)
        : { request: { type, id } };
    }
    case 'resolutionSet': {
      const id = wholeNumber(fields['id']);
      return id === null
        ? malformed(false, `data.id: expected a number, got ${kind(fields['id'])}`)
        : { request: { type, id } };
    }
    default:
      return { request: { type } };
  }
}

function login(fields: Fields): ReadRequest {
  for (const name of ['user', 'password', 'extension']) {
    if (!isText(fields[name]))
      return malformed(true, `data.${name}: expected a short string, got ${kind(fields[name])}`);
  }
  const { user, password, extension } = fields;
  return { request: { type: 'login', user: String(user), password: String(password), extension: String(extension) } };
}

function makeCall({ phoneNumber, queueName }: Fields): ReadRequest {
  if (!isText(phoneNumber))
    return malformed(false, `data.phoneNumber: expected a short string, got ${kind(phoneNumber)}`);
  if (queueName === undefined || queueName === null) return { request: { type: 'makeCall', phoneNumber } };
  if (!isText(queueName)) return malformed(false, `data.queueName: expected a short string, got ${kind(queueName)}`);
  return { request: { type: 'makeCall', phoneNumber, queueName } };
}

const malformed = (isLogin: boolean, reason: string): ReadRequest => ({ malformed: { login: isLogin, reason } });

const isRequestType = (type: string): type is AgentRequestType => agentRequestTypes.some((known) => known === type);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText;

/** Ids come as numbers, or as strings as in the snapshot. */
function wholeNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function kind(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `a string of ${value.length} characters`;
  return Array.isArray(value) ? 'an array' : typeof value;
}
