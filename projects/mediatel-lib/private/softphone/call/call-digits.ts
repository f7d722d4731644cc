import type { RTCSession } from 'jssip/lib/RTCSession';
import type { DigitTransport } from 'mediatel-lib/ports';

/** Length of a tone and of the gap after it (ms). */
const tone = 100;
const gap = 70;

/**
 * Sends DTMF as telephone events in the audio (RFC 4733) or as SIP INFO, as configured. `auto` uses telephone events
 * if the offer has them.
 *
 * JsSIP's own RFC 2833 throws without telephone events, so the sender is checked first.
 */
function sendDigits(session: RTCSession, digits: string, transport: DigitTransport): void {
  const tones = digits.toUpperCase().replace(/[^0-9*#A-D]/g, '');
  if (tones === '') return;
  // Not by the sender's track: it has none while the microphone of a reloaded page is being opened.
  const audio = session.connection.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
  const dtmf = transport === 'info' ? null : audio?.sender.dtmf;
  if (dtmf?.canInsertDTMF) dtmf.insertDTMF(dtmf.toneBuffer + tones, tone, gap);
  else if (transport !== 'rtp') session.sendDTMF(tones, { duration: tone, interToneGap: gap });
}

/** The digits of one call. While its connection comes back or is renewed, they wait until they can be sent. */
export class CallDigits {
  #waiting: string | null = null;
  readonly #session: RTCSession;
  readonly #transport: DigitTransport;

  constructor(session: RTCSession, transport: DigitTransport) {
    this.#session = session;
    this.#transport = transport;
  }

  /** From now on digits wait. */
  hold(): void {
    this.#waiting ??= '';
  }

  /** The media path is renewed. Telephone events wait for it. */
  renew(): void {
    if (this.#transport !== 'info') this.hold();
  }

  send(digits: string): void {
    if (this.#waiting === null) sendDigits(this.#session, digits, this.#transport);
    else this.#waiting += digits;
  }

  /** Requests reach the server. Telephone events wait for the media path: without one, they would go as INFO. */
  reachable(): void {
    if (this.#transport === 'info') this.release();
  }

  /** Sends what waited, if anything did. */
  release(): void {
    const digits = this.#waiting;
    this.#waiting = null;
    if (digits) this.send(digits);
  }
}
