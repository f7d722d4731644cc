import type { Temper, TrainingLanguage } from '../../training-kit';

/** How a line is spoken. */
export interface SpeechStyle {
  /** The language's voice. A text in letters that this voice can't read gets the voice of its own language. */
  readonly language: TrainingLanguage;
  readonly temper: Temper;
  /** 0 low to 99 high; 50 is usual. */
  readonly pitch: number;
}

interface Mood {
  readonly wordsPerMinute: number;
  readonly pitchRise: number;
  /** 1 is normal. */
  readonly loudness: number;
}

const moods: Readonly<Record<Temper, Mood>> = {
  calm: { wordsPerMinute: 150, pitchRise: 0, loudness: 1 },
  anxious: { wordsPerMinute: 180, pitchRise: 12, loudness: 0.85 },
  irritated: { wordsPerMinute: 170, pitchRise: 4, loudness: 1.2 },
  angry: { wordsPerMinute: 190, pitchRise: 10, loudness: 1.5 },
};

export const loudnessOf = ({ temper }: SpeechStyle): number => moods[temper].loudness;

/** The speech program's options for a text. */
export function optionsOf(text: string, style: SpeechStyle): string[] {
  const { wordsPerMinute, pitchRise } = moods[style.temper];
  const pitch = Math.round(Math.max(0, Math.min(99, style.pitch + pitchRise)));
  return ['-v', voiceFor(text, style.language), '-s', String(wordsPerMinute), '-p', String(pitch)];
}

/** The English voice names each Cyrillic letter, and the other two lack some of each other's. Both read Latin letters. */
function voiceFor(text: string, language: TrainingLanguage): TrainingLanguage {
  const isUkrainian = /[іїєґ]/i.test(text);
  const isRussian = /[ыэъё]/i.test(text);
  if (isUkrainian === isRussian) return language === 'en' && /[а-я]/i.test(text) ? 'uk' : language;
  return isUkrainian ? 'uk' : 'ru';
}
