import { RemoteAudio } from './remote-audio';
import type { SharedAudioContext } from './shared-audio-context';
import { SoundOutputs } from './sound-outputs';

/** A node that knows what it plays on. */
class FakeNode {
  readonly gain = { value: 1 };
  on: unknown = null;

  constructor(readonly context: FakeContext) {}

  connect(target: unknown): void {
    this.on = target;
  }

  disconnect(): void {
    this.on = null;
  }
}

class FakeContext {
  readonly destination = { name: 'the default' };
  readonly sink = { context: this, stream: null };
  readonly createGain = (): FakeNode => new FakeNode(this);
  readonly createMediaStreamDestination = (): object => this.sink;
}

describe('the outputs', () => {
  const play = HTMLMediaElement.prototype.play;
  let context: FakeContext;
  let outputs: SoundOutputs;
  let voice: HTMLAudioElement;
  const opened = (use: 'speaker' | 'ringer'): FakeNode => outputs.of(use).open() as unknown as FakeNode;

  beforeEach(() => {
    HTMLMediaElement.prototype.play = () => Promise.resolve();
    context = new FakeContext();
    const create = document.createElement.bind(document);
    document.createElement = ((name: string) => (voice = create(name) as HTMLAudioElement)) as typeof create;
    const remote = new RemoteAudio(() => undefined);
    document.createElement = create;
    outputs = new SoundOutputs({ open: () => context } as unknown as SharedAudioContext, remote);
  });
  afterEach(() => {
    outputs.close();
    HTMLMediaElement.prototype.play = play;
  });

  it('play as loud as the operator wants: the voice, the chime, the ring tone', () => {
    outputs.setVolumes({ speaker: 0.4, ringer: 1 });
    expect([voice.volume, opened('speaker').gain.value, opened('ringer').gain.value]).toEqual([0.4, 0.4, 4]);
  });

  it('change what is heard already', () => {
    outputs.setVolumes({ speaker: 1, ringer: 0.5 });
    const ringing = opened('ringer');
    expect([ringing.gain.value, ringing.on]).toEqual([1, context.destination]);
    outputs.setVolumes({ speaker: 1, ringer: 0.1 });
    expect(ringing.gain.value).toBeCloseTo(0.04);
  });

  it('keep their volume on another sink, and in a context that takes the place of a closed one', () => {
    outputs.setVolumes({ speaker: 1, ringer: 1 });
    outputs.direct('ringer', 'headset');
    expect([opened('ringer').gain.value, opened('ringer').on]).toEqual([4, context.sink]);
    outputs.direct('ringer', '');
    context = new FakeContext();
    const { gain, on, context: of } = opened('ringer');
    expect([gain.value, on]).toEqual([4, context.destination]);
    expect(of).toBe(context);
  });
});
