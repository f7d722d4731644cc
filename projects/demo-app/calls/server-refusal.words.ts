import type { InEveryLanguage } from '../kit/page-language';
import type { ServerRefusal } from './server-refusal';

/** Why an order was refused, beside its button. */
export const refusalWords: InEveryLanguage<Readonly<Record<ServerRefusal, string>>> = {
  en: {
    busy: 'You are not available: log in on the phone, end a pause, or finish the last call first.',
    invalid: 'That is no number a customer could call from.',
    unknown: 'The training server does not know this.',
    signedOut: 'Your sign-in has ended. Sign in again.',
    unreachable: 'The training server does not answer.',
    failed: 'The training server could not do it.',
  },
  uk: {
    busy: 'Ви не доступні: увійдіть на телефоні, завершіть паузу або закінчіть останній дзвінок.',
    invalid: 'З такого номера клієнт не може подзвонити.',
    unknown: 'Навчальний сервер цього не знає.',
    signedOut: 'Ваш сеанс закінчився. Увійдіть знову.',
    unreachable: 'Навчальний сервер не відповідає.',
    failed: 'Навчальний сервер не зміг цього зробити.',
  },
  ru: {
    busy: 'Вы не доступны: войдите на телефоне, завершите паузу или закончите последний звонок.',
    invalid: 'С такого номера клиент не может позвонить.',
    unknown: 'Учебный сервер этого не знает.',
    signedOut: 'Ваш сеанс закончился. Войдите снова.',
    unreachable: 'Учебный сервер не отвечает.',
    failed: 'Учебный сервер не смог этого сделать.',
  },
};
