import { counted } from '../kit/counted';
import type { InEveryLanguage } from '../kit/page-language';
import type { LessonRefusal } from './lesson-refusal';

/** The texts about scenarios on the trainee's page. */
export interface LessonsWords {
  readonly title: string;
  readonly loading: string;
  readonly none: string;
  readonly again: string;
  readonly start: string;
  readonly startOf: (title: string) => string;
  readonly stop: string;
  /** Why nothing can be started now. */
  readonly oneAtATime: string;
  readonly calls: (count: number) => string;
  readonly last: (date: string) => string;
  readonly percent: (percent: number) => string;
  readonly ended: Readonly<Record<'done' | 'stopped' | 'failed', string>>;
  readonly scoring: string;
  readonly score: string;
  readonly progress: string;
  readonly now: (title: string) => string;
  readonly callOf: (place: number, of: number) => string;
  readonly doing: {
    readonly logIn: string;
    readonly becomeAvailable: string;
    readonly saveCode: string;
    readonly dial: string;
    readonly comes: string;
    readonly dialled: string;
    readonly inCall: string;
    readonly next: string;
    readonly paused: string;
  };
  readonly refusals: Readonly<Record<LessonRefusal, string>>;
}

export const lessonsWords: InEveryLanguage<LessonsWords> = {
  en: {
    title: 'Scenarios',
    loading: 'The scenarios are being loaded…',
    none: 'The server has no scenarios.',
    again: 'Try again',
    start: 'Start',
    startOf: (title) => `Start: ${title}`,
    stop: 'Stop',
    oneAtATime: 'One scenario at a time: finish or stop the present one first.',
    calls: counted('en', { one: 'call', many: 'calls' }),
    last: (date) => `Last: ${date}`,
    percent: (percent) => `${percent} %`,
    ended: { done: 'Finished', stopped: 'Stopped', failed: 'Broken off' },
    scoring: 'the score is coming…',
    score: 'See the score',
    progress: 'Your progress',
    now: (title) => `Now: ${title}`,
    callOf: (place, of) => `Call ${place} of ${of}`,
    doing: {
      logIn: 'Log in at the desk: then it begins.',
      becomeAvailable: 'Become available at the desk: end the pause or the last call. Then it goes on.',
      saveCode: 'Choose how the call ended, and save it.',
      dial: 'Call the customer:',
      comes: 'The customer calls you in a moment.',
      dialled: 'A customer is being dialled for you.',
      inCall: 'You are in the call.',
      next: 'The next call comes in a moment.',
      paused: 'Your trainer has paused the scenario.',
    },
    refusals: {
      busy: 'The server can’t do that now.',
      running: 'A scenario is already running: stop it first.',
      invalid: 'The server does not understand this.',
      broken: 'This scenario has faults and can’t be played. Tell your trainer.',
      unknown: 'There is no such scenario any more.',
      noSpeech: 'The server can’t speak, so its customers are silent. Tell your trainer.',
      over: 'The scenario is over already.',
      signedOut: 'Your sign-in has ended. Sign in again.',
      unreachable: 'The training server does not answer.',
      failed: 'The training server could not do it.',
    },
  },
  uk: {
    title: 'Сценарії',
    loading: 'Сценарії завантажуються…',
    none: 'На сервері немає сценаріїв.',
    again: 'Спробувати ще раз',
    start: 'Почати',
    startOf: (title) => `Почати: ${title}`,
    stop: 'Зупинити',
    oneAtATime: 'Лише один сценарій за раз: спочатку завершіть або зупиніть теперішній.',
    calls: counted('uk', { one: 'дзвінок', few: 'дзвінки', many: 'дзвінків' }),
    last: (date) => `Востаннє: ${date}`,
    percent: (percent) => `${percent} %`,
    ended: { done: 'Завершено', stopped: 'Зупинено', failed: 'Перервано' },
    scoring: 'оцінка готується…',
    score: 'Переглянути оцінку',
    progress: 'Мій поступ',
    now: (title) => `Зараз: ${title}`,
    callOf: (place, of) => `Дзвінок ${place} з ${of}`,
    doing: {
      logIn: 'Увійдіть на панелі, і сценарій почнеться.',
      becomeAvailable: 'Станьте доступним: завершіть паузу або останній дзвінок. Тоді сценарій продовжиться.',
      saveCode: 'Виберіть, чим закінчився дзвінок, і збережіть.',
      dial: 'Подзвоніть клієнтові:',
      comes: 'Клієнт зараз вам подзвонить.',
      dialled: 'Для вас набирають клієнта.',
      inCall: 'Ви розмовляєте.',
      next: 'Зараз буде наступний дзвінок.',
      paused: 'Тренер призупинив сценарій.',
    },
    refusals: {
      busy: 'Сервер зараз не може цього зробити.',
      running: 'Сценарій уже триває: спочатку зупиніть його.',
      invalid: 'Сервер цього не розуміє.',
      broken: 'У цьому сценарії є помилки, його не можна почати. Скажіть тренерові.',
      unknown: 'Такого сценарію вже немає.',
      noSpeech: 'Сервер не може говорити, тому клієнти мовчать. Скажіть тренерові.',
      over: 'Сценарій уже закінчився.',
      signedOut: 'Ваш сеанс закінчився. Увійдіть знову.',
      unreachable: 'Навчальний сервер не відповідає.',
      failed: 'Навчальний сервер не зміг цього зробити.',
    },
  },
  ru: {
    title: 'Сценарии',
    loading: 'Сценарии загружаются…',
    none: 'На сервере нет сценариев.',
    again: 'Попробовать ещё раз',
    start: 'Начать',
    startOf: (title) => `Начать: ${title}`,
    stop: 'Остановить',
    oneAtATime: 'Только один сценарий за раз: сначала закончите или остановите нынешний.',
    calls: counted('ru', { one: 'звонок', few: 'звонка', many: 'звонков' }),
    last: (date) => `Последний раз: ${date}`,
    percent: (percent) => `${percent} %`,
    ended: { done: 'Закончено', stopped: 'Остановлено', failed: 'Прервано' },
    scoring: 'оценка готовится…',
    score: 'Посмотреть оценку',
    progress: 'Мои успехи',
    now: (title) => `Сейчас: ${title}`,
    callOf: (place, of) => `Звонок ${place} из ${of}`,
    doing: {
      logIn: 'Войдите на панели, и сценарий начнётся.',
      becomeAvailable: 'Станьте доступным: завершите паузу или последний звонок. Тогда сценарий продолжится.',
      saveCode: 'Выберите, чем закончился звонок, и сохраните.',
      dial: 'Позвоните клиенту:',
      comes: 'Клиент сейчас вам позвонит.',
      dialled: 'Для вас набирают клиента.',
      inCall: 'Вы разговариваете.',
      next: 'Сейчас будет следующий звонок.',
      paused: 'Тренер приостановил сценарий.',
    },
    refusals: {
      busy: 'Сервер сейчас не может этого сделать.',
      running: 'Сценарий уже идёт: сначала остановите его.',
      invalid: 'Сервер этого не понимает.',
      broken: 'В этом сценарии есть ошибки, его нельзя начать. Скажите тренеру.',
      unknown: 'Такого сценария уже нет.',
      noSpeech: 'Сервер не может говорить, поэтому клиенты молчат. Скажите тренеру.',
      over: 'Сценарий уже закончился.',
      signedOut: 'Ваш сеанс закончился. Войдите снова.',
      unreachable: 'Учебный сервер не отвечает.',
      failed: 'Учебный сервер не смог этого сделать.',
    },
  },
};
