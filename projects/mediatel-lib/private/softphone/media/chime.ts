/** Length of the chime in seconds. The documents allow 0.3 at most. */
const length = 0.28;
const volume = 0.12;

/** Frequency (Hz) and start (s) of each note: a rising fourth, unlike any ringing or busy tone. */
const notes = [
  { frequency: 784, at: 0 },
  { frequency: 1047, at: 0.12 },
] as const;

function play(output: AudioNode, over: () => void): () => void {
  const { context } = output;
  const gain = context.createGain();
  const start = context.currentTime;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.01);
  gain.gain.setValueAtTime(volume, start + length - 0.1);
  gain.gain.linearRampToValueAtTime(0, start + length);
  gain.connect(output);
  const oscillator = context.createOscillator();
  for (const { frequency, at } of notes) oscillator.frequency.setValueAtTime(frequency, start + at);
  oscillator.connect(gain);
  oscillator.onended = over;
  oscillator.start(start);
  oscillator.stop(start + length);
  return () => {
    oscillator.onended = null;
    oscillator.stop();
    oscillator.disconnect();
    gain.disconnect();
  };
}

/**
 * Plays the chime to the operator only, and calls `over` once when it has ended, at most 300 ms from now.
 *
 * The audio clock marks the end; a timer replaces it if sound is blocked. A timer alone would be late in a background
 * tab. Returns a function that stops the chime; then `over` is not called.
 */
export function playChime(output: AudioNode | null, over: () => void): () => void {
  let stopSound: (() => void) | null = null;
  const stop = (): void => {
    clearTimeout(timer);
    stopSound?.();
    stopSound = null;
  };
  const finish = (): void => {
    stop();
    over();
  };
  const timer = setTimeout(finish, 300);
  const context = output?.context;
  if (output && context?.state === 'running') stopSound = play(output, finish);
  return stop;
}
