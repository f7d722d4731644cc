import type { PhoneCommand, PhoneCommandFields, PhoneCommandType } from 'mediatel-lib/ports';

/** Reads a field of a command that came from another tab; `undefined` if its type is wrong. */
type Reads<Value> = (value: unknown) => Value | undefined;

const text: Reads<string> = (value) => (typeof value === 'string' ? value : undefined);
const textOrNull: Reads<string | null> = (value) => (value === null ? value : text(value));
const finite: Reads<number> = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const flag: Reads<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const oneOf =
  <Value extends string>(...values: readonly Value[]): Reads<Value> =>
  (value) =>
    values.find((known) => known === value);

/** How each field is read. `SipPhone` and `SipCall` execute the commands. */
const commands: {
  readonly [Name in PhoneCommandType]: {
    readonly [Field in keyof PhoneCommandFields[Name]]: Reads<PhoneCommandFields[Name][Field]>;
  };
} = {
  registerNow: {},
  ringAgain: {},
  reopenMicrophone: {},
  unlockPlayback: {},
  allowNotices: {},
  answer: { callId: text },
  hangUp: { callId: text },
  setMuted: { callId: text, muted: flag },
  sendDigits: { callId: text, digits: text },
  proveAudio: { callId: text },
  chooseDevice: { use: oneOf('microphone', 'speaker', 'ringer'), deviceId: textOrNull },
  setVolume: { use: oneOf('speaker', 'ringer'), volume: finite },
  testSound: { use: oneOf('speaker', 'ringer') },
};

/** Whether the value is a command with the right fields. */
export function isPhoneCommand(value: unknown): value is PhoneCommand {
  if (typeof value !== 'object' || value === null) return false;
  const { type, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || !Object.hasOwn(commands, type)) return false;
  const reads = Object.entries<Reads<unknown>>(commands[type as PhoneCommandType]);
  return reads.every(([name, read]) => read(fields[name]) !== undefined);
}
