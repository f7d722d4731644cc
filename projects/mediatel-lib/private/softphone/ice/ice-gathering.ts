import type { RTCSession } from 'jssip/lib/RTCSession';

/**
 * Whether a candidate is one a server can send to: an IPv4 address over UDP (RFC 8839, 5.1).
 *
 * Names ending in `.local` mean nothing outside of this network, a loopback address nothing outside of this machine, and
 * TCP candidates can't be called. IPv6 alone waits
 * for more, as a server without it might find no pair to begin with. What is found later is not lost: the browser
 * checks it too, and the server learns it from the checks (RFC 8445, 7.3.1.3).
 */
export function isUsableCandidate(candidate: string): boolean {
  const [, , transport = '', , address = ''] = candidate.split(' ');
  return transport.toLowerCase() === 'udp' && /^\d+\.\d+\.\d+\.\d+$/.test(address) && !address.startsWith('127.');
}

/**
 * Ends each gathering of the session at the first usable candidate, at the latest `timeout` milliseconds after its
 * start: a dead STUN server or a VPN would hold an answer back for 10–40 s.
 *
 * JsSIP offers to end early only together with a candidate; without one, an event without a candidate is the end.
 */
export function endGatheringEarly(session: RTCSession, connection: RTCPeerConnection, timeout: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.on('icecandidate', ({ candidate, ready }) => {
    if (isUsableCandidate(candidate.candidate)) ready();
  });
  connection.addEventListener('icegatheringstatechange', () => {
    clearTimeout(timer);
    if (connection.iceGatheringState !== 'gathering') return;
    timer = setTimeout(() => connection.dispatchEvent(new Event('icecandidate')), timeout);
  });
  return () => clearTimeout(timer);
}
