import { randomInt } from 'node:crypto';
import { RtpHeader, RtpPacket } from 'werift';
import { FRAME_SAMPLES } from './frame-clock';

/**
 * Numbers outgoing packets: sequence by one, timestamp by a frame's samples, from random beginnings (RFC 3550 §5.1), the
 * marker on the first after a pause (RFC 3551 §4.1).
 */
export class RtpStream {
  #sequenceNumber = randomInt(0x10000);
  #timestamp = randomInt(0x100000000);
  #afterPause = true;

  /** The next packet. The sender sets its SSRC and payload type. */
  packet(payload: Uint8Array): RtpPacket {
    const header = new RtpHeader({
      version: 2,
      marker: this.#afterPause,
      sequenceNumber: this.#sequenceNumber,
      timestamp: this.#timestamp,
    });
    this.#afterPause = false;
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff;
    this.#advance();
    return new RtpPacket(header, Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength));
  }

  /** For a frame that is not sent: time goes on, the numbering does not. */
  skip(): void {
    this.#afterPause = true;
    this.#advance();
  }

  #advance(): void {
    this.#timestamp = (this.#timestamp + FRAME_SAMPLES) >>> 0;
  }
}
