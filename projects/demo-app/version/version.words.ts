import type { InEveryLanguage } from '../kit/page-language';

export interface VersionWords {
  readonly afterCall: string;
  readonly afterWork: string;
  readonly soon: string;
  readonly now: string;
  readonly version: string;
}

/** The texts about a new version of the CRM. */
export const versionWords: InEveryLanguage<VersionWords> = {
  en: {
    afterCall: 'New version: it takes over after the call',
    afterWork: 'New version: it takes over once your work is saved',
    soon: 'The new version takes over…',
    now: 'Take over now',
    version: 'Version',
  },
  uk: {
    afterCall: 'Нова версія: запрацює після дзвінка',
    afterWork: 'Нова версія: запрацює, щойно ви збережете роботу',
    soon: 'Вмикається нова версія…',
    now: 'Увімкнути зараз',
    version: 'Версія',
  },
  ru: {
    afterCall: 'Новая версия: заработает после звонка',
    afterWork: 'Новая версия: заработает после сохранения',
    soon: 'Включается новая версия…',
    now: 'Включить сейчас',
    version: 'Версия',
  },
};
