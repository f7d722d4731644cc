import { createSocket, type Socket } from 'node:dgram';

export type RelayDirection = 'up' | 'down';

/** RTP and RTCP begin with these values; STUN and DTLS with smaller ones (RFC 7983, 7). */
const isAudio = (packet: Buffer): boolean =>
  packet.length > 0 && packet.readUInt8(0) >= 128 && packet.readUInt8(0) < 192;

/**
 * Sockets towards the server that are kept ready, because SIP messages are rewritten synchronously: a few candidates
 * for each of many restarts.
 */
const spareDoors = 60;

const hostCandidate = /^(a=candidate:\S+ \d+ udp \d+) (\d+\.\d+\.\d+\.\d+) (\d+) (typ host.*)$/i;

interface Door {
  readonly socket: Socket;
  readonly port: number;
}

/**
 * The network between the browser's audio and the server's: it passes or drops every packet.
 *
 * `toBrowser` and `toServer` rewrite the SIP messages in between, so that neither side knows another path.
 */
export class UdpRelay {
  blocked = false;
  /** `performance.now()` of the last audio packet that passed. */
  readonly lastAudio: Record<RelayDirection, number> = { up: 0, down: 0 };
  #front: Door | null = null;
  #serverPort = 0;
  readonly #spare: Door[] = [];
  /** By the browser's address: the socket whose address the server knows. */
  readonly #doors = new Map<string, Door>();

  /** Changes the network: the addresses that both sides know of each other no longer work. */
  async move(): Promise<void> {
    this.close();
    this.#front = await openDoor();
    this.#front.socket.on('message', (packet, { address, port }) => {
      if (this.blocked) return;
      if (isAudio(packet)) this.lastAudio.up = performance.now();
      this.#doorOf(address, port).socket.send(packet, this.#serverPort, '127.0.0.1');
    });
    for (let count = 0; count < spareDoors; count += 1) this.#spare.push(await openDoor());
  }

  close(): void {
    for (const { socket } of [...this.#spare, ...this.#doors.values()]) socket.close();
    this.#front?.socket.close();
    this.#front = null;
    this.#spare.length = 0;
    this.#doors.clear();
  }

  /** Server to browser: replaces the server's candidate by ours. */
  toBrowser(sip: string): string {
    return rewritten(sip, (line) => {
      const [, candidate, , port, type] = hostCandidate.exec(line) ?? [];
      if (candidate === undefined) return null;
      this.#serverPort = Number(port);
      return `${candidate} 127.0.0.1 ${this.#front?.port ?? 9} ${type}`;
    });
  }

  /** Browser to server: replaces each of the browser's candidates by one of ours. */
  toServer(sip: string): string {
    return rewritten(sip, (line) => {
      const [, candidate, address = '', port, type] = hostCandidate.exec(line) ?? [];
      return candidate === undefined
        ? null
        : `${candidate} 127.0.0.1 ${this.#doorOf(address, Number(port)).port} ${type}`;
    });
  }

  #doorOf(address: string, port: number): Door {
    const name = `${address}:${port}`;
    const known = this.#doors.get(name);
    if (known) return known;
    const door = this.#spare.pop();
    if (!door) throw new Error('no port is left towards the server');
    door.socket.on('message', (packet) => {
      if (this.blocked) return;
      if (isAudio(packet)) this.lastAudio.down = performance.now();
      this.#front?.socket.send(packet, port, address);
    });
    this.#doors.set(name, door);
    return door;
  }
}

async function openDoor(): Promise<Door> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { socket, port: socket.address().port };
}

/** Changes the candidates in a message's SDP; `null` removes one. */
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
