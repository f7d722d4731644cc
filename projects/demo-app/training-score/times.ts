import type { LanguageTag } from 'mediatel-lib/ui';
import { talkTime } from '../calls/call-duration';
import { localeOf } from '../kit/locale';

/** A moment of a recording: `0:12`. */
export const momentOf = (ms: number): string => talkTime(Math.floor(ms / 1000));

/** A date and time: `5 Nov 2026, 09:07`, in the reader's language. */
export const dateTime = (at: number, tag: LanguageTag): string =>
  new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** A day of `YYYY-MM-DD`, short: `5 Nov`. */
export const shortDay = (day: string, tag: LanguageTag): string =>
  new Intl.DateTimeFormat(localeOf(tag), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );

/** The same without letters, for a narrow column: `5/11`. */
export const narrowDay = (day: string, tag: LanguageTag): string =>
  new Intl.DateTimeFormat(localeOf(tag), { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );

/** A number with the reader's decimal sign. */
export const numberIn = (value: number, tag: LanguageTag): string => new Intl.NumberFormat(tag).format(value);
