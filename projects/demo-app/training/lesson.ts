import type { LanguageTag } from 'mediatel-lib/ui';
import type { LocalisedText, ScenarioCall, TrainingLanguage, TrainingRun } from '../../training-kit';

/** A scenario as the server lists it to trainees. */
export interface Lesson {
  readonly id: string;
  readonly title: LocalisedText;
  /** What is learned. */
  readonly about: LocalisedText | null;
  readonly languages: readonly TrainingLanguage[];
  readonly calls: readonly { readonly direction: ScenarioCall['direction']; readonly number: string }[];
  /** What is wrong with its file: then it can't be played. */
  readonly problems: readonly unknown[];
}

/** The text in a language, or in another one. Written here: the kit's door would bring its reader of YAML into the page. */
export const inLanguage = (text: LocalisedText | null, tag: LanguageTag): string => {
  if (text === null || typeof text === 'string') return text ?? '';
  return text[tag] ?? Object.values(text)[0] ?? '';
};

/** The language in which a lesson is played to a reader of this one. */
export const playedIn = ({ languages }: Lesson, tag: LanguageTag): TrainingLanguage =>
  languages.find((language) => language === tag) ?? languages[0] ?? 'en';

/** Whether a run lasts. */
export const isOn = ({ endedAt }: TrainingRun): boolean => endedAt === null;
