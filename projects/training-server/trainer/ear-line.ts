import type { EarMode } from '../../training-kit';

/** The sound of an ear: the present and each later call of an extension. */
export interface EarLine {
  /** The server's SDP offer. */
  createOffer(): Promise<string>;
  acceptAnswer(sdp: string): Promise<void>;
  close(): void;
}

/** What an ear's sound reports. */
export interface EarLineEvents {
  /** The sound is over, and not by `close`. */
  closed(): void;
}

/** Opens ears at an extension's calls. */
export interface EarLines {
  openEar(extension: string, options: { readonly mode: EarMode }, events: EarLineEvents): EarLine;
}
