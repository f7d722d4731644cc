import { z } from './schema-maker';

/** The languages of a training: of lines, titles and pages. */
export const trainingLanguages = ['uk', 'ru', 'en'] as const;
export type TrainingLanguage = (typeof trainingLanguages)[number];

const text = z.string().trim().min(1).max(500);

/** A text in one or more languages. A plain text is the same in all. */
export const localisedText = z.union([text, z.partialRecord(z.enum(trainingLanguages), text)]);
export type LocalisedText = z.infer<typeof localisedText>;

/** The text in a language; in another one if the text lacks it. */
export function textIn(value: LocalisedText, language: TrainingLanguage): string {
  if (typeof value === 'string') return value;
  return value[language] ?? trainingLanguages.map((each) => value[each]).find((each) => each !== undefined) ?? '';
}
