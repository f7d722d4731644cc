import type { Microphone } from './microphone';

/** The browser's permission for the microphone; `unknown` if the browser does not report it. */
export type MicrophonePermission = 'granted' | 'denied' | 'prompt' | 'unknown';

/**
 * State of a test sound. `blocked`: the browser plays nothing before a gesture on the page. `failed`: the machine
 * can't play it.
 */
export type SoundTest = 'untested' | 'playing' | 'played' | 'blocked' | 'failed';

/** Whether notifications may be shown. `unsupported`: the browser has none, or the page is not in a secure context. */
export type NoticePermission = 'granted' | 'denied' | 'default' | 'unsupported';

/** What the phone knows of its audio. The readiness check before a shift uses it. */
export interface AudioFacts {
  /** The microphone's permission. */
  readonly permission: MicrophonePermission;
  /** The microphone's state. */
  readonly microphone: Microphone;
  /** Whether the microphone has picked up sound since it was opened; `null` if the browser measures no level. */
  readonly microphoneHeard: boolean | null;
  /**
   * Number of audio outputs in the browser's list; `null` if the browser lists none at all (Firefox before version
   * 116, Safari).
   */
  readonly speakerCount: number | null;
  /** The last test of the speaker. */
  readonly speakerTest: SoundTest;
  /** The last test of the ringer. */
  readonly ringerTest: SoundTest;
  /** Permission for notifications. */
  readonly notices: NoticePermission;
}

/** The value before anything is known. */
export const noAudioFacts: AudioFacts = {
  permission: 'unknown',
  microphone: { status: 'off' },
  microphoneHeard: false,
  speakerCount: null,
  speakerTest: 'untested',
  ringerTest: 'untested',
  notices: 'default',
};
