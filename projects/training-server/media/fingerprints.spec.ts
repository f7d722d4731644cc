import { fingerprintsOf, isFromOtherEndpoint } from './fingerprints';

const sdp = (...lines: string[]): string => ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0', ...lines, ''].join('\r\n');
const one = sdp('a=fingerprint:sha-256 AB:CD');

describe('fingerprints', () => {
  it('are read at any level, in one spelling', () => {
    const session = `v=0\r\na=fingerprint:SHA-1 0a:0b\r\n${sdp('a=fingerprint:sha-256 ab:cd')}`;
    expect([...fingerprintsOf(session)]).toEqual(['sha-1 0A:0B', 'sha-256 AB:CD']);
  });

  it.each([
    ['another certificate', sdp('a=fingerprint:sha-256 AB:CE'), true],
    ['another spelling', sdp('a=fingerprint:SHA-256 ab:cd'), false],
    [
      'one more fingerprint of the same certificate',
      sdp('a=fingerprint:sha-1 01', 'a=fingerprint:sha-256 AB:CD'),
      false,
    ],
    ['no fingerprint', sdp(), false],
  ])('an offer with %s', (_, offer, isOther) => {
    expect(isFromOtherEndpoint(offer, one)).toBe(isOther);
    expect(isFromOtherEndpoint(offer, sdp())).toBe(false);
  });
});
