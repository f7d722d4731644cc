/** The fingerprints of the certificates in an SDP, in one spelling (RFC 8122 §5). */
export function fingerprintsOf(sdp: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, algorithm = '', value = ''] of sdp.matchAll(/^a=fingerprint:[ \t]*(\S+)[ \t]+(\S+)/gim)) {
    found.add(`${algorithm.toLowerCase()} ${value.toUpperCase()}`);
  }
  return found;
}

/**
 * Whether an offer comes from another DTLS endpoint than the description before it, such as the page after a reload: it
 * then needs a new DTLS association (RFC 8842 §3.1). `false` if one of them names no fingerprint.
 */
export function isFromOtherEndpoint(offer: string, before: string): boolean {
  const [offered, known] = [fingerprintsOf(offer), fingerprintsOf(before)];
  return offered.size > 0 && known.size > 0 && ![...offered].some((fingerprint) => known.has(fingerprint));
}
