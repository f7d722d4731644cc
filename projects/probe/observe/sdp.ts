import { isPrivateAddress } from './private-address';

/** What an offer of the SIP server contains. */
export interface SdpFacts {
  /** The kinds of media, for example `audio`. */
  readonly media: readonly string[];
  /** The transport of the audio, for example `UDP/TLS/RTP/SAVPF`. */
  readonly profile: string;
  /** The codecs of the audio in the order of preference, for example `PCMU/8000`. */
  readonly codecs: readonly string[];
  readonly hasFingerprint: boolean;
  readonly hasIce: boolean;
  readonly hasRtcpMux: boolean;
  /** Kinds of candidates: `host`, `srflx`, `relay`. */
  readonly candidates: readonly string[];
  /** Whether a candidate has an address of a private network or of this machine. */
  readonly hasPrivateCandidate: boolean;
}

/** What belongs to one connection and no other, to compare two of them. Never written. */
export const sdpSecrets = (sdp: string): { readonly fingerprint: string; readonly ice: string } => ({
  fingerprint: /^a=fingerprint:\s*(.*?)\s*$/im.exec(sdp)?.[1]?.toUpperCase() ?? '',
  ice: ['ufrag', 'pwd'].map((part) => new RegExp(`^a=ice-${part}:(\\S+)`, 'm').exec(sdp)?.[1] ?? '').join(' '),
});

const staticCodecs: Readonly<Record<string, string>> = { '0': 'PCMU/8000', '8': 'PCMA/8000', '9': 'G722/8000' };

/** Reads an SDP. */
export function sdpFacts(sdp: string): SdpFacts {
  const lines = sdp.split(/\r?\n/);
  const ofMedia = lines.flatMap((line) => /^m=(\S+) \d+ (\S+) (.*)$/.exec(line) ?? []);
  const [, , profile = '', types = ''] = /^m=(audio) \d+ (\S+) (.*)$/m.exec(sdp) ?? ofMedia;
  const named = new Map(
    lines.flatMap((line) => {
      const [, type, codec] = /^a=rtpmap:(\d+) (\S+)/.exec(line) ?? [];
      return type !== undefined && codec !== undefined ? [[type, codec.replace(/\/1$/, '')] as const] : [];
    }),
  );
  const candidates = lines.flatMap((line) => {
    const [, address, type] = /^a=candidate:\S+ \d+ \S+ \d+ (\S+) \d+ typ (\S+)/.exec(line) ?? [];
    return address !== undefined && type !== undefined ? [{ address, type }] : [];
  });
  return {
    media: lines.flatMap((line) => /^m=(\S+)/.exec(line)?.[1] ?? []),
    profile,
    codecs: types
      .trim()
      .split(/\s+/)
      .map((type) => named.get(type) ?? staticCodecs[type] ?? type),
    hasFingerprint: /^a=fingerprint:/m.test(sdp),
    hasIce: /^a=ice-ufrag:/m.test(sdp),
    hasRtcpMux: /^a=rtcp-mux/m.test(sdp),
    candidates: candidates.map(({ type }) => type),
    hasPrivateCandidate: candidates.some(({ address }) => isPrivateAddress(address)),
  };
}
