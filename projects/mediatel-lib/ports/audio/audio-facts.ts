import type { Microphone } from './microphone';

/** What the browser says of the microphone's permission; `unknown` where it does not say. */
export type MicrophonePermission = 'granted' | 'denied' | 'prompt' | 'unknown';

/** A test sound; `blocked` by the browser until the page was touched, `failed` where the machine has no way to play it. */
export type SoundTest = 'untested' | 'playing' | 'played' | 'blocked' | 'failed';

/** May a notification be shown? `unsupported` where the browser has none, or outside of a secure context. */
export type NoticePermission = 'granted' | 'denied' | 'default' | 'unsupported';

/** What the phone knows of its audio, for the check before the shift. */
export interface AudioFacts {
  readonly permission: MicrophonePermission;
  readonly microphone: Microphone;
  /** Something was heard from the microphone since it was opened; `null` where the browser measures no level. */
  readonly microphoneHeard: boolean | null;
  /** Ways to play sound the browser lists; `null` where it lists none at all (Firefox before version 116, Safari). */
  readonly speakerCount: number | null;
  readonly speakerTest: SoundTest;
  readonly ringerTest: SoundTest;
  readonly notices: NoticePermission;
}

/** Before anything is known. */
export const noAudioFacts: AudioFacts = {
  permission: 'unknown',
  microphone: { status: 'off' },
  microphoneHeard: false,
  speakerCount: null,
  speakerTest: 'untested',
  ringerTest: 'untested',
  notices: 'default',
};
