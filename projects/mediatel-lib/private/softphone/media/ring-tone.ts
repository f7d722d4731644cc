const volume = 0.04;
/** Seconds of tone, and from one tone to the next (the European cadence). */
const tone = 1;
const cadence = 5;
/** No call rings longer: JsSIP refuses it after 60 s. */
const longest = 60;

/**
 * Rings quietly until the returned function is called. Scheduled as a whole, so that a background tab rings evenly.
 *
 * Where sound is blocked it begins with the gesture that allows it: a suspended context's clock stands still.
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
