import type { LocalisedText } from '../language';

/** What a customer says who has heard nothing for too long. */
export const patienceLine: LocalisedText = {
  uk: 'Алло? Ви мене чуєте?',
  ru: 'Алло? Вы меня слышите?',
  en: 'Hello? Is anybody there?',
};
