import type { InEveryLanguage } from '../kit/page-language';
import type { TrainingNumberName, TrainingQueueName } from './training-number';

/** All texts of the training page but those of scenarios. */
export interface TrainingWords {
  readonly title: string;
  readonly lead: string;
  readonly callsMe: string;
  readonly from: string;
  readonly queue: string;
  readonly callMe: string;
  readonly hint: string;
  readonly calling: (number: string, queue: string) => string;
  readonly numbers: string;
  readonly others: string;
  /** Before, between and after the link to the replay. */
  readonly wrong: readonly [string, string, string];
  readonly behaviours: Readonly<Record<TrainingNumberName, { readonly title: string; readonly called: string }>>;
  readonly queues: Readonly<Record<TrainingQueueName, string>>;
}

export const trainingWords: InEveryLanguage<TrainingWords> = {
  en: {
    title: 'Training',
    lead: 'Customers made of software, with real calls: call them, or have one call you. Everything is recorded; you find the recording on the customer’s card.',
    callsMe: 'A customer calls me',
    from: 'From',
    queue: 'Through queue',
    callMe: 'Call me',
    hint: 'You must be available: the phone answers by itself within a second, after a chime.',
    calling: (number, queue) => `${number} is calling you by ${queue}.`,
    numbers: 'Who does what',
    others: 'Any other number talks and answers, like the first.',
    wrong: [
      'Did something go wrong? Save it at the desk (More → Save a report for support), and ',
      'replay the report',
      '.',
    ],
    behaviours: {
      talks: { title: 'Talks', called: 'Picks up, waits until you have spoken, answers.' },
      busy: { title: 'Busy', called: 'You hear the busy tone, then choose a result.' },
      neverAnswers: { title: 'Never answers', called: 'Rings until Mediatel gives up.' },
      hangsUp: { title: 'Hangs up', called: 'Picks up and is gone after five seconds.' },
      echoes: { title: 'Echo', called: 'You hear yourself: a test of your headset.' },
    },
    queues: {
      IN_Support: 'customer service, several results',
      DM_Banks_ManualCalls: 'banks, results in Ukrainian, 3 minutes',
      DM_MFO_1: 'micro-finance, results in Russian, 3 minutes',
      Q_P_2_Manual: 'sales, several results in English',
      PD_Telemarketing: 'telemarketing, 2 minutes',
    },
  },
  uk: {
    title: 'Навчання',
    lead: 'Клієнти зроблені програмою, а дзвінки справжні: подзвоніть їм, або хай подзвонять вам. Усе записується; запис є на картці клієнта.',
    callsMe: 'Клієнт дзвонить мені',
    from: 'З номера',
    queue: 'Через чергу',
    callMe: 'Подзвоніть мені',
    hint: 'Ви маєте бути доступні: телефон відповідає сам за секунду, після сигналу.',
    calling: (number, queue) => `${number} дзвонить вам через ${queue}.`,
    numbers: 'Хто що робить',
    others: 'Будь-який інший номер говорить і відповідає, як перший.',
    wrong: [
      'Щось пішло не так? Збережіть звіт на панелі (Ще → Зберегти звіт для підтримки) і ',
      'відтворіть його',
      '.',
    ],
    behaviours: {
      talks: { title: 'Говорить', called: 'Бере слухавку, чекає, поки ви скажете щось, і відповідає.' },
      busy: { title: 'Зайнято', called: 'Ви чуєте сигнал «зайнято», потім вибираєте результат.' },
      neverAnswers: { title: 'Не відповідає', called: 'Дзвінок триває, доки Mediatel не припинить.' },
      hangsUp: { title: 'Кладе слухавку', called: 'Бере слухавку й за п’ять секунд кладе.' },
      echoes: { title: 'Луна', called: 'Ви чуєте себе: перевірка гарнітури.' },
    },
    queues: {
      IN_Support: 'підтримка клієнтів, кілька результатів',
      DM_Banks_ManualCalls: 'банки, результати українською, 3 хвилини',
      DM_MFO_1: 'мікрофінанси, результати російською, 3 хвилини',
      Q_P_2_Manual: 'продажі, кілька результатів англійською',
      PD_Telemarketing: 'телемаркетинг, 2 хвилини',
    },
  },
  ru: {
    title: 'Обучение',
    lead: 'Клиенты сделаны программой, а звонки настоящие: позвоните им, или пусть позвонят вам. Всё записывается; запись есть на карточке клиента.',
    callsMe: 'Клиент звонит мне',
    from: 'С номера',
    queue: 'Через очередь',
    callMe: 'Позвоните мне',
    hint: 'Вы должны быть доступны: телефон отвечает сам за секунду, после сигнала.',
    calling: (number, queue) => `${number} звонит вам через ${queue}.`,
    numbers: 'Кто что делает',
    others: 'Любой другой номер говорит и отвечает, как первый.',
    wrong: [
      'Что-то пошло не так? Сохраните отчёт на панели (Ещё → Сохранить отчёт для поддержки) и ',
      'воспроизведите его',
      '.',
    ],
    behaviours: {
      talks: { title: 'Говорит', called: 'Берёт трубку, ждёт, пока вы скажете что-то, и отвечает.' },
      busy: { title: 'Занято', called: 'Вы слышите сигнал «занято», потом выбираете результат.' },
      neverAnswers: { title: 'Не отвечает', called: 'Звонок идёт, пока Mediatel не прекратит.' },
      hangsUp: { title: 'Кладёт трубку', called: 'Берёт трубку и через пять секунд кладёт.' },
      echoes: { title: 'Эхо', called: 'Вы слышите себя: проверка гарнитуры.' },
    },
    queues: {
      IN_Support: 'поддержка клиентов, несколько результатов',
      DM_Banks_ManualCalls: 'банки, результаты на украинском, 3 минуты',
      DM_MFO_1: 'микрофинансы, результаты на русском, 3 минуты',
      Q_P_2_Manual: 'продажи, несколько результатов на английском',
      PD_Telemarketing: 'телемаркетинг, 2 минуты',
    },
  },
};
