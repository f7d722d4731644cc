import { playForever, type AudioSource } from './audio-source';
import { SAMPLE_RATE } from './frame-clock';

/** European call progress tones (ETSI TR 101 041): all of 425 Hz, distinguished by cadence. */
const TONE_HZ = 425;
const LEVEL = 0.12 * 32767;

/** Heard while the customer's phone rings: 1 s of tone, 4 s of quiet. */
export function ringback(): AudioSource {
  return playForever(ringbackCycle);
}

/** Heard when the customer is on another call: half a second each. */
export function busyTone(): AudioSource {
  return playForever(busyCycle);
}

const ringbackCycle = cadence(1, 4);
const busyCycle = cadence(0.5, 0.5);

function cadence(onSeconds: number, offSeconds: number): Int16Array {
  const samples = new Int16Array((onSeconds + offSeconds) * SAMPLE_RATE);
  const on = onSeconds * SAMPLE_RATE;
  // Five milliseconds of rise and fall; without them each burst begins and ends with a click.
  const edge = 0.005 * SAMPLE_RATE;
  for (let at = 0; at < on; at++) {
    const envelope = Math.min(1, at / edge, (on - at) / edge);
    samples[at] = LEVEL * envelope * Math.sin((2 * Math.PI * TONE_HZ * at) / SAMPLE_RATE);
  }
  return samples;
}
