import type { AppearanceName } from './appearance';
import type { InEveryLanguage } from './page-language';

export interface AppearanceWords {
  readonly label: string;
  readonly choices: Readonly<Record<AppearanceName, string>>;
}

/** The texts of the menu that chooses light, dark or high contrast. */
export const appearanceWords: InEveryLanguage<AppearanceWords> = {
  en: {
    label: 'Appearance',
    choices: { system: 'Use system setting', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  },
  uk: {
    label: 'Вигляд',
    choices: { system: 'Як у системі', light: 'Світлий', dark: 'Темний', contrast: 'Високий контраст' },
  },
  ru: {
    label: 'Вид',
    choices: { system: 'Как в системе', light: 'Светлый', dark: 'Тёмный', contrast: 'Высокий контраст' },
  },
};
