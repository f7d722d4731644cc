import type { RTCPeerConnection } from 'werift';

/** Less than any path's packet (RFC 8261, 5; as browsers cut their handshakes). */
const mostBytes = 1200;

/** A connection of ICE, as far as it sends. */
export interface Sends {
  send(data: Buffer): Promise<void>;
}

/** Sends each flight of the DTLS handshake in as few datagrams as hold it. */
export function sendFlightsWhole(connection: RTCPeerConnection): void {
  for (const { dtlsTransport } of connection.getSenders()) joinRecords(dtlsTransport.iceTransport.connection);
}

/**
 * Joins the DTLS records that are sent in one go; everything else goes out at once.
 *
 * werift sends each message of a flight in a datagram of its own, and repeats a lost flight under the old record numbers.
 * A server that reads one socket in several threads, as rtpengine does, may take them in another order. It then drops
 * ChangeCipherSpec, and each repetition of it as a replay (RFC 6347, 4.1.2.6): the handshake never ends.
 */
export function joinRecords(connection: Sends): void {
  const send = connection.send.bind(connection);
  const waiting: Buffer[] = [];
  let sending: Promise<void> | null = null;
  const flush = async (): Promise<void> => {
    sending = null;
    await Promise.all(packed(waiting.splice(0)).map(send));
  };
  connection.send = (data) => {
    if (!isDtls(data)) return send(data);
    waiting.push(data);
    return (sending ??= Promise.resolve().then(flush));
  };
}

/** Records in their order, as many in a datagram as it holds; one that is longer has a datagram of its own. */
function packed(records: readonly Buffer[]): Buffer[] {
  const datagrams: Buffer[][] = [];
  let size = mostBytes;
  for (const record of records) {
    size += record.length;
    if (size > mostBytes) {
      datagrams.push([]);
      size = record.length;
    }
    datagrams.at(-1)!.push(record);
  }
  return datagrams.map((each) => Buffer.concat(each));
}

/** RFC 7983, 7. */
const isDtls = (data: Buffer): boolean => data[0]! >= 20 && data[0]! <= 63;
