import type { AudioOutputUse, AudioUse } from './audio/audio-devices';

/** Every command to the phone and its fields, besides `type`. `callId` is the SIP Call-ID. */
export interface PhoneCommandFields {
  /** Registers at once instead of at `retryAt`. */
  readonly registerNow: object;
  /** Rings with the call that an earlier page left ringing. It does nothing if there is none. */
  readonly ringAgain: object;
  /** Opens the microphone again after a failure. */
  readonly reopenMicrophone: object;
  /** Plays blocked audio. It must come from a user's gesture. */
  readonly unlockPlayback: object;
  /** Opens the browser's question whether notifications may be shown. It must come from a user's gesture. */
  readonly allowNotices: object;
  /** Answers the ringing call. A second command for the same call does nothing. */
  readonly answer: { readonly callId: string };
  /** Ends the SIP call: by a BYE, or by a rejection while it rings. It does nothing once the call has ended. */
  readonly hangUp: { readonly callId: string };
  /** Mutes or unmutes the operator in this call. Each call starts unmuted. */
  readonly setMuted: { readonly callId: string; readonly muted: boolean };
  /** Sends DTMF digits (`0-9*#A-D`) in the call. */
  readonly sendDigits: { readonly callId: string; readonly digits: string };
  /**
   * Checks again within 3 s that both sides are heard: the conversation begins now, and earlier sounds (ringing, music)
   * prove nothing. A call is checked from its answer on, also without this command.
   */
  readonly proveAudio: { readonly callId: string };
  /** Chooses a device, also for a call in progress, and stores the choice. `null`: the system's default. */
  readonly chooseDevice: { readonly use: AudioUse; readonly deviceId: string | null };
  /**
   * Sets how loud an output is, 0.1 to 1, also for a call in progress, and stores it. Nearest is taken for another number: no
   * call may come in silence.
   */
  readonly setVolume: { readonly use: AudioOutputUse; readonly volume: number };
  /** Plays a second of sound on the chosen device. The result is in `audioFacts`. Best from a user's gesture. */
  readonly testSound: { readonly use: AudioOutputUse };
}

/** The name of a command to the phone. */
export type PhoneCommandType = keyof PhoneCommandFields;

/** The command of that name, with its fields. */
export type PhoneCommandOf<Name extends PhoneCommandType> = {
  [Each in Name]: { readonly type: Each } & PhoneCommandFields[Each];
}[Name];

/** A command to the phone. It is plain data, so any of the operator's tabs can send it to the leading tab. */
export type PhoneCommand = PhoneCommandOf<PhoneCommandType>;

/** The names of the commands to one call: those with a `callId`. */
export type CallCommandType = {
  [Name in PhoneCommandType]: PhoneCommandFields[Name] extends { readonly callId: string } ? Name : never;
}[PhoneCommandType];

/** One handler for each command of these names. */
export type PhoneCommandHandlers<Name extends PhoneCommandType> = {
  readonly [Each in Name]: (command: PhoneCommandOf<Each>) => void;
};
