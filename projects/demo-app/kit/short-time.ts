import type { LanguageTag } from 'mediatel-lib/ui';

// British months have four letters in September.
const day: Readonly<Record<LanguageTag, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-US', { month: 'short' }),
  uk: new Intl.DateTimeFormat('uk', { day: 'numeric', month: 'short' }),
  ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'short' }),
};
const time = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * A moment of these days in the browser's time zone and the reader's language: `5 Nov, 09:07`, `5 лист., 09:07`. By `Intl`,
 * because Angular's `date` pipe would come with the first page.
 */
export function shortTime(moment: number | string, tag: LanguageTag): string {
  const date = new Date(moment);
  const ofDay = day[tag].format(date);
  return `${tag === 'en' ? `${date.getDate()} ${ofDay}` : ofDay}, ${time.format(date)}`;
}
