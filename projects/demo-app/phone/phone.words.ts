import type { InEveryLanguage } from '../kit/page-language';
import type { Obstacle } from './obstacle';

export interface PhoneWords {
  readonly call: string;
  readonly callNumber: (number: string) => string;
  readonly coming: string;
  readonly notLoaded: string;
  /** Notes of calls that the server did not take yet. */
  readonly notesWait: (count: number) => string;
  readonly noteRefused: string;
  readonly obstacles: Readonly<Record<Obstacle, string>>;
}

/** What the CRM's pages say about the operator's phone. */
export const phoneWords: InEveryLanguage<PhoneWords> = {
  en: {
    call: 'Call',
    callNumber: (number) => `Call ${number}`,
    coming: 'Your phone is on its way…',
    notLoaded: 'The phone could not be loaded. Reload the page once you are online.',
    notesWait: (count) => `Notes not stored yet: ${count}. They are kept in this browser and sent again.`,
    noteRefused: 'The server did not take a note. It stays on the customer’s card.',
    obstacles: {
      noPhone: 'Your account has no phone',
      notReady: 'Your phone is not ready for a call',
      signingIn: 'Your phone is not signed in yet',
      noConnection: 'Your phone has no connection',
      dialling: 'A call is being dialled',
      notAllowed: 'Mediatel does not allow a call now',
      paused: 'End your pause first',
      afterCall: 'Choose how the last call ended first',
      inCall: 'You are in a call',
      loggedOut: 'Log in on your phone first',
    },
  },
  uk: {
    call: 'Подзвонити',
    callNumber: (number) => `Подзвонити ${number}`,
    coming: 'Телефон завантажується…',
    notLoaded: 'Не вдалося завантажити телефон. Перезавантажте сторінку, коли буде мережа.',
    notesWait: (count) => `Ще не збережено нотаток: ${count}. Вони лишаються в цьому браузері й надсилаються знову.`,
    noteRefused: 'Сервер не прийняв нотатку. Вона лишилася в картці клієнта.',
    obstacles: {
      noPhone: 'У вашого облікового запису немає телефону',
      notReady: 'Телефон не готовий до дзвінка',
      signingIn: 'Телефон ще не ввійшов у систему',
      noConnection: 'Телефон не має зв’язку',
      dialling: 'Дзвінок набирається',
      notAllowed: 'Mediatel зараз не дозволяє дзвонити',
      paused: 'Спершу завершіть паузу',
      afterCall: 'Спершу виберіть, чим закінчився останній дзвінок',
      inCall: 'Ви розмовляєте',
      loggedOut: 'Спершу увійдіть на телефоні',
    },
  },
  ru: {
    call: 'Позвонить',
    callNumber: (number) => `Позвонить ${number}`,
    coming: 'Телефон загружается…',
    notLoaded: 'Не удалось загрузить телефон. Перезагрузите страницу, когда будет сеть.',
    notesWait: (count) => `Ещё не сохранено заметок: ${count}. Они остаются в этом браузере и отправляются снова.`,
    noteRefused: 'Сервер не принял заметку. Она осталась в карточке клиента.',
    obstacles: {
      noPhone: 'У вашей учётной записи нет телефона',
      notReady: 'Телефон не готов к звонку',
      signingIn: 'Телефон ещё не вошёл в систему',
      noConnection: 'У телефона нет связи',
      dialling: 'Звонок набирается',
      notAllowed: 'Mediatel сейчас не разрешает звонить',
      paused: 'Сначала завершите паузу',
      afterCall: 'Сначала выберите, чем закончился последний звонок',
      inCall: 'Вы разговариваете',
      loggedOut: 'Сначала войдите на телефоне',
    },
  },
};
