import type { InEveryLanguage } from '../kit/page-language';
import type { CallRecord } from './call-record';

export interface CallListWords {
  readonly directions: Readonly<Record<CallRecord['direction'], string>>;
  readonly noResultYet: string;
  readonly noResult: string;
  readonly play: string;
  readonly playOf: (traceId: string) => string;
  readonly close: string;
  readonly closeOf: (traceId: string) => string;
  readonly save: string;
  readonly saveAsWav: string;
  readonly noRecording: string;
  readonly again: string;
  readonly none: string;
}

/** The texts of a list of calls. Results and the server's errors are data. */
export const callListWords: InEveryLanguage<CallListWords> = {
  en: {
    directions: { incoming: 'Incoming', outgoing: 'Outgoing', predictive: 'Dialled for you', unknown: 'Call' },
    noResultYet: 'No result yet',
    noResult: 'No result chosen',
    play: 'Play the recording',
    playOf: (traceId) => `Play the recording of call ${traceId}`,
    close: 'Close',
    closeOf: (traceId) => `Close the recording of call ${traceId}`,
    save: 'Save the recording',
    saveAsWav: 'Save as WAV',
    noRecording: 'There is no recording of this call.',
    again: 'Try again',
    none: 'No calls yet.',
  },
  uk: {
    directions: { incoming: 'Вхідний', outgoing: 'Вихідний', predictive: 'Набрано для вас', unknown: 'Дзвінок' },
    noResultYet: 'Результату ще немає',
    noResult: 'Результат не вибрано',
    play: 'Прослухати запис',
    playOf: (traceId) => `Прослухати запис дзвінка ${traceId}`,
    close: 'Закрити',
    closeOf: (traceId) => `Закрити запис дзвінка ${traceId}`,
    save: 'Зберегти запис',
    saveAsWav: 'Зберегти як WAV',
    noRecording: 'Запису цього дзвінка немає.',
    again: 'Спробувати ще раз',
    none: 'Дзвінків ще немає.',
  },
  ru: {
    directions: { incoming: 'Входящий', outgoing: 'Исходящий', predictive: 'Набран для вас', unknown: 'Звонок' },
    noResultYet: 'Результата ещё нет',
    noResult: 'Результат не выбран',
    play: 'Прослушать запись',
    playOf: (traceId) => `Прослушать запись звонка ${traceId}`,
    close: 'Закрыть',
    closeOf: (traceId) => `Закрыть запись звонка ${traceId}`,
    save: 'Сохранить запись',
    saveAsWav: 'Сохранить как WAV',
    noRecording: 'Записи этого звонка нет.',
    again: 'Попробовать ещё раз',
    none: 'Звонков ещё нет.',
  },
};
