import { agentRequestTypes } from 'mediatel-lib/protocol';
import {
  type FlightEntry,
  type FlightFile,
  flightFormat,
  flightVersion,
  pageEvents,
} from 'mediatel-lib/private/flight';

/** Why a file can't be replayed. `entry`: index of the wrong entry, from 0; `null`: the file's head is wrong. */
export type FlightFault =
  | { readonly reason: 'not-json' }
  | { readonly reason: 'not-a-recording' }
  | { readonly reason: 'other-version'; readonly version: number }
  | { readonly reason: 'damaged'; readonly entry: number | null };

/** A decoded flight recording, or why it can't be decoded. */
export type FlightResult =
  { readonly ok: true; readonly file: FlightFile } | { readonly ok: false; readonly fault: FlightFault };

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
/** Milliseconds since the epoch that a `Date` can hold. */
const isInstant = (value: unknown): boolean => isNumber(value) && !Number.isNaN(new Date(value).getTime());
const oneOf =
  (names: readonly string[]) =>
  (value: unknown): boolean =>
    isText(value) && names.includes(value);

const isConnectionStatus = oneOf(['closed', 'connecting', 'connected', 'unauthorised', 'unreachable', 'kicked']);
const isRegistrationStatus = oneOf(['off', 'connecting', 'registering', 'registered', 'waiting', 'rejected']);
const isMicrophoneStatus = oneOf(['off', 'asking', 'ready', 'failed']);
const isPlaybackStatus = oneOf(['idle', 'playing', 'blocked']);
const hasStatus = (value: unknown, isStatus: (status: unknown) => boolean): boolean =>
  isRecord(value) && isStatus(value['status']);
const ofCall = (event: Loose): boolean => isText(event['callId']) && isNumber(event['at']);

const isMediaFlow = (value: unknown): boolean =>
  isRecord(value) &&
  [value['outgoing'], value['incoming']].every((flow) => isRecord(flow) && isText(flow['audibility']));

const messages: Readonly<Record<string, (message: Loose) => boolean>> = {
  snapshot: ({ receivedAt, connection }) => isNumber(receivedAt) && isNumber(connection),
  agentUnavailable: () => true,
  remoteConnect: ({ host }) => isText(host),
};

const phoneEvents: Readonly<Record<string, (event: Loose) => boolean>> = {
  registrationChanged: ({ registration }) => hasStatus(registration, isRegistrationStatus),
  microphoneChanged: ({ microphone }) => hasStatus(microphone, isMicrophoneStatus),
  playbackChanged: ({ playback }) => hasStatus(playback, isPlaybackStatus),
  invited: ofCall,
  inviteRefused: ofCall,
  answered: ofCall,
  microphoneOpened: ofCall,
  muteChanged: ({ callId, muted }) => isText(callId) && typeof muted === 'boolean',
  deviceChanged: ({ use, device }) => isText(use) && (device === null || isRecord(device)),
  qualityChanged: (event) => ofCall(event) && Array.isArray(event['alarms']) && isNumber(event['mos']),
  audioProved: (event) => ofCall(event) && isMediaFlow(event['proof']),
  ended: ofCall,
};

const typed = (value: unknown, kinds: Readonly<Record<string, (value: Loose) => boolean>>): boolean => {
  if (!isRecord(value) || !isText(value['type']) || !Object.hasOwn(kinds, value['type'])) return false;
  return kinds[value['type']]?.(value) ?? false;
};

/** The fields of each entry that the desk reads. An entry may contain more. */
const entries: Readonly<Record<FlightEntry['type'], (entry: Loose) => boolean>> = {
  opened: ({ user, extension }) => isText(user) && isText(extension),
  closed: () => true,
  connection: ({ state }) => hasStatus(state, isConnectionStatus),
  message: ({ message }) => typed(message, messages),
  request: ({ request, sent }) =>
    isRecord(request) && oneOf(agentRequestTypes)(request['type']) && typeof sent === 'boolean',
  unread: ({ path, reason }) => isText(path) && isText(reason),
  phone: ({ event }) => typed(event, phoneEvents),
  asked: ({ does }) => isText(does),
  audio: ({ facts }) =>
    isRecord(facts) && hasStatus(facts['microphone'], isMicrophoneStatus) && isText(facts['permission']),
  quality: ({ quality }) =>
    quality === null || (isRecord(quality) && isNumber(quality['mos']) && Array.isArray(quality['alarms'])),
  sip: ({ direction, lines }) =>
    (direction === 'sent' || direction === 'received') && Array.isArray(lines) && lines.every(isText),
  page: ({ event }) => oneOf(pageEvents)(event),
};

const isEntry = (value: unknown): boolean => isRecord(value) && isNumber(value['at']) && typed(value, entries);

function isHead({ library, browser, operator, savedAt, numbersMasked }: Loose): boolean {
  const isOperator = operator === null || (isRecord(operator) && entries.opened(operator));
  const isTime = isRecord(savedAt) && isInstant(savedAt['wall']) && isNumber(savedAt['monotonic']);
  return isText(library) && isText(browser) && isOperator && isTime && typeof numbersMasked === 'boolean';
}

const failed = (fault: FlightFault): FlightResult => ({ ok: false, fault });

/** Decodes a file's text. Never throws. */
export function decodeFlight(text: string): FlightResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed({ reason: 'not-json' });
  }
  return readFlight(value);
}

/** Decodes a file's parsed JSON. Never throws. */
export function readFlight(value: unknown): FlightResult {
  if (!isRecord(value) || value['format'] !== flightFormat || !isNumber(value['version'])) {
    return failed({ reason: 'not-a-recording' });
  }
  if (value['version'] !== 1 && value['version'] !== flightVersion)
    return failed({ reason: 'other-version', version: value['version'] });
  const list = value['entries'];
  if (!isHead(value) || !Array.isArray(list)) return failed({ reason: 'damaged', entry: null });
  const wrong = list.findIndex((entry, index) => {
    const before: unknown = list[index - 1];
    return !isEntry(entry) || (isRecord(before) && isRecord(entry) && Number(before['at']) > Number(entry['at']));
  });
  return wrong === -1
    ? { ok: true, file: value as unknown as FlightFile }
    : failed({ reason: 'damaged', entry: wrong });
}
