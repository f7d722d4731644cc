import type { AudioUse } from './audio/audio-devices';

/** Reads a field of a command that came from another tab; `undefined` where it is none. */
type Reads<Value> = (value: unknown) => Value | undefined;

const text: Reads<string> = (value) => (typeof value === 'string' ? value : undefined);
const textOrNull: Reads<string | null> = (value) => (value === null ? value : text(value));
const flag: Reads<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const oneOf =
  <Value extends string>(...values: readonly Value[]): Reads<Value> =>
  (value) =>
    values.find((known) => known === value);

/** Every command of the phone and its fields. What the phone does for each: `SipPhone`. */
const commands = {
  /** Registers at once instead of at `retryAt`. */
  registerNow: {},
  /** Asks for the microphone again after a failure. */
  reopenMicrophone: {},
  /** Plays blocked audio; must come from a user's gesture. */
  unlockPlayback: {},
  /** Asks whether notifications may be shown; must come from a user's gesture. */
  allowNotices: {},
  /** Answers the ringing call; a second command for the same call does nothing. */
  answer: { callId: text },
  /** Ends the call at SIP's level (BYE, or a rejection while it rings); nothing once it has ended. */
  hangUp: { callId: text },
  /** Silences the operator in this call, or lets them be heard. Each call starts unmuted. */
  setMuted: { callId: text, muted: flag },
  /** Sends DTMF digits (`0-9*#A-D`) in the call. */
  sendDigits: { callId: text, digits: text },
  /**
   * Proves within 3 s that both sides are heard: the conversation proper begins now, and what was heard before it (ringing, music)
   * proves nothing. A call is watched from its answer on without it.
   */
  proveAudio: { callId: text },
  /** Uses a device from now on, in a standing call too, and remembers it; `null` goes back to the system's default. */
  chooseDevice: { use: oneOf<AudioUse>('microphone', 'speaker', 'ringer'), deviceId: textOrNull },
  /** Plays a second of sound on the chosen device; the outcome is in `audioFacts`. Best from a user's gesture. */
  testSound: { use: oneOf('speaker', 'ringer') },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Reads<unknown>>>>>;

type Commands = typeof commands;
type Fields<Name extends keyof Commands> = {
  readonly [Field in keyof Commands[Name]]: Commands[Name][Field] extends Reads<infer Value> ? Value : never;
};

/** The name of a command of the phone. */
export type PhoneCommandType = keyof Commands;

/** A command of the phone. Plain data, so that any of the operator's tabs can send it to the one that is the phone. */
export type PhoneCommand = { [Name in PhoneCommandType]: { readonly type: Name } & Fields<Name> }[PhoneCommandType];

/** The command of that name, with its fields. */
export type PhoneCommandOf<Name extends PhoneCommandType> = Extract<PhoneCommand, { readonly type: Name }>;

/** What is done for each command. */
export type PhoneCommandHandlers = { readonly [Name in PhoneCommandType]: (command: PhoneCommandOf<Name>) => void };

/** Does what the handlers have for the command. */
export function handlePhoneCommand(handlers: PhoneCommandHandlers, command: PhoneCommand): void {
  (handlers[command.type] as (command: PhoneCommand) => void)(command);
}

/** Whether it is a command of the phone, of the kind and with the fields that the table has. */
export function isPhoneCommand(value: unknown): value is PhoneCommand {
  if (typeof value !== 'object' || value === null) return false;
  const { type, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || !Object.hasOwn(commands, type)) return false;
  const reads = Object.entries<Reads<unknown>>(commands[type as PhoneCommandType]);
  return reads.every(([name, read]) => read(fields[name]) !== undefined);
}
