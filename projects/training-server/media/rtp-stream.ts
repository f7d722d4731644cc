import { randomInt } from 'node:crypto';
import { RtpHeader, RtpPacket } from 'werift';
import { FRAME_SAMPLES } from './frame-clock';

/** Numbers outgoing packets: sequence by one, timestamp by a frame's samples, from random beginnings (RFC 3550 §5.1). */
export class RtpStream {
  private sequenceNumber = randomInt(0x10000);
  private timestamp = randomInt(0x100000000);
  private first = true;

  /** The next packet; its SSRC and payload type are the sender's to fill in. */
  packet(payload: Uint8Array): RtpPacket {
    const header = new RtpHeader({
      version: 2,
      marker: this.first,
      sequenceNumber: this.sequenceNumber,
      timestamp: this.timestamp,
    });
    this.first = false;
    this.sequenceNumber = (this.sequenceNumber + 1) & 0xffff;
    this.timestamp = (this.timestamp + FRAME_SAMPLES) >>> 0;
    return new RtpPacket(header, Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength));
  }
}
