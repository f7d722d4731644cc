import { nextMicrophoneHeard } from './next-microphone-heard';

describe('nextMicrophoneHeard', () => {
  it.each([
    [null, null, null],
    [false, null, null],
    [true, null, true],
    [null, 0.1, false],
    [false, 0.1, false],
    [true, 0.1, true],
    [null, 0.15, true],
    [false, 0.15, true],
  ])('%s, at the level %s: %s', (heard, level, next) => expect(nextMicrophoneHeard(heard, level)).toBe(next));
});
