import type { DoorName, Knock, Observations } from '../observe/observations';
import type { Passport } from '../observe/knock';
import { type Claim, type Finding, differs, held, notSeen } from './claim';

const names: Readonly<Record<DoorName, string>> = {
  agent: 'the agent farm',
  sip: 'the SIP WebSocket',
  recordings: 'the recordings address',
};

const answerAt = (seen: Observations, door: DoorName, { cookie, origin }: Passport): Knock['answer'] | undefined =>
  seen.knocks.find((knock) => knock.door === door && knock.cookie === cookie && knock.origin === origin)?.answer;

/** The answer to the CRM's page, with its cookie if there is one. */
const ownAnswer = (seen: Observations, door: DoorName): Knock['answer'] | undefined =>
  answerAt(seen, door, { cookie: seen.given.hasCookie ? 'own' : 'none', origin: 'own' });

const inWords = (answer: Knock['answer']): string => {
  if ('open' in answer) return 'it opens';
  return 'status' in answer ? `it answers ${answer.status}` : `no answer (${answer.fault})`;
};

/** 403 is expected. */
function refused(seen: Observations, door: DoorName, passport: Passport): Finding {
  const answer = answerAt(seen, door, passport);
  if (!answer) return notSeen('not tried');
  return 'status' in answer && answer.status === 403 ? held() : differs(inWords(answer));
}

function refusal(door: DoorName, name: string, passport: Passport, words: string, mark: Claim['mark']): Claim {
  return {
    id: `access.${door}-${name}`,
    sentence: `${words}, ${names[door]} answers 403`,
    section: door === 'recordings' ? 6 : 2,
    mark,
    check: (seen) => {
      // A door that opens to nobody says nothing about the Origin.
      const opens = ownAnswer(seen, door);
      const isVain = passport.origin === 'foreign' && !(opens && 'open' in opens);
      return isVain ? notSeen('it does not open from the CRM’s origin either') : refused(seen, door, passport);
    },
  };
}

function opening(door: 'agent' | 'sip'): Claim {
  return {
    id: `access.${door}-opens`,
    sentence: `With the cookie, from the CRM's origin, ${names[door]} opens`,
    section: 2,
    mark: 'doc',
    check: (seen) => {
      const answer = ownAnswer(seen, door);
      if (!answer) return notSeen('not tried');
      return 'open' in answer ? held() : differs(inWords(answer));
    },
  };
}

const noCookie = { cookie: 'none', origin: 'own' } as const;
const forged = { cookie: 'forged', origin: 'own' } as const;
const foreign = { cookie: 'own', origin: 'foreign' } as const;

/** Claims about TLS, the cookie and the Origin. */
export const accessClaims: readonly Claim[] = [
  {
    id: 'access.tls',
    sentence: 'Beyond one machine the server has TLS 1.2 or later, and its certificate is trusted',
    section: 2,
    mark: 'ours',
    check: ({ tls }) => {
      if (!tls) return notSeen('no connection');
      if (tls.fault !== null) return differs(`the certificate is not trusted: ${tls.fault}`);
      if (tls.version === null)
        return tls.isLocal
          ? notSeen('no TLS, but the server is local')
          : differs('no TLS: browsers allow no microphone');
      return /^TLSv1\.[23]$/.test(tls.version) ? held(tls.version) : differs(tls.version);
    },
  },
  refusal('agent', 'no-cookie', noCookie, 'Without a cookie', 'doc'),
  refusal('sip', 'no-cookie', noCookie, 'Without a cookie', 'doc'),
  refusal('recordings', 'no-cookie', noCookie, 'Without a cookie', 'doc'),
  refusal('agent', 'forged-cookie', forged, 'With a cookie of another secret', 'doc'),
  refusal('sip', 'forged-cookie', forged, 'With a cookie of another secret', 'doc'),
  opening('agent'),
  opening('sip'),
  refusal('agent', 'foreign-origin', foreign, 'From a page of a foreign origin', 'ours'),
  refusal('sip', 'foreign-origin', foreign, 'From a page of a foreign origin', 'ours'),
];
