import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWav } from '../media/wav';

const LANGUAGES = ['uk', 'ru', 'en'] as const;
const ANSWERS = ['answer-1', 'answer-2', 'answer-3', 'answer-4', 'answer-5'] as const;

/** One customer's recorded phrases: 8 kHz samples. */
export interface Voice {
  readonly greeting: Int16Array;
  /** Said one after the other. The last one is a goodbye. */
  readonly answers: readonly Int16Array[];
  /** Said if nothing was heard for a while. */
  readonly unheard: Int16Array;
}

const committed = fileURLToPath(new URL('../voices', import.meta.url));

/** Reads the committed prompts, one voice per language. Throws if one is missing. */
export function loadVoices(directory: string = committed): Voice[] {
  return LANGUAGES.map((language) => {
    const phrase = (name: string) => readPhrase(join(directory, `${language}-${name}.wav`));
    return { greeting: phrase('greeting'), answers: ANSWERS.map(phrase), unheard: phrase('unheard') };
  });
}

function readPhrase(path: string): Int16Array {
  const { sampleRate, channels } = readWav(readFileSync(path));
  const samples = channels[0];
  if (sampleRate !== 8000 || !samples) throw new Error(`${path} is not 8 kHz`);
  return samples;
}

/** A number always has the same voice, usually Ukrainian, as 0661234501. */
export function voiceOf(number: string, voices: readonly Voice[]): Voice {
  const lastDigit = Number(number.at(-1)) || 0;
  const voice = lastDigit === 7 ? voices[1] : lastDigit === 8 ? voices[2] : voices[0];
  if (!voice) throw new Error('no voices loaded');
  return voice;
}
