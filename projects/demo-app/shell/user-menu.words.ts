import type { InEveryLanguage } from '../kit/page-language';

export interface UserMenuWords {
  readonly accountOf: (name: string) => string;
  readonly extension: (number: string) => string;
  readonly language: string;
  readonly hintsAgain: string;
  readonly signOut: string;
}

/** The texts of the account's menu. */
export const userMenuWords: InEveryLanguage<UserMenuWords> = {
  en: {
    accountOf: (name) => `Account of ${name}`,
    extension: (number) => `extension ${number}`,
    language: 'Language',
    hintsAgain: 'Show the hints again',
    signOut: 'Sign out',
  },
  uk: {
    accountOf: (name) => `Обліковий запис: ${name}`,
    extension: (number) => `внутрішній номер ${number}`,
    language: 'Мова',
    hintsAgain: 'Показати підказки ще раз',
    signOut: 'Вийти',
  },
  ru: {
    accountOf: (name) => `Учётная запись: ${name}`,
    extension: (number) => `внутренний номер ${number}`,
    language: 'Язык',
    hintsAgain: 'Показать подсказки ещё раз',
    signOut: 'Выйти',
  },
};
