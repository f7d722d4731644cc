const DIGITS = '0123456789*#ABCD';

/**
 * Reads DTMF out of RTP telephone-events (RFC 4733): one digit per event, however many packets carry it.
 *
 * All packets of an event share its timestamp, and its end is sent three times over.
 */
export class TelephoneEvents {
  private lastTimestamp: number | undefined;

  /** The digit this packet begins; `undefined` for its further packets and for events that are no digits. */
  read(timestamp: number, payload: Uint8Array): string | undefined {
    if (timestamp === this.lastTimestamp || payload.length < 4) return undefined;
    this.lastTimestamp = timestamp;
    return DIGITS[payload[0] ?? DIGITS.length];
  }
}
