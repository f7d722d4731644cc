import type { InEveryLanguage } from '../kit/page-language';
import type { PlaceName } from './place';

export interface ShellWords {
  readonly home: string;
  readonly navigation: string;
  readonly navigationAndPhone: string;
  readonly phone: string;
  readonly toPhone: string;
  readonly places: Readonly<Record<PlaceName, string>>;
}

/** The texts of the frame around every page. */
export const shellWords: InEveryLanguage<ShellWords> = {
  en: {
    home: 'Verba, home',
    navigation: 'Places',
    navigationAndPhone: 'Places and phone',
    phone: 'Phone',
    toPhone: 'Skip to the phone',
    places: {
      customers: 'Customers',
      training: 'Training',
      team: 'Team',
      trainees: 'Trainees',
      class: 'Class',
      accounts: 'Accounts',
    },
  },
  uk: {
    home: 'Verba, на головну',
    navigation: 'Розділи',
    navigationAndPhone: 'Розділи й телефон',
    phone: 'Телефон',
    toPhone: 'Перейти до телефону',
    places: {
      customers: 'Клієнти',
      training: 'Навчання',
      team: 'Команда',
      trainees: 'Учні',
      class: 'Група',
      accounts: 'Облікові записи',
    },
  },
  ru: {
    home: 'Verba, на главную',
    navigation: 'Разделы',
    navigationAndPhone: 'Разделы и телефон',
    phone: 'Телефон',
    toPhone: 'Перейти к телефону',
    places: {
      customers: 'Клиенты',
      training: 'Обучение',
      team: 'Команда',
      trainees: 'Ученики',
      class: 'Группа',
      accounts: 'Учётные записи',
    },
  },
};
