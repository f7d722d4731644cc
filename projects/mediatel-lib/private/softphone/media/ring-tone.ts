const volume = 0.04;
/** Length of a tone, and time from one tone to the next, in seconds (the European cadence). */
const tone = 1;
const cadence = 5;
/** Longest ringing in seconds: JsSIP refuses a call after 60 s. */
const longest = 60;

/**
 * Rings quietly until the returned function is called. The whole tone is scheduled at once, so that it is regular in
 * a background tab.
 *
 * If sound is blocked, it begins with the gesture that allows it: the clock of a suspended context stops.
 */
export function playRingTone(output: AudioNode | null): () => void {
  const context = output?.context;
  if (!output || !context || context.state === 'closed') return () => undefined;
  const gain = context.createGain();
  const start = context.currentTime;
  gain.gain.setValueAtTime(0, start);
  for (let at = start; at < start + longest; at += cadence) {
    gain.gain.setTargetAtTime(volume, at, 0.02);
    gain.gain.setTargetAtTime(0, at + tone, 0.02);
  }
  gain.connect(output);
  const oscillator = context.createOscillator();
  oscillator.frequency.value = 425;
  oscillator.connect(gain);
  oscillator.start(start);
  oscillator.stop(start + longest);
  return () => {
    oscillator.stop();
    oscillator.disconnect();
    gain.disconnect();
  };
}
