import type { InEveryLanguage } from './page-language';

/** The pages that have a title of their own in the browser's tab. */
export type TitleName =
  | 'signIn'
  | 'customers'
  | 'training'
  | 'score'
  | 'progress'
  | 'class'
  | 'firstShift'
  | 'team'
  | 'trainees'
  | 'administration'
  | 'replay'
  | 'gallery'
  | 'headless';

/** The titles of the pages. */
export const titleWords: InEveryLanguage<Readonly<Record<TitleName, string>>> = {
  en: {
    signIn: 'Sign in',
    customers: 'Customers',
    training: 'Training',
    score: 'Score',
    progress: 'Progress',
    class: 'Class',
    firstShift: 'First shift',
    team: 'Team',
    trainees: 'Trainees',
    administration: 'Administration',
    replay: 'Support report',
    gallery: 'Gallery',
    headless: 'Headless phone',
  },
  uk: {
    signIn: 'Вхід',
    customers: 'Клієнти',
    training: 'Навчання',
    score: 'Оцінка',
    progress: 'Поступ',
    class: 'Група',
    firstShift: 'Перша зміна',
    team: 'Команда',
    trainees: 'Учні',
    administration: 'Адміністрування',
    replay: 'Звіт для підтримки',
    gallery: 'Галерея',
    headless: 'Телефон без робочого місця',
  },
  ru: {
    signIn: 'Вход',
    customers: 'Клиенты',
    training: 'Обучение',
    score: 'Оценка',
    progress: 'Успехи',
    class: 'Группа',
    firstShift: 'Первая смена',
    team: 'Команда',
    trainees: 'Ученики',
    administration: 'Администрирование',
    replay: 'Отчёт для поддержки',
    gallery: 'Галерея',
    headless: 'Телефон без рабочего места',
  },
};
