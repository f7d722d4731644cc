import type { ProbeOptions } from '../probe-options';
import { farmPath } from './farm-line';
import { headersOf } from './headers';
import { knockHttp, knockSocket, type Passport } from './knock';
import type { DoorName, Knock } from './observations';

/** The documented path of the recordings. */
export const recordingPath = '/records/mediatel-record';

const passports: readonly Passport[] = [
  { cookie: 'none', origin: 'own' },
  { cookie: 'forged', origin: 'own' },
  { cookie: 'own', origin: 'own' },
  { cookie: 'own', origin: 'foreign' },
];

type Door = readonly [DoorName, (headers: Record<string, string>) => Promise<Knock['answer']>];

/** Knocks at every door with every passport. Nothing is said after a door opened. */
export async function knockAll(options: ProbeOptions): Promise<readonly Knock[]> {
  const farm = new URL(`${options.url.replace(/^http/, 'ws')}${farmPath}/?EIO=4&transport=websocket`).href;
  const { sip } = options;
  const doors: Door[] = [
    ['agent', (headers) => knockSocket(farm, [], headers)],
    ['recordings', (headers) => knockHttp(`${options.recordings}${recordingPath}?calltraceID=0`, headers)],
  ];
  if (sip !== null) doors.push(['sip', (headers) => knockSocket(sip, ['sip'], headers)]);
  const found: Knock[] = [];
  for (const [door, ask] of doors) {
    for (const passport of passports) {
      // Without a cookie it is the first passport again.
      if (passport.cookie === 'own' && options.cookie === null && passport.origin === 'own') continue;
      found.push({ door, ...passport, answer: await ask(headersOf(options, passport)) });
    }
  }
  return found;
}
