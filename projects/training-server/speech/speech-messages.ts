/** To the speech program: one line to speak. */
export interface SpeechOrder {
  readonly id: number;
  readonly text: string;
  /** The program's own options: voice, rate, pitch. */
  readonly options: readonly string[];
}

/** From the speech program. `wav`: a WAV file of 16-bit PCM; the length in its header is right. */
export type SpeechReply =
  { readonly id: number; readonly wav: Uint8Array } | { readonly id: number; readonly fault: string };
