import type { InEveryLanguage } from '../kit/page-language';

export interface SupervisorWords {
  readonly title: string;
  /** Name of the choice between `now` and `day`. */
  readonly choice: string;
  readonly now: string;
  readonly day: string;
}

/** The texts of the supervisor's page around the board and the day. */
export const supervisorWords: InEveryLanguage<SupervisorWords> = {
  en: { title: 'Your team', choice: 'What to see', now: 'Now', day: 'The day' },
  uk: { title: 'Ваша команда', choice: 'Що показати', now: 'Зараз', day: 'День' },
  ru: { title: 'Ваша команда', choice: 'Что показать', now: 'Сейчас', day: 'День' },
};
