const DIGITS = '0123456789*#ABCD';

/**
 * Reads DTMF from RTP telephone-events (RFC 4733): one digit per event, however many packets it has.
 *
 * All packets of an event share its timestamp, and its end is sent three times.
 */
export class TelephoneEvents {
  #lastTimestamp: number | undefined;

  /**
   * The digit that this packet begins; `undefined` for the event's further packets and for events that are not digits.
   */
  read(timestamp: number, payload: Uint8Array): string | undefined {
    if (timestamp === this.#lastTimestamp || payload.length < 4) return undefined;
    this.#lastTimestamp = timestamp;
    return DIGITS[payload[0] ?? DIGITS.length];
  }
}
