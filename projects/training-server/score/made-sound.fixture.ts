import { seededRandom } from '../../server-kit';
import { SAMPLE_RATE } from '../media/frame-clock';

// Jest's `Math` is slow to reach, millions of times.
const { PI, cos, exp, log, min, sin, sqrt } = Math;

/** Numbers from 0 to 1. */
export type Random = () => number;

const FULL_SCALE = 32767;
/** Resonances of vowels (Hz): a, e, i, o, u. */
const VOWELS = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [270, 2290, 3010],
  [570, 840, 2410],
  [300, 870, 2240],
];

export const samplesOf = (ms: number): number => Math.round((ms * SAMPLE_RATE) / 1000);

/** A sound, sample by sample. `from` with a callback uses the iterator protocol and is slow. */
function made(ms: number, sample: (at: number) => number): Float32Array {
  const sound = new Float32Array(samplesOf(ms));
  for (let at = 0; at < sound.length; at++) sound[at] = sample(at);
  return sound;
}

const amplitude = (db: number): number => FULL_SCALE * 10 ** (db / 20);

/** A normally distributed number. */
const gauss = (random: Random): number => sqrt(-2 * log(1 - random())) * cos(2 * PI * random());

/** Numbers of white noise, read from a pool that every noise enters at another place. */
function white(random: Random): () => number {
  pool ??= made(8192, () => gauss(poolRandom));
  const numbers = pool;
  let at = (random() * numbers.length) | 0;
  // A step that shares no factor with the length visits every number.
  const step = ((random() * 500) | 0) * 2 + 1;
  return () => numbers[(at = (at + step) % numbers.length)]!;
}

let pool: Float32Array | undefined;
const poolRandom = seededRandom(20);

/** White noise of a level (RMS, dB below full scale). */
export function noise(ms: number, db: number, random: Random): Float32Array {
  const loud = amplitude(db);
  const next = white(random);
  return made(ms, () => next() * loud);
}

/** The noise of an office: mostly low, and the mains' hum. */
export function hum(ms: number, db: number, random: Random): Float32Array {
  let low = 0;
  const loud = amplitude(db);
  const next = white(random);
  return made(ms, (at) => {
    low = 0.9 * low + next();
    const mains = sin((2 * PI * 100 * at) / SAMPLE_RATE) + 0.5 * sin((2 * PI * 200 * at) / SAMPLE_RATE);
    return loud * (low * 0.35 + mains * 0.5);
  });
}

/** A breath: noise through a wide mouth, swelling and fading. */
export function breath(ms: number, db: number, random: Random): Float32Array {
  const sound = resonated(noise(ms, 0, random), 900, 900);
  const loud = rms(sound);
  return sound.map((sample, at) => (sample / loud) * amplitude(db) * sin((PI * at) / sound.length));
}

/** A click: a key, a pen, the headset. */
export function click(db: number, random: Random): Float32Array {
  return made(12, (at) => gauss(random) * amplitude(db) * exp(-at / 20));
}

/** A key's tone. */
export function keyTone(ms: number, db: number, low = 770, high = 1336): Float32Array {
  const wave = (hertz: number, at: number) => sin((2 * PI * hertz * at) / SAMPLE_RATE);
  const loud = amplitude(db) * 0.7;
  return made(ms, (at) => loud * (wave(low, at) + wave(high, at)));
}

/**
 * Sound built like speech: syllables with a pitch that glides, three resonances, hissing consonants, short pauses of 20
 * to 160 ms. It begins and ends with the first and the last sample. `db`: its level where it sounds.
 */
export function voice(ms: number, db: number, random: Random, pitch = 100 + random() * 130): Float32Array {
  const sound = new Float32Array(samplesOf(ms));
  for (let at = 0; at < sound.length;) {
    const left = sound.length - at;
    const consonant = random() < 0.4 ? samplesOf(40 + random() * 60) : 0;
    let length = consonant + samplesOf(90 + random() * 160);
    if (left - length < samplesOf(260)) length = left;
    const syllable = syllableOf(length, min(consonant, length >> 1), pitch * (0.85 + random() * 0.3), random);
    sound.set(syllable, at);
    at += length + samplesOf(random() < 0.25 ? 80 + random() * 80 : 20 + random() * 30);
  }
  const loud = rms(sound.filter((sample) => sample !== 0));
  return sound.map((sample) => (sample / loud) * amplitude(db));
}

function syllableOf(length: number, consonant: number, pitch: number, random: Random): Float32Array {
  const vowel = VOWELS[Math.floor(random() * VOWELS.length)]!;
  const pulses = new Float32Array(length - consonant);
  const air = white(random);
  let phase = 0;
  for (let at = 0; at < pulses.length; at++) {
    // The pitch falls by a tenth; each period differs a little, as a throat's do.
    phase += (pitch * (1 - (0.1 * at) / pulses.length)) / SAMPLE_RATE;
    if (phase >= 1) {
      phase -= 1;
      pulses[at] = 1 + 0.1 * gauss(random);
    }
    pulses[at]! += 0.01 * air();
  }
  const sung = vowel.reduce((sum, hertz, place) => {
    const formant = resonated(pulses, hertz, 70 + place * 40);
    return sum.map((sample, at) => sample + formant[at]! / (1 + place * 1.2));
  }, new Float32Array(pulses.length));
  const hissed = noise((consonant * 1000) / SAMPLE_RATE, 0, random);
  const hiss = hissed.map((sample, at) => sample - (hissed[at - 1] ?? 0));
  const sound = new Float32Array(length);
  sound.set(scaled(hiss, 0.3), 0);
  sound.set(scaled(sung, 1), consonant);
  const edge = samplesOf(15);
  return sound.map((sample, at) => sample * min(1, (at + 1) / edge, (length - at) / edge));
}

function scaled(sound: Float32Array, to: number): Float32Array {
  const loud = rms(sound) || 1;
  return sound.map((sample) => (sample / loud) * to);
}

/** A resonance of second order. */
function resonated(sound: Float32Array, hertz: number, bandwidth: number): Float32Array {
  const radius = exp((-PI * bandwidth) / SAMPLE_RATE);
  const turn = 2 * radius * cos((2 * PI * hertz) / SAMPLE_RATE);
  let last = 0;
  let before = 0;
  return sound.map((sample) => {
    const next = sample + turn * last - radius * radius * before;
    [last, before] = [next, last];
    return next;
  });
}

export function rms(sound: Float32Array): number {
  return sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, sound.length));
}
