import { readFileSync } from 'node:fs';
import { type Observations, type RenewalSeen, type SnapshotSeen, nothingSeen } from '../observe/observations';
import { sdpFacts } from '../observe/sdp';
import { claims } from './claims';

const given = { login: 'agent1', extension: '1001', hasCookie: true, asksExpiresSeconds: 300 };
const seen = (changes: Partial<Observations> = {}): Observations => ({ ...nothingSeen(given), ...changes });

/** What a claim finds in what was seen. */
function finding(id: string, observed: Observations): string {
  const claim = claims.find((known) => known.id === id);
  if (!claim) throw new Error(`no claim ${id}`);
  const { verdict, detail } = claim.check(observed);
  return detail === '' ? verdict : `${verdict}: ${detail}`;
}

const snapshot = (atMs: number, raw: Record<string, unknown>, after: SnapshotSeen['after'] = 'connect') => ({
  atMs,
  after,
  raw: { state: 'STATE_IDLE', ...raw },
});

const offer = (address: string) =>
  sdpFacts(
    [
      'v=0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 0 8 101',
      'a=rtpmap:101 telephone-event/8000',
      'a=ice-ufrag:x',
      'a=fingerprint:sha-256 AA',
      'a=rtcp-mux',
      `a=candidate:1 1 udp 2113937151 ${address} 40000 typ host`,
    ].join('\r\n'),
  );
const publicTls = { version: 'TLSv1.3', fault: null, isLocal: false };
const callWith = (address: string): Observations['call'] => ({
  invite: { atMs: 1, sdp: offer(address), sessionExpires: null },
  byeAtMs: null,
  refreshes: [],
  path: null,
  heard: null,
  renewals: [],
  clericalMs: null,
});

describe('the table of claims', () => {
  const protocol = readFileSync('docs/protocol.md', 'utf8');
  const marks = ['doc', 'seen', 'ours'];

  it('has each id once, a sentence and a mark', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(claims.filter(({ sentence, mark }) => sentence.length < 20 || !marks.includes(mark))).toEqual([]);
  });

  it('names sections that docs/protocol.md has', () => {
    const sections = [...protocol.matchAll(/^## (\d)\. /gm)].map(([, number]) => Number(number));
    expect(claims.filter(({ section }) => !sections.includes(section))).toEqual([]);
  });

  it('sees nothing where nothing was seen', () => {
    expect(claims.map((claim) => claim.check(seen()).verdict).filter((verdict) => verdict !== 'not seen')).toEqual([]);
  });
});

describe('a claim that no loopback server can break', () => {
  it.each([
    [{ version: null, fault: null, isLocal: false }, 'differs: no TLS: browsers allow no microphone'],
    [{ version: null, fault: null, isLocal: true }, 'not seen: no TLS, but the server is local'],
    [{ version: 'TLSv1.1', fault: null, isLocal: false }, 'differs: TLSv1.1'],
    [{ version: 'TLSv1.2', fault: null, isLocal: false }, 'held: TLSv1.2'],
    [publicTls, 'held: TLSv1.3'],
  ])('access.tls: %j', (tls, expected) => {
    expect(finding('access.tls', seen({ tls }))).toBe(expected);
  });

  it.each([
    ['192.168.7.1', publicTls, 'differs: a private address is offered'],
    ['fd00::1', publicTls, 'differs: a private address is offered'],
    ['203.0.113.7', publicTls, 'held'],
    ['abcd.local', publicTls, 'held'],
    ['192.168.7.1', { ...publicTls, isLocal: true }, 'not seen: the server itself is local'],
  ])('sip.public-candidates: %s', (address, tls, expected) => {
    expect(finding('sip.public-candidates', seen({ tls, call: callWith(address) }))).toBe(expected);
  });

  it('socket.first-snapshot, which comes late or not at all', () => {
    const connected = (answer: SnapshotSeen | null) =>
      finding('socket.first-snapshot', seen({ steps: [{ step: 'connect', sentAtMs: 100, answer }] }));
    expect(connected(snapshot(5100, {}))).toBe('held');
    expect(connected(snapshot(5101, {}))).toBe('differs: after 5001 ms');
    expect(connected(null)).toBe('differs: none came');
  });

  it('time.answers, by the first snapshot after the request', () => {
    const answered = (atMs: number) => {
      const first = snapshot(atMs, { state: 'STATE_MAKECALL_REQUEST' }, 'makeCall');
      const last = snapshot(30_000, { state: 'STATE_CALL_ACTIVE' }, 'makeCall');
      const steps = [{ step: 'makeCall', sentAtMs: 1000, answer: last }] as const;
      return finding('time.answers', seen({ snapshots: [first, last], steps: [...steps] }));
    };
    expect(answered(6000)).toBe('held: slowest 5000 ms');
    expect(answered(6001)).toBe('differs: makeCall after 5001 ms');
  });

  it('time.server-clock, which runs otherwise than ours', () => {
    const clock = (serverMs: number) =>
      finding(
        'time.server-clock',
        seen({ snapshots: [snapshot(0, { serverTime: 1e12 }), snapshot(10_000, { serverTime: 1e12 + serverMs })] }),
      );
    expect(clock(10_000)).toBe('held');
    expect(clock(12_500)).toBe('held');
    expect(clock(12_501)).toBe('differs: 12501 in 10000 ms of our clock');
    expect(clock(-1)).toBe('differs: -1 in 10000 ms of our clock');
  });

  it('call.invite-expected, whose INVITE comes before every snapshot', () => {
    const invited = (requestMs: number) => {
      const request = snapshot(requestMs, { state: 'STATE_MAKECALL_REQUEST' }, 'makeCall');
      const steps = [{ step: 'makeCall', sentAtMs: 0, answer: null }] as const;
      return finding(
        'call.invite-expected',
        seen({ call: callWith('127.0.0.1'), snapshots: [request], steps: [...steps] }),
      );
    };
    expect(invited(801)).toBe('held: INVITE at the request');
    expect(invited(802)).toBe('differs: the INVITE comes earlier');
  });

  const renewed: RenewalSeen = {
    how: 'reload',
    atMs: 0,
    tries: 1,
    isRegistered: true,
    status: 200,
    isChallenged: false,
    answeredAfterMs: 1600,
    isOtherFingerprint: true,
    isOtherIce: true,
    path: 'connected',
    hasDtls: true,
    firstPacketAfterMs: null,
    oldSoundMs: null,
    gapMs: null,
    heard: { packets: 0, isSound: false, heardBy: [] },
  };

  it('renewal.heard, at a site whose sound the probe does not understand', () => {
    const after = (packets: number) => {
      const heard = { packets, isSound: packets > 0, heardBy: [] };
      const call = { ...callWith('127.0.0.1')!, heard, renewals: [renewed] };
      return finding('renewal.heard', seen({ call }));
    };
    expect(after(0)).toBe('not seen: the first page received no sound either');
    expect(after(50)).toBe('differs: reload: it comes up, but nothing comes in');
  });

  it('renewal.old-path, whose sound ends before the new page is answered', () => {
    const lastSoundAt = (oldSoundMs: number | null, tries = 1) => {
      const move = { ...renewed, how: 'move' as const, tries, oldSoundMs, gapMs: 40 };
      const call = { ...callWith('127.0.0.1')!, renewals: [renewed, move] };
      return finding('renewal.old-path', seen({ call }));
    };
    expect(lastSoundAt(1100)).toBe('held: 40 ms from its last packet to the first of the new one');
    expect(lastSoundAt(1099)).toBe('differs: it ends 501 ms before');
    expect(lastSoundAt(null)).toBe('differs: it ends 1600 ms before');
    expect(lastSoundAt(null, 2)).toMatch(/^not seen: the path came up for a further page only/);
  });
});
