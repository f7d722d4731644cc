import type { InEveryLanguage } from '../kit/page-language';
import type { HintReader } from './hint-memory';

/** One hint. Its text may have a link in the middle. */
interface HintWords {
  readonly title: string;
  /** Before, in and after the link; without a link the whole text is the first part. */
  readonly text: readonly [string, string, string];
}

export interface HintsWords {
  readonly label: Readonly<Record<HintReader, string>>;
  readonly close: string;
  readonly hints: Readonly<Record<HintReader, readonly [HintWords, HintWords, HintWords]>>;
}

/** The texts of the hints. The customer's name is data. */
export const hintsWords: InEveryLanguage<HintsWords> = {
  en: {
    label: { operator: 'Three things to try', supervisor: 'Three things to look at' },
    close: 'Close the hints',
    hints: {
      operator: [
        {
          title: 'Call somebody.',
          text: ['Open ', 'Olena Kovalchuk', ' and click her number: she talks, and answers you.'],
        },
        { title: 'Be called.', text: ['In ', 'Training', ' a customer calls you; the phone answers by itself.'] },
        {
          title: 'Hang up, say how it ended.',
          text: ['Digits choose a result, Enter saves it, and you are available again.', '', ''],
        },
      ],
      supervisor: [
        {
          title: 'See who needs you.',
          text: ['The ', 'team', ' is live: ▲ marks what lasts too long, and the alerts say why.'],
        },
        {
          title: 'Act for an operator.',
          text: ['Each ', 'row', ' ends with a menu: send a message, start or end a pause.'],
        },
        { title: 'Look back.', text: ['The ', 'day', ' shows everybody’s calls and pauses, with totals to compare.'] },
      ],
    },
  },
  uk: {
    label: { operator: 'Три речі, які варто спробувати', supervisor: 'Три речі, на які варто глянути' },
    close: 'Закрити підказки',
    hints: {
      operator: [
        {
          title: 'Подзвоніть комусь.',
          text: ['Відкрийте картку ', 'Olena Kovalchuk', ' і натисніть номер: вона говорить і відповідає вам.'],
        },
        {
          title: 'Прийміть дзвінок.',
          text: ['У розділі ', 'Навчання', ' вам дзвонить клієнт; телефон відповідає сам.'],
        },
        {
          title: 'Завершіть і скажіть, чим закінчилося.',
          text: ['Цифри вибирають результат, Enter зберігає, і ви знову доступні.', '', ''],
        },
      ],
      supervisor: [
        {
          title: 'Побачте, кому ви потрібні.',
          text: ['', 'Команда', ' показана наживо: ▲ позначає те, що триває задовго, а сповіщення кажуть чому.'],
        },
        {
          title: 'Допоможіть операторові.',
          text: ['У кінці кожного ', 'рядка', ' є меню: надіслати повідомлення, почати чи завершити паузу.'],
        },
        {
          title: 'Озирніться назад.',
          text: ['', 'День', ' показує дзвінки й паузи кожного, з підсумками для порівняння.'],
        },
      ],
    },
  },
  ru: {
    label: { operator: 'Три вещи, которые стоит попробовать', supervisor: 'Три вещи, на которые стоит взглянуть' },
    close: 'Закрыть подсказки',
    hints: {
      operator: [
        {
          title: 'Позвоните кому-нибудь.',
          text: ['Откройте карточку ', 'Olena Kovalchuk', ' и нажмите номер: она говорит и отвечает вам.'],
        },
        {
          title: 'Примите звонок.',
          text: ['В разделе ', 'Обучение', ' вам звонит клиент; телефон отвечает сам.'],
        },
        {
          title: 'Завершите и скажите, чем закончилось.',
          text: ['Цифры выбирают результат, Enter сохраняет, и вы снова доступны.', '', ''],
        },
      ],
      supervisor: [
        {
          title: 'Увидьте, кому вы нужны.',
          text: [
            '',
            'Команда',
            ' показана вживую: ▲ отмечает то, что длится слишком долго, а оповещения говорят почему.',
          ],
        },
        {
          title: 'Помогите оператору.',
          text: ['В конце каждой ', 'строки', ' есть меню: отправить сообщение, начать или завершить паузу.'],
        },
        {
          title: 'Оглянитесь назад.',
          text: ['', 'День', ' показывает звонки и паузы каждого, с итогами для сравнения.'],
        },
      ],
    },
  },
};
