import type { OperatorRecord, Presence } from 'mediatel-lib/hub-protocol';
import { sceneNow } from '../desk-scene';

const surnames = [
  'Kovalchuk',
  'Bondar',
  'Savchuk',
  'Hryhorenko',
  'Lytvyn',
  'Marchuk',
  'Polishchuk',
  'Kushnir',
  'Romaniuk',
  'Zakharchenko',
  'Fedoriv',
  'Chornyi',
  'Vasylieva',
  'Shulha',
  'Kostenko',
  'Haidamaka',
  'Tymoshchuk-Berezovska',
];
const initials = ['O.', 'T.', 'I.', 'M.', 'S.', 'A.', 'Y.', 'B.', 'H.', 'D.', 'Z.'];
const teams = ['DM_MFO_1', 'DM_Banks', 'IN_Support', 'Q_P_2_Manual'];

/** What an operator is doing, and for how long: seconds. */
interface Moment extends Partial<Presence> {
  readonly seconds: number;
  readonly silentFor?: number;
}

const talk = (i: number, seconds: number, more: Partial<Presence> = {}): Moment => ({
  state: 'STATE_CALL_ACTIVE',
  status: 'in_a_call',
  queue: teams[i % teams.length] ?? null,
  call: {
    traceId: `${1_185_574_000 + i}`,
    kind: i % 3 === 0 ? 'incoming' : 'outgoing',
    start: sceneNow - seconds * 1000,
    number: `06612345${String(i % 100).padStart(2, '0')}`,
  },
  quality: { mos: i % 11 === 5 ? 2.4 : 3.7 + (i % 7) / 10, roundTrip: 40, jitter: 3 },
  seconds,
  ...more,
});

/** What the operator with this number does: every kind of state, in the shares of a working day. */
function momentOf(i: number): Moment {
  const spread = (i * 37) % 97;
  switch (i % 20) {
    case 0:
      return { state: 'STATE_CLERICAL', status: 'clerical', seconds: 400 + spread, queue: 'DM_MFO_1' };
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
      return talk(i, 20 + spread * 3);
    case 8:
      return talk(i, 95, { muted: true });
    case 9:
      return talk(i, 112 + spread, { state: 'STATE_HOLD', status: 'on_hold' });
    case 10:
      return { state: 'STATE_PAUSE', status: 'pause', pause: 'Lunch', seconds: 300 + spread * 4 };
    case 11:
      return { state: 'STATE_PAUSE', status: 'pause', pause: 'Talk with Supervisor', seconds: 1_020 + spread };
    case 12:
      return { state: 'STATE_CLERICAL', status: 'clerical', seconds: 12 + spread, codeChosen: true, queue: 'DM_Banks' };
    case 13:
      return { state: 'STATE_IDLE', status: 'available', seconds: 240, silentFor: i === 13 ? 38 : 900 };
    case 14:
      return { state: 'STATE_IDLE', status: 'available', seconds: 80, microphone: 'failed' };
    case 15:
      return { ...talk(i, 9), state: 'STATE_CALL_DELIVERED', status: 'start_dialing', quality: null };
    case 19:
      return i === 19 ? { state: 'STATE_LOGOUT', status: 'offline', seconds: 600 } : talk(i, 600 + spread);
    default:
      return { state: 'STATE_IDLE', status: 'available', seconds: 15 + spread * 2 };
  }
}

const shortName = (i: number): string => `${surnames[i % surnames.length]} ${initials[(i * 5) % initials.length]}`;

/** A name or a team of 60 characters without a place to break. */
const long = (short: string): string => short.replaceAll(/[^A-Za-z]/g, '').padEnd(60, 'senko');

/** Names that layouts and spreadsheets stumble over, and none at all. */
const odd = (short: string, i: number): string =>
  [
    '',
    `שלומית בן־דוד ${i}.`,
    `محمد عبد الله ${i}.`,
    '👩🏽‍💻🇺🇦🦊',
    `=HYPERLINK("http://x";"${i}")`,
    `${i} ${short}`,
    '\u202Eevil',
    `Ơ̷͎̋l̴e̵n̶a̴ ${short}`,
  ][i % 8] ?? short;

/** Which names made-up operators have: usual ones, of 60 characters without a space, or odd ones. */
export type MadeNames = 'usual' | 'long' | 'odd';

/**
 * Made-up operators in every state, the same at each call. Their times are exact at `sceneNow`.
 *
 * @param names Long ones are also those of the teams.
 */
export function madeOperators(count: number, names: MadeNames = 'usual'): OperatorRecord[] {
  const named = names === 'long' ? long : (short: string): string => short;
  return Array.from({ length: count }, (_, i) => {
    const { seconds, silentFor = 1, ...facts } = momentOf(i);
    const heardAt = sceneNow - silentFor * 1000;
    return {
      id: `operator${i}`,
      name: names === 'odd' ? odd(shortName(i), i) : named(shortName(i)),
      team: named(teams[i % teams.length] ?? ''),
      receivedAt: heardAt,
      confirmedAt: heardAt,
      confidence: silentFor > 10 ? 'unconfirmed' : 'live',
      epoch: 1,
      seq: i,
      presence: {
        operator: `agent${i}`,
        extension: `${1001 + i}`,
        state: 'STATE_IDLE',
        status: 'available',
        since: heardAt - seconds * 1000,
        serverTime: heardAt,
        pause: null,
        queue: null,
        call: null,
        codeChosen: false,
        connected: true,
        registered: 'registered',
        microphone: 'ready',
        muted: false,
        quality: null,
        libraryVersion: '1.0.0',
        ...facts,
      },
    };
  });
}
