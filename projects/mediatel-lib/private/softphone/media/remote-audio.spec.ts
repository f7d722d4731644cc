import { RemoteAudio } from './remote-audio';

class FakeStream {
  readonly active = true;
}

describe('the sound of the other party', () => {
  const { play, pause } = HTMLMediaElement.prototype;
  let isAllowed: boolean;
  let plays: number;
  let told: string[];
  let audio: RemoteAudio;
  const stream = new FakeStream() as MediaStream;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    Object.assign(globalThis, { MediaStream: FakeStream });
    isAllowed = false;
    plays = 0;
    told = [];
    HTMLMediaElement.prototype.pause = () => undefined;
    HTMLMediaElement.prototype.play = () => {
      plays += 1;
      return isAllowed ? Promise.resolve() : Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
    };
    audio = new RemoteAudio(() => told.push(audio.playback));
  });
  afterEach(() => {
    audio.detach(stream);
    Object.assign(HTMLMediaElement.prototype, { play, pause });
  });

  it.each(['pointerup', 'keydown'])(
    'that the browser blocks is played at the next touch of the page: %s',
    async (type) => {
      audio.attach(stream);
      await settled();
      expect(told).toEqual(['blocked']);
      // A key that the browser does not accept as a gesture.
      document.dispatchEvent(new Event(type));
      await settled();
      expect(told).toEqual(['blocked']);
      isAllowed = true;
      document.dispatchEvent(new Event(type));
      await settled();
      expect(told).toEqual(['blocked', 'playing']);
    },
  );

  it('is left alone by touches while it plays, and after its call', async () => {
    isAllowed = true;
    audio.attach(stream);
    await settled();
    document.dispatchEvent(new Event('pointerup'));
    expect(plays).toBe(1);
    audio.detach(stream);
    isAllowed = false;
    audio.attach(stream);
    await settled();
    audio.detach(stream);
    document.dispatchEvent(new Event('pointerup'));
    expect(plays).toBe(2);
    expect(told).toEqual(['playing', 'idle', 'blocked', 'idle']);
  });
});
