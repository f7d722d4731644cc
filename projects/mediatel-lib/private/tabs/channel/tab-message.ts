import {
  isPhoneCommand,
  type AudioDevices,
  type AudioFacts,
  type CallQuality,
  type ConnectionMessage,
  type ConnectionState,
  type PhoneCommand,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';

/** Raised whenever a message changes its meaning: tabs of different versions tell each other only that they are there. */
export const tabVersion = 3;

/** Whether the leader took a command; a refusal is the store's to read. */
export type CommandAnswer =
  | { readonly status: 'taken' }
  | { readonly status: 'refused'; readonly refusal: unknown }
  /** It came too late, or the leader has just let go of the phone. */
  | { readonly status: 'not-reached' };

/** What the phone shows besides its events. */
export interface PhoneFacts {
  readonly devices: AudioDevices;
  readonly quality: CallQuality | null;
  readonly facts: AudioFacts;
}

/** All that a tab needs to show what the leader shows. */
export interface PhonePicture {
  readonly connection: ConnectionState;
  /** The last message of each kind. */
  readonly messages: readonly ConnectionMessage[];
  readonly events: readonly SoftphoneEvent[];
  readonly facts: PhoneFacts;
}

/** What tabs of one operator say to each other. Neither a password nor anything that can't be cloned is in it. */
export type TabMessage =
  /** Is there a leader? Answered by `here`. */
  | { readonly type: 'ask' }
  | { readonly type: 'here' }
  /** A tab that shows nothing yet; answered by `picture`. */
  | { readonly type: 'look' }
  | { readonly type: 'picture'; readonly picture: PhonePicture }
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'message'; readonly message: ConnectionMessage }
  | { readonly type: 'event'; readonly event: SoftphoneEvent }
  | { readonly type: 'facts'; readonly facts: PhoneFacts }
  /** A command for the leader `to`; nobody else acts on it. `id` counts the sender's commands. */
  | { readonly type: 'command'; readonly to: string; readonly id: number; readonly command: unknown }
  | { readonly type: 'answer'; readonly to: string; readonly id: number; readonly answer: CommandAnswer }
  /** What the leader's phone is to do. */
  | { readonly type: 'phone'; readonly to: string; readonly command: PhoneCommand }
  | { readonly type: 'retryNow' }
  /** The sender leads, and a dialog of the browser may stop its script until it is heard of again. */
  | { readonly type: 'busy' }
  /** The operator wants the phone in the sender's tab. */
  | { readonly type: 'wanted' }
  /** The phone is let go of, for that tab to take. */
  | { readonly type: 'yielded'; readonly to: string }
  | { readonly type: 'shared'; readonly note: unknown };

/** A message with its sender. All but `body` means the same in every version. */
export interface Envelope {
  readonly mediatel: number;
  readonly from: string;
  /** The sender leads, in this term; `null` where it does not. */
  readonly term: number | null;
  /** The sender's wall clock (ms): how long the message was on its way, or lay before a frozen tab. */
  readonly sentAt: number;
  /** The same instant by the sender's monotonic clock. */
  readonly now: number;
  /** `null` where another version sent it. */
  readonly body: TabMessage | null;
}

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

const isTyped = (value: unknown): boolean => isRecord(value) && isText(value['type']);

/** What the leader shows is looked at for its kind only: the same version wrote it from its own types. */
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
  // What a command holds is checked by the store that carries it out.
  command: ({ to, id, command }) => isText(to) && typeof id === 'number' && isRecord(command),
  answer: ({ to, id, answer }) => isText(to) && typeof id === 'number' && isRecord(answer) && isText(answer['status']),
  phone: ({ to, command }) => isText(to) && isPhoneCommand(command),
  busy: () => true,
  retryNow: () => true,
  wanted: () => true,
  yielded: ({ to }) => isText(to),
  shared: () => true,
};

function readBody(value: unknown): TabMessage | null {
  if (!isRecord(value) || !isText(value['type']) || !Object.hasOwn(bodies, value['type'])) return null;
  return bodies[value['type'] as TabMessage['type']](value) ? (value as unknown as TabMessage) : null;
}

/** Reads what came over the channel; `null` for what no tab of any version sends. */
export function readEnvelope(value: unknown): Envelope | null {
  if (!isRecord(value)) return null;
  const { mediatel, from, term, sentAt, now, body } = value;
  if (typeof mediatel !== 'number' || !isText(from) || typeof sentAt !== 'number' || typeof now !== 'number')
    return null;
  const leads = typeof term === 'number' && Number.isFinite(term) ? term : null;
  return { mediatel, from, term: leads, sentAt, now, body: mediatel === tabVersion ? readBody(body) : null };
}
