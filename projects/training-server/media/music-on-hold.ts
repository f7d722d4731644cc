import { playForever, type AudioSource } from './audio-source';
import { SAMPLE_RATE } from './frame-clock';

/** A quiet arpeggio over four chords (C, a minor, F, G), in half-tones from middle C; each chord lasts two seconds. */
const CHORDS = [
  [0, 4, 7, 12],
  [-3, 0, 4, 9],
  [-7, -3, 0, 5],
  [-5, -1, 2, 7],
];
const PATTERN = [0, 1, 2, 3, 2, 1, 3, 2];
const NOTE_SECONDS = 0.25;
const MIDDLE_C_HZ = 261.63;
const LEVEL = 0.1 * 32767;

let melody: Int16Array | undefined;

/** What the customer hears while waiting or on hold. It starts at its beginning for every listener. */
export function musicOnHold(): AudioSource {
  melody ??= compose();
  return playForever(melody);
}

function compose(): Int16Array {
  const noteSamples = NOTE_SECONDS * SAMPLE_RATE;
  const notes = CHORDS.flatMap((chord) => PATTERN.map((step) => chord[step] ?? 0));
  const samples = new Int16Array(notes.length * noteSamples);
  notes.forEach((halfTone, index) => {
    const hz = MIDDLE_C_HZ * 2 ** (halfTone / 12);
    // A plucked note sounds on into the next ones, around the end of the loop too.
    for (let at = 0; at < noteSamples * 4; at++) {
      const seconds = at / SAMPLE_RATE;
      const envelope = Math.min(1, seconds / 0.01) * Math.exp(-seconds * 4);
      const phase = 2 * Math.PI * hz * seconds;
      const slot = (index * noteSamples + at) % samples.length;
      samples[slot] = (samples[slot] ?? 0) + LEVEL * envelope * (Math.sin(phase) + 0.3 * Math.sin(2 * phase));
    }
  });
  return samples;
}
