/**
 * What a trainer does at an operator's call. `listen`: hears what the recording gets. `whisper`: hears that, and speaks to
 * the operator alone. `customer`: takes the customer's part.
 */
export type EarMode = 'listen' | 'whisper' | 'customer';

/** What an ear reports. */
export interface EarEvents {
  /** The sound is over, and not by `close`: the path is lost, or the sound thread ended. Called once. */
  closed(): void;
}

/** A trainer's leg: one WebRTC connection to their browser. It belongs to an extension, and hears each of its calls. */
export interface Ear {
  /** The server's offer, with all its candidates. It sends and receives; a page without microphone answers `recvonly`. */
  createOffer(): Promise<string>;
  /** Rejects an SDP that can't be used. */
  acceptAnswer(sdp: string): Promise<void>;
  /** Takes effect with the next frame (20 ms), in the middle of a call too. */
  setMode(mode: EarMode): void;
  /** The customer's part goes back to the script. The call goes on. */
  close(): void;
}
