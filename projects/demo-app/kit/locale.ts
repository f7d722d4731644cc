import type { LanguageTag } from 'mediatel-lib/ui';

/** The locale for dates and numbers in a language: English with the day first and 24 hours, as in the other languages. */
export const localeOf = (tag: LanguageTag): string => (tag === 'en' ? 'en-GB' : tag);
