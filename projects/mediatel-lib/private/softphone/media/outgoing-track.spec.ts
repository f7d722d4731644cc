import type { MuteCause } from 'mediatel-lib/ports';
import { muteCauseOf, OutgoingTrack } from './outgoing-track';

class FakeTrack extends EventTarget {
  enabled = false;
  muted = false;
  readyState: MediaStreamTrackState = 'live';
  stop(): void {
    this.readyState = 'ended';
  }
  become(type: 'mute' | 'unmute' | 'ended'): void {
    this.muted = type === 'mute';
    if (type === 'ended') this.readyState = 'ended';
    this.dispatchEvent(new Event(type));
  }
}

const asTrack = (track: FakeTrack): MediaStreamTrack => track as unknown as MediaStreamTrack;

function connectionWith(track: FakeTrack): { readonly connection: RTCPeerConnection; readonly sent: FakeTrack[] } {
  const sent: FakeTrack[] = [];
  const sender = {
    track,
    replaceTrack: (next: FakeTrack) => {
      // It has the same mute state from its first sample on.
      sent.push(Object.assign(new FakeTrack(), { enabled: next.enabled }));
      return Promise.resolve();
    },
  };
  return { connection: { getSenders: () => [sender] } as unknown as RTCPeerConnection, sent };
}

describe('OutgoingTrack', () => {
  let reported: (MuteCause | null)[];
  let track: FakeTrack;
  let outgoing: OutgoingTrack;

  beforeEach(() => {
    reported = [];
    track = new FakeTrack();
    outgoing = new OutgoingTrack((cause) => reported.push(cause));
    outgoing.replaceTrack(asTrack(track));
  });

  it('is disabled until the chime is over, and does not report that', () => {
    outgoing.apply();
    expect(track.enabled).toBe(false);
    outgoing.openUp();
    expect(track.enabled).toBe(true);
    expect(reported).toEqual([]);
  });

  it('stays disabled for an operator who mutes during the chime', () => {
    outgoing.setMuted(true);
    outgoing.openUp();
    expect(track.enabled).toBe(false);
    expect(reported).toEqual(['operator']);
  });

  it('stays muted as the operator wished while no microphone is open yet', () => {
    const early = new OutgoingTrack((cause) => reported.push(cause));
    early.setMuted(true);
    early.openUp();
    early.check();
    expect(reported).toEqual(['operator']);
    early.setMuted(false);
    expect(reported).toEqual(['operator', null]);
  });

  it('reports each change once, whatever its cause', () => {
    outgoing.openUp();
    outgoing.setMuted(true);
    outgoing.setMuted(true);
    outgoing.setMuted(false);
    track.become('mute');
    track.become('unmute');
    track.enabled = false;
    outgoing.check();
    outgoing.apply();
    track.become('ended');
    expect(reported).toEqual(['operator', null, 'system', null, 'operator', null, 'ended']);
  });

  it('reports the headset’s mute that remains after the operator unmutes', () => {
    outgoing.openUp();
    outgoing.setMuted(true);
    track.become('mute');
    outgoing.setMuted(false);
    expect(reported).toEqual(['operator', 'system']);
  });

  it.each([
    ['muted', true],
    ['heard', false],
  ])('sends another microphone, %s as before', async (_how, muted) => {
    const { connection, sent } = connectionWith(track);
    outgoing.openUp();
    outgoing.setMuted(muted);
    const next = new FakeTrack();
    next.enabled = muted;
    await outgoing.replace(asTrack(next), connection);
    expect(sent[0]?.enabled).toBe(!muted);
    expect(track.readyState).toBe('ended');
    expect(next.readyState).toBe('live');
    expect(reported).toEqual(muted ? ['operator'] : []);
    // Its events count from now on.
    outgoing.setMuted(false);
    next.become('mute');
    expect(reported.at(-1)).toBe('system');
  });

  it('stops a microphone that comes after the end', async () => {
    const { connection } = connectionWith(track);
    const late = new FakeTrack();
    const replaced = outgoing.replace(asTrack(late), connection);
    outgoing.stop();
    await replaced;
    expect(late.readyState).toBe('ended');
  });

  it('sends the newer of two microphones that come at once', async () => {
    const { connection, sent } = connectionWith(track);
    const [first, second] = [new FakeTrack(), new FakeTrack()];
    outgoing.openUp();
    await Promise.all([outgoing.replace(asTrack(first), connection), outgoing.replace(asTrack(second), connection)]);
    expect(sent).toHaveLength(2);
    expect(outgoing.current).toBe(asTrack(second));
    expect([track, first, second].map(({ readyState }) => readyState)).toEqual(['ended', 'ended', 'live']);
  });
});

describe('muteCauseOf', () => {
  it.each<[MediaStreamTrackState, boolean, boolean, MuteCause | null]>([
    ['live', true, false, null],
    ['live', false, false, 'operator'],
    ['live', true, true, 'system'],
    ['live', false, true, 'operator'],
    ['ended', true, false, 'ended'],
    ['ended', false, true, 'ended'],
  ])('reads a track that is %s, enabled %s, muted %s as %s', (readyState, enabled, muted, cause) => {
    expect(muteCauseOf({ readyState, enabled, muted })).toBe(cause);
  });
});
