import { mutated } from './mutations';
import { plain } from './sip-wire';
import { tortureMessages } from './torture-messages';

/** What one hostile operator sends. */
export interface Load {
  readonly path: '/ws' | '/mediatel/socket.io/?EIO=4&transport=websocket';
  readonly sockets: number;
  /** On each socket. */
  readonly perSecond: number;
  /** In total; without it there is no limit. */
  readonly most?: number;
  /** Sent first on each socket. */
  readonly greeting?: readonly string[];
  frames(): readonly string[];
}

const options = (more: readonly string[] = []): string => plain('OPTIONS', 'sip:anyone@training.local', 'f', 1, more);

/** A frame in which every byte costs the parser work. */
const costly = (bytes: number): string => options([`Record-Route: <sip:a>${', <sip:a>'.repeat(bytes / 9)}`]);

/** Generated beforehand, so that the sender's cost does not slow the server. */
const grown = (): readonly string[] => mutated([...tortureMessages.map(({ frame }) => String(frame)), options()], 2000);

export const loads = {
  '4 sockets × 90 OPTIONS/s': { path: '/ws', sockets: 4, perSecond: 90, frames: () => [options()] },
  '10 sockets × 90 OPTIONS/s': { path: '/ws', sockets: 10, perSecond: 90, frames: () => [options()] },
  '120 frames of 60 kB on one socket': {
    path: '/ws',
    sockets: 1,
    perSecond: 1000,
    most: 120,
    frames: () => [costly(60_000)],
  },
  '1,000 costly frames of 7 kB a second on 10 sockets': {
    path: '/ws',
    sockets: 10,
    perSecond: 100,
    frames: () => [costly(7000)],
  },
  '10,000 mutated frames a second on 10 sockets': { path: '/ws', sockets: 10, perSecond: 1000, frames: grown },
  '10 Socket.IO sockets × 90 requests/s': {
    path: '/mediatel/socket.io/?EIO=4&transport=websocket',
    sockets: 10,
    perSecond: 90,
    greeting: ['40'],
    frames: () => ['42["data",{"type":"holdCall"}]'],
  },
  '20 Socket.IO nests of 1.8 MB a second': {
    path: '/mediatel/socket.io/?EIO=4&transport=websocket',
    sockets: 4,
    perSecond: 5,
    greeting: ['40'],
    frames: () => [`42["data",${'['.repeat(900_000)}${']'.repeat(900_000)}]`],
  },
} as const satisfies Record<string, Load>;
