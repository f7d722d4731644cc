/**
 * Why a text was not spoken. `not-installed`: the optional package `espeak-ng` is missing. `empty`: no letter or digit in
 * the text. `too-long`: more than 500 characters. `busy`: too many texts wait. `timed-out`: it took too long. `failed`: the
 * speech program ended, twice. `closed`: the speaker was closed.
 */
export type SpeechFailure = 'not-installed' | 'empty' | 'too-long' | 'busy' | 'timed-out' | 'failed' | 'closed';

/** A text that was not spoken, with a reason for programs and a message for people. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';

  constructor(
    readonly reason: SpeechFailure,
    message: string,
  ) {
    super(message);
  }
}
