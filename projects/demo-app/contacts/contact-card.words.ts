import type { TrainingBehaviour } from '../address-book/contact';
import type { InEveryLanguage } from '../kit/page-language';
import type { LanguageTag } from 'mediatel-lib/ui';

export interface ContactCardWords {
  readonly back: string;
  readonly trainingNumber: (behaviour: TrainingBehaviour) => string;
  readonly speaks: Readonly<Record<LanguageTag, string>>;
  readonly balance: string;
  readonly contract: string;
  readonly product: string;
  readonly customer: string;
  readonly unknown: string;
  /** `id`: Mediatel's customer id; `null` if there is none. */
  readonly notInCrm: (id: string | null) => string;
  readonly notes: string;
  readonly newNote: string;
  readonly noteHint: string;
  readonly addNote: string;
  readonly afterCall: (traceId: string) => string;
  readonly noNotes: string;
  readonly calls: string;
  readonly loading: string;
  readonly neverSpoken: string;
  readonly callsFailed: string;
  readonly again: string;
}

const behaviours: InEveryLanguage<Readonly<Record<TrainingBehaviour, string>>> = {
  en: {
    talks: 'talks and answers back',
    busy: 'is busy',
    neverAnswers: 'never answers',
    hangsUp: 'hangs up after five seconds',
    echoes: 'repeats what you say',
  },
  uk: {
    talks: 'говорить і відповідає',
    busy: 'зайнято',
    neverAnswers: 'ніколи не відповідає',
    hangsUp: 'кладе слухавку за п’ять секунд',
    echoes: 'повторює те, що ви кажете',
  },
  ru: {
    talks: 'говорит и отвечает',
    busy: 'занято',
    neverAnswers: 'никогда не отвечает',
    hangsUp: 'кладёт трубку через пять секунд',
    echoes: 'повторяет то, что вы говорите',
  },
};

/** The texts of a customer's card. */
export const contactCardWords: InEveryLanguage<ContactCardWords> = {
  en: {
    back: 'Back to the list',
    trainingNumber: (behaviour) => `Training number: ${behaviours.en[behaviour]}.`,
    speaks: { en: 'English', uk: 'Ukrainian', ru: 'Russian' },
    balance: 'Balance',
    contract: 'Contract',
    product: 'Product',
    customer: 'Customer',
    unknown: 'Unknown customer',
    notInCrm: (id) => `Nobody in the CRM has this number.${id === null ? '' : ` Mediatel’s customer id is ${id}.`}`,
    notes: 'Notes',
    newNote: 'New note',
    noteHint: 'What should the next operator know?',
    addNote: 'Add note',
    afterCall: (traceId) => `after call ${traceId}`,
    noNotes: 'Nothing noted yet.',
    calls: 'Your calls',
    loading: 'Loading…',
    neverSpoken: 'You have not spoken yet.',
    callsFailed: 'The list of calls could not be loaded.',
    again: 'Try again',
  },
  uk: {
    back: 'Назад до списку',
    trainingNumber: (behaviour) => `Навчальний номер: ${behaviours.uk[behaviour]}.`,
    speaks: { en: 'англійська', uk: 'українська', ru: 'російська' },
    balance: 'Заборгованість',
    contract: 'Договір',
    product: 'Продукт',
    customer: 'Клієнт',
    unknown: 'Невідомий клієнт',
    notInCrm: (id) => `Нікого з цим номером немає в CRM.${id === null ? '' : ` ID клієнта в Mediatel: ${id}.`}`,
    notes: 'Нотатки',
    newNote: 'Нова нотатка',
    noteHint: 'Що варто знати наступному операторові?',
    addNote: 'Додати нотатку',
    afterCall: (traceId) => `після дзвінка ${traceId}`,
    noNotes: 'Нотаток ще немає.',
    calls: 'Ваші дзвінки',
    loading: 'Завантаження…',
    neverSpoken: 'Ви ще не розмовляли.',
    callsFailed: 'Не вдалося завантажити список дзвінків.',
    again: 'Спробувати ще раз',
  },
  ru: {
    back: 'Назад к списку',
    trainingNumber: (behaviour) => `Учебный номер: ${behaviours.ru[behaviour]}.`,
    speaks: { en: 'английский', uk: 'украинский', ru: 'русский' },
    balance: 'Задолженность',
    contract: 'Договор',
    product: 'Продукт',
    customer: 'Клиент',
    unknown: 'Неизвестный клиент',
    notInCrm: (id) => `Никого с этим номером нет в CRM.${id === null ? '' : ` ID клиента в Mediatel: ${id}.`}`,
    notes: 'Заметки',
    newNote: 'Новая заметка',
    noteHint: 'Что стоит знать следующему оператору?',
    addNote: 'Добавить заметку',
    afterCall: (traceId) => `после звонка ${traceId}`,
    noNotes: 'Заметок ещё нет.',
    calls: 'Ваши звонки',
    loading: 'Загрузка…',
    neverSpoken: 'Вы ещё не разговаривали.',
    callsFailed: 'Не удалось загрузить список звонков.',
    again: 'Попробовать ещё раз',
  },
};
