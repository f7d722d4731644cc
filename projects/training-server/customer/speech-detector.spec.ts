import { FRAME_MS, FRAME_SAMPLES } from '../media/frame-clock';
import { SpeechDetector, type SpeechChange } from './speech-detector';

/** A line with even noise of a level (RMS), on which somebody speaks now and then. */
function line(noiseRms: number) {
  const detector = new SpeechDetector();
  const changes: (SpeechChange & { at: number })[] = [];
  let seed = 7;
  let at = 0;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
  const pass = (ms: number, speechRms = 0) => {
    for (const end = at + ms; at < end;) {
      // Noise of even distribution and width w has the level w / √12.
      const frame = Int16Array.from(
        { length: FRAME_SAMPLES },
        (_, index) => random() * noiseRms * Math.sqrt(12) + speechRms * Math.SQRT2 * Math.sin(index),
      );
      at += FRAME_MS;
      const change = detector.hear(frame);
      if (change) changes.push({ ...change, at });
    }
  };
  return { pass, changes, detector };
}

describe('the speech detector', () => {
  it.each([0, 20, 150, 300, 600])('dates beginning and end of speech, over noise of %d', (noise) => {
    const { pass, changes } = line(noise);
    pass(10_000);
    changes.length = 0;
    pass(2000, 3000);
    pass(1000);
    expect(changes).toEqual([
      { type: 'begins', at: 10_060, agoMs: 60 },
      { type: 'ends', at: 12_700, agoMs: 700, spokenMs: 2000 },
    ]);
  });

  it('takes pauses between words as part of the speech, and a longer one as its end', () => {
    const { pass, changes } = line(50);
    for (let word = 0; word < 4; word++) {
      pass(400, 2000);
      pass(300);
    }
    pass(1000);
    expect(changes).toMatchObject([{ type: 'begins' }, { type: 'ends', spokenMs: 2500 }]);
  });

  it('stops to take loud noise for speech', () => {
    const { pass, changes } = line(700);
    pass(15_000);
    expect(changes.map(({ type }) => type)).toEqual(['begins', 'ends']);
  });

  it('takes half a minute without a pause as one utterance', () => {
    const { pass, changes } = line(20);
    pass(30_000, 3000);
    pass(1000);
    expect(changes).toMatchObject([{ type: 'begins' }, { type: 'ends', spokenMs: 30_000 }]);
  });

  it('hears a quiet voice on a quiet line', () => {
    const { pass, changes } = line(15);
    pass(1000);
    pass(1000, 320);
    pass(1000);
    expect(changes).toMatchObject([{ type: 'begins' }, { type: 'ends', spokenMs: 1000 }]);
  });

  it('ignores clicks, even several', () => {
    const { pass, changes } = line(20);
    for (let click = 0; click < 8; click++) {
      pass(20, 3000);
      pass(400);
    }
    expect(changes).toEqual([]);
  });

  it('ends an utterance when it is stopped, and says nothing of a silent line', () => {
    const { pass, detector } = line(20);
    pass(500);
    expect(detector.stop()).toBeUndefined();
    pass(1000, 3000);
    pass(100);
    expect(detector.stop()).toEqual({ type: 'ends', agoMs: 100, spokenMs: 1000 });
    expect(detector.stop()).toBeUndefined();
  });
});
