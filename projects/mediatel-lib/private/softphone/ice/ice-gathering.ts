import type { RTCSession } from 'jssip/lib/RTCSession';

/**
 * Whether a server can send to the candidate: an IPv4 address over UDP (RFC 8839, 5.1).
 *
 * A `.local` name has no meaning outside of this network, a loopback address none outside of this machine, and nobody
 * can call a TCP candidate. After an IPv6 address alone, the gathering goes on: a server without IPv6 might find no
 * pair.
 *
 * Candidates found later are not lost. The browser checks them too, and the server learns them from the checks (RFC
 * 8445, 7.3.1.3).
 */
export function isUsableCandidate(candidate: string): boolean {
  const [, , transport = '', , address = ''] = candidate.split(' ');
  return transport.toLowerCase() === 'udp' && /^\d+\.\d+\.\d+\.\d+$/.test(address) && !address.startsWith('127.');
}

/**
 * Ends each gathering of the session at the first usable candidate, and at the latest after `timeout` (ms). A dead
 * STUN server or a VPN would delay an answer by 10–40 s.
 *
 * JsSIP lets us end early only together with a candidate. Without one, an event without a candidate marks the end.
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
