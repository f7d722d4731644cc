import { expect, test } from '@playwright/test';
import { shareAt } from './wav';

const rate = 8000;

/** Two seconds with a burst of 20 ms in each half second, the first after this many milliseconds. */
const bursts = (frequency: number, after: number): Float32Array =>
  Float32Array.from({ length: 2 * rate }, (_, at) => {
    const within = (at - (after * rate) / 1000 + 2 * rate) % (rate / 2);
    return within < rate / 50 ? 0.8 * Math.sin((2 * Math.PI * frequency * within) / rate) : 0;
  });

test('the fake microphone’s beep is known by its pitch, whenever in a recording it begins', () => {
  for (let after = 0; after < 20; after += 1) {
    expect(shareAt(bursts(400, after), rate, 400), `the beep, ${after} ms after the beginning`).toBeGreaterThan(0.7);
    expect(shareAt(bursts(700, after), rate, 400), `another tone, ${after} ms after`).toBeLessThan(0.1);
  }
});
