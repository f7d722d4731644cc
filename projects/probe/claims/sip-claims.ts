import type { Observations, SipSeen } from '../observe/observations';
import type { SdpFacts } from '../observe/sdp';
import { type Claim, type Finding, differs, held, judged, notSeen } from './claim';

/** A check of what the SIP server showed. */
const ofSip =
  (check: (sip: SipSeen) => Finding) =>
  ({ sip }: Observations): Finding =>
    sip === null ? notSeen('SIP was not probed') : check(sip);

/** A check of the answers to REGISTER. */
const ofRegister = (check: (register: NonNullable<SipSeen['register']>, seen: Observations) => Finding) => {
  return (seen: Observations): Finding =>
    ofSip(({ register }) => (register === null ? notSeen('nothing was registered') : check(register, seen)))(seen);
};

/** A check of the offer in the INVITE of the probe's call. */
const ofOffer =
  (check: (sdp: SdpFacts, seen: Observations) => Finding) =>
  (seen: Observations): Finding => {
    if (!seen.call) return notSeen('no call was asked for');
    if (!seen.call.invite) return notSeen('no INVITE came');
    return seen.call.invite.sdp ? check(seen.call.invite.sdp, seen) : differs('the INVITE has no offer');
  };

/** Claims about the SIP server. Those about the offer need a call. */
export const sipClaims: readonly Claim[] = [
  {
    id: 'sip.websocket',
    sentence: 'The SIP server accepts the WebSocket protocol sip',
    section: 1,
    mark: 'doc',
    check: ofSip(({ isOpen }) => (isOpen ? held() : differs('it does not open'))),
  },
  {
    id: 'sip.options',
    sentence: 'OPTIONS is answered within 5 s: the keep-alive depends on it',
    section: 2,
    mark: 'ours',
    check: ofSip(({ isOpen, options }) => {
      if (!isOpen) return notSeen('no WebSocket');
      return options ? held(`${options.status}`) : differs('no answer');
    }),
  },
  {
    id: 'sip.challenge',
    sentence: 'REGISTER without credentials gets 401 with a digest',
    section: 2,
    mark: 'doc',
    check: ofRegister(({ first, algorithm }) => {
      if (first === null) return differs('no answer');
      return first === 401 && algorithm !== null ? held(algorithm) : differs(`${first}`);
    }),
  },
  {
    id: 'sip.realm',
    sentence: 'The realm of the digest is the given one',
    section: 2,
    mark: 'doc',
    check: ofRegister(({ isRealmRight }) => {
      if (isRealmRight === null) return notSeen('no --realm, or no challenge');
      return isRealmRight ? held() : differs('another realm');
    }),
  },
  {
    id: 'sip.register',
    sentence: 'REGISTER with the SIP account gets 200',
    section: 2,
    mark: 'doc',
    check: ofRegister(({ status }) => (status === 200 ? held() : differs(status === null ? 'no answer' : `${status}`))),
  },
  {
    id: 'sip.expires',
    sentence: 'The registration lasts as long as asked: 300 s',
    section: 2,
    mark: 'doc',
    check: ofRegister(({ status, expiresSeconds }, { given }) => {
      if (status !== 200) return notSeen('not registered');
      return expiresSeconds === given.asksExpiresSeconds
        ? held()
        : differs(expiresSeconds === null ? 'the answer does not say' : `${expiresSeconds} s`);
    }),
  },
  {
    id: 'sip.only-contact',
    sentence: 'The newest registration is the only one: the answer lists one Contact',
    section: 2,
    mark: 'ours',
    check: ofRegister(({ status, contacts }) => {
      if (status !== 200) return notSeen('not registered');
      return contacts === 1 ? held() : differs(`${contacts} Contacts`);
    }),
  },
  {
    id: 'sip.audio-only',
    sentence: 'The offer has one medium: audio',
    section: 2,
    mark: 'doc',
    check: ofOffer(({ media }) => (media.join() === 'audio' ? held() : differs(media.join(', ')))),
  },
  {
    id: 'sip.codecs',
    sentence: 'G.711 (a-law or µ-law) is offered',
    section: 2,
    mark: 'doc',
    check: ofOffer(({ codecs }) =>
      codecs.some((codec) => /^PCM[UA]\/8000$/i.test(codec)) ? held(codecs.join(', ')) : differs(codecs.join(', ')),
    ),
  },
  {
    id: 'sip.telephone-event',
    sentence: 'telephone-event is offered, for digits',
    section: 7,
    mark: 'seen',
    check: ofOffer(({ codecs }) =>
      codecs.some((codec) => /^telephone-event\//i.test(codec)) ? held() : differs('it is not'),
    ),
  },
  {
    id: 'sip.dtls',
    sentence: 'Audio is encrypted by DTLS-SRTP',
    section: 1,
    mark: 'doc',
    check: ofOffer(({ profile, hasFingerprint }) =>
      judged([
        ...(/TLS\/RTP\/SAVPF$/.test(profile) ? [] : [`the profile ${profile}`]),
        ...(hasFingerprint ? [] : ['no fingerprint']),
      ]),
    ),
  },
  {
    id: 'sip.ice',
    sentence: 'The offer has ICE with candidates, and rtcp-mux',
    section: 1,
    mark: 'doc',
    check: ofOffer(({ hasIce, candidates, hasRtcpMux }) =>
      judged(
        [
          ...(hasIce ? [] : ['no ICE']),
          ...(candidates.length > 0 ? [] : ['no candidates']),
          ...(hasRtcpMux ? [] : ['no rtcp-mux']),
        ],
        [...new Set(candidates)].join(', '),
      ),
    ),
  },
  {
    id: 'sip.public-candidates',
    sentence: 'A public server offers no private addresses: Chrome would ask for Local Network Access',
    section: 1,
    mark: 'ours',
    check: ofOffer(({ hasPrivateCandidate }, { tls }) => {
      if (!hasPrivateCandidate) return held();
      return tls?.isLocal ? notSeen('the server itself is local') : differs('a private address is offered');
    }),
  },
  {
    id: 'sip.session-timer',
    sentence: 'The server refreshes sessions itself, by re-INVITE',
    section: 9,
    mark: 'ours',
    check: ({ call }) => {
      if (!call?.invite) return notSeen('no INVITE came');
      const timers = [call.invite.sessionExpires, ...call.refreshes.map(({ sessionExpires }) => sessionExpires)];
      if (timers.every((timer) => timer === null)) return notSeen('no session timer in this call');
      // The server sends the request, so it is the “uac”.
      return timers.some((timer) => timer !== null && /refresher=uas/i.test(timer))
        ? differs('it asks the client for it (refresher=uas)')
        : held();
    },
  },
  {
    id: 'sip.audio-path',
    sentence: 'The audio path comes up within 8 s of the answer',
    section: 4,
    mark: 'ours',
    check: ({ call }) => {
      if (!call?.invite) return notSeen('no INVITE came');
      if (call.path === null) return notSeen('the call ended before');
      return call.path === 'connected' ? held() : differs(call.path);
    },
  },
];
