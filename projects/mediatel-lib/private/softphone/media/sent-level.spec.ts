import { SentLevel } from './sent-level';

/** A context whose level the test sets. */
class FakeContext {
  state = 'running';
  sound = 0;
  readonly heard: unknown[] = [];
  connected = 0;
  createMediaStreamSource(stream: { readonly tracks: readonly unknown[] }) {
    this.heard.push(stream.tracks[0]);
    this.connected += 1;
    return { connect: () => undefined, disconnect: () => (this.connected -= 1) };
  }
  createAnalyser() {
    return { fftSize: 0, context: this, getFloatTimeDomainData: (into: Float32Array) => into.fill(this.sound) };
  }
}

const track = (id: string): MediaStreamTrack => ({ id }) as MediaStreamTrack;

describe('SentLevel', () => {
  let context: FakeContext;
  let level: SentLevel;

  beforeEach(() => {
    Object.assign(globalThis, {
      MediaStream: class {
        constructor(readonly tracks: readonly unknown[]) {}
      },
    });
    context = new FakeContext();
    level = new SentLevel({ open: () => context as unknown as AudioContext });
  });

  it('measures the sent track from the second look on', () => {
    const sent = track('a');
    context.sound = 0.25;
    expect(level.of(sent)).toBeNull();
    expect(level.of(sent)).toBeCloseTo(0.25, 6);
    context.sound = 0;
    expect(level.of(sent)).toBe(0);
    expect(context.heard).toEqual([sent]);
  });

  it('changes to another microphone, and releases the first', () => {
    level.of(track('a'));
    level.of(track('b'));
    expect(context.heard).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(context.connected).toBe(1);
    level.close();
    expect(context.connected).toBe(0);
  });

  it.each([
    ['is suspended', () => context as unknown as AudioContext],
    ['is missing', () => null],
  ])('measures nothing if the AudioContext %s', (_what, open) => {
    context.state = 'suspended';
    level = new SentLevel({ open });
    const sent = track('a');
    expect([level.of(sent), level.of(sent), level.of(sent)]).toEqual([null, null, null]);
  });
});
