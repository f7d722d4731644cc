import { createSocket, type Socket } from 'node:dgram';

export type RelayDirection = 'up' | 'down';

/** RTP and RTCP begin with these; STUN and DTLS with less (RFC 7983, 7). */
const isAudio = (packet: Buffer): boolean =>
  packet.length > 0 && packet.readUInt8(0) >= 128 && packet.readUInt8(0) < 192;

/** Doors towards the server kept ready, since SIP messages are rewritten at once: a few candidates for each of many restarts. */
const spareDoors = 60;

const hostCandidate = /^(a=candidate:\S+ \d+ udp \d+) (\d+\.\d+\.\d+\.\d+) (\d+) (typ host.*)$/i;

interface Door {
  readonly socket: Socket;
  readonly port: number;
}

/**
 * The network between a browser's audio and the server's: every packet of both passes it, or doesn't.
 *
 * The SIP messages on their way are rewritten by `toBrowser` and `toServer`, so that neither side knows of another path.
 */
export class UdpRelay {
  blocked = false;
  /** `performance.now()` of the last audio packet that passed. */
  readonly lastAudio: Record<RelayDirection, number> = { up: 0, down: 0 };
  private front: Door | null = null;
  private serverPort = 0;
  private readonly spare: Door[] = [];
  /** By the browser's address: what the server knows it by. */
  private readonly doors = new Map<string, Door>();

  /** Another network: what both sides knew of each other leads nowhere now. */
  async move(): Promise<void> {
    this.close();
    this.front = await openDoor();
    this.front.socket.on('message', (packet, { address, port }) => {
      if (this.blocked) return;
      if (isAudio(packet)) this.lastAudio.up = performance.now();
      this.doorOf(address, port).socket.send(packet, this.serverPort, '127.0.0.1');
    });
    for (let count = 0; count < spareDoors; count += 1) this.spare.push(await openDoor());
  }

  close(): void {
    for (const { socket } of [...this.spare, ...this.doors.values()]) socket.close();
    this.front?.socket.close();
    this.front = null;
    this.spare.length = 0;
    this.doors.clear();
  }

  /** Server to browser: the server's candidate becomes ours. */
  toBrowser(sip: string): string {
    return rewritten(sip, (line) => {
      const [, candidate, , port, type] = hostCandidate.exec(line) ?? [];
      if (candidate === undefined) return null;
      this.serverPort = Number(port);
      return `${candidate} 127.0.0.1 ${this.front?.port ?? 9} ${type}`;
    });
  }

  /** Browser to server: each of the browser's candidates becomes one of ours. */
  toServer(sip: string): string {
    return rewritten(sip, (line) => {
      const [, candidate, address = '', port, type] = hostCandidate.exec(line) ?? [];
      return candidate === undefined
        ? null
        : `${candidate} 127.0.0.1 ${this.doorOf(address, Number(port)).port} ${type}`;
    });
  }

  private doorOf(address: string, port: number): Door {
    const name = `${address}:${port}`;
    const known = this.doors.get(name);
    if (known) return known;
    const door = this.spare.pop();
    if (!door) throw new Error('no door is left towards the server');
    door.socket.on('message', (packet) => {
      if (this.blocked) return;
      if (isAudio(packet)) this.lastAudio.down = performance.now();
      this.front?.socket.send(packet, port, address);
    });
    this.doors.set(name, door);
    return door;
  }
}

async function openDoor(): Promise<Door> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { socket, port: socket.address().port };
}

/** Changes the candidates of a message's SDP; `null` leaves one out. */
function rewritten(sip: string, change: (candidate: string) => string | null): string {
  const end = sip.indexOf('\r\n\r\n');
  const body = sip.slice(end + 4);
  if (end < 0 || !body.startsWith('v=0')) return sip;
  const lines = body.split('\r\n').map((line) => (line.startsWith('a=candidate:') ? change(line) : line));
  const text = lines.filter((line) => line !== null).join('\r\n');
  const head = sip
    .slice(0, end)
    .replace(/^(?:Content-Length|l)\s*:.*$/im, `Content-Length: ${Buffer.byteLength(text)}`);
  return `${head}\r\n\r\n${text}`;
}
