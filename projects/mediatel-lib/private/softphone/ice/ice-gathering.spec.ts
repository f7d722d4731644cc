import { isUsableCandidate } from './ice-gathering';

describe('isUsableCandidate', () => {
  it.each([
    ['candidate:1 1 udp 2122063615 192.0.2.2 35866 typ host generation 0', true],
    ['candidate:1 1 UDP 1686052607 198.51.100.7 4000 typ srflx raddr 192.0.2.2 rport 35866', true],
    ['candidate:1 1 udp 2122063615 127.0.0.1 35866 typ host', false],
    ['candidate:1 1 tcp 1518280447 192.0.2.2 9 typ host tcptype active', false],
    ['candidate:1 1 udp 2122063615 fd00::2 35866 typ host', false],
    ['candidate:1 1 udp 2122063615 7d3c1c2e-8f0f-4c9f-9a4e-0f5a4e4b2f11.local 35866 typ host', false],
    ['', false],
  ])('%s: %s', (candidate, usable) => expect(isUsableCandidate(candidate)).toBe(usable));
});
