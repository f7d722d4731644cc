import type {
  AudioDevices,
  AudioFacts,
  CallQuality,
  ConnectionMessage,
  ConnectionState,
  PhoneCommand,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import { isPhoneCommand } from './is-phone-command';

/** Raised whenever a message changes its meaning. Tabs of different versions only know that the other is there. */
export const tabVersion = 5;

/** Whether the leader took a command. The store reads the refusal and the receipt. */
export type CommandAnswer =
  | { readonly status: 'taken'; readonly receipt?: unknown }
  | { readonly status: 'refused'; readonly refusal: unknown; readonly receipt?: unknown }
  /** It came too late, or the leader has just released the phone. */
  | { readonly status: 'not-reached' };

/** The phone's state besides its events. */
export interface PhoneFacts {
  readonly devices: AudioDevices;
  readonly quality: CallQuality | null;
  readonly facts: AudioFacts;
}

/** Everything that a tab needs to show the leader's state. */
export interface PhonePicture {
  readonly connection: ConnectionState;
  /** The last message of each type. */
  readonly messages: readonly ConnectionMessage[];
  readonly events: readonly SoftphoneEvent[];
  readonly facts: PhoneFacts;
}

/** Messages between the tabs of one operator. They contain no password, and only data that can be cloned. */
export type TabMessage =
  /** Asks whether there is a leader. The leader answers with `here`. */
  | { readonly type: 'ask' }
  | { readonly type: 'here' }
  /** From a tab that shows nothing yet. The leader answers with `picture`. */
  | { readonly type: 'look' }
  | { readonly type: 'picture'; readonly picture: PhonePicture }
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'message'; readonly message: ConnectionMessage }
  | { readonly type: 'event'; readonly event: SoftphoneEvent }
  | { readonly type: 'facts'; readonly facts: PhoneFacts }
  /** A command for the leader `to`; no other tab acts on it. `id` counts the sender's commands. */
  | { readonly type: 'command'; readonly to: string; readonly id: number; readonly command: unknown }
  /** The leader takes a command of the tab `to`. It says so before it sends anything. */
  | { readonly type: 'taking'; readonly to: string; readonly id: number }
  | { readonly type: 'answer'; readonly to: string; readonly id: number; readonly answer: CommandAnswer }
  /** A command to the leader's phone. */
  | { readonly type: 'phone'; readonly to: string; readonly command: PhoneCommand }
  | { readonly type: 'retryNow' }
  /** The sender leads. A browser dialog may block its script until its next message. */
  | { readonly type: 'busy' }
  /** The operator wants the phone in the sender's tab; or the sender wants its call back, which is `silent` there. */
  | { readonly type: 'wanted'; readonly silent?: true }
  /** The leader has released the phone for the tab `to`. */
  | { readonly type: 'yielded'; readonly to: string }
  | { readonly type: 'shared'; readonly note: unknown };

/** A message with its sender. All fields except `body` have the same meaning in every version. */
export interface Envelope {
  readonly mediatel: number;
  readonly from: string;
  /** The term in which the sender leads; `null` if it does not lead. */
  readonly term: number | null;
  /** The sender's wall clock (ms). It reveals how long the message took, or waited for a frozen tab. */
  readonly sentAt: number;
  /** The same instant by the sender's monotonic clock. */
  readonly now: number;
  /** The message; `null` if the sender runs another version. */
  readonly body: TabMessage | null;
}

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

const isTyped = (value: unknown): boolean => isRecord(value) && isText(value['type']);

/** Checks a message. The leader's state is checked by type only, since the same version wrote it from its own types. */
const bodies: Readonly<Record<TabMessage['type'], (body: Loose) => boolean>> = {
  ask: () => true,
  here: () => true,
  look: () => true,
  picture: ({ picture }) =>
    isRecord(picture) &&
    isRecord(picture['connection']) &&
    isRecord(picture['facts']) &&
    [picture['messages'], picture['events']].every((list) => Array.isArray(list) && list.every(isTyped)),
  connection: ({ state }) => isRecord(state) && isText(state['status']),
  message: ({ message }) => isTyped(message),
  event: ({ event }) => isTyped(event),
  facts: ({ facts }) => isRecord(facts),
  // The store that executes a command checks its fields.
  command: ({ to, id, command }) => isText(to) && typeof id === 'number' && isRecord(command),
  taking: ({ to, id }) => isText(to) && typeof id === 'number',
  answer: ({ to, id, answer }) => isText(to) && typeof id === 'number' && isRecord(answer) && isText(answer['status']),
  phone: ({ to, command }) => isText(to) && isPhoneCommand(command),
  busy: () => true,
  retryNow: () => true,
  wanted: ({ silent }) => silent === undefined || silent === true,
  yielded: ({ to }) => isText(to),
  shared: () => true,
};

function readBody(value: unknown): TabMessage | null {
  if (!isRecord(value) || !isText(value['type']) || !Object.hasOwn(bodies, value['type'])) return null;
  return bodies[value['type'] as TabMessage['type']](value) ? (value as unknown as TabMessage) : null;
}

/** Reads a message of the channel; `null` if no tab of any version sends it. */
export function readEnvelope(value: unknown): Envelope | null {
  if (!isRecord(value)) return null;
  const { mediatel, from, term, sentAt, now, body } = value;
  if (typeof mediatel !== 'number' || !isText(from) || typeof sentAt !== 'number' || typeof now !== 'number')
    return null;
  const leads = typeof term === 'number' && Number.isFinite(term) ? term : null;
  return { mediatel, from, term: leads, sentAt, now, body: mediatel === tabVersion ? readBody(body) : null };
}
