import type { AudioOutput } from '../media/audio-output';
import { playRingTone } from '../media/ring-tone';

/** How long a call does not ring (ms). Most calls are answered automatically by then (within 800 ms of the INVITE). */
const silentFor = 900;

/** Rings unless the call is answered before. Returns a function that ends it. */
export function ringLater(ringer: AudioOutput, rings: () => void): () => void {
  let stop = (): void => clearTimeout(timer);
  const timer = setTimeout(() => {
    stop = playRingTone(ringer.open());
    rings();
  }, silentFor);
  return () => stop();
}
