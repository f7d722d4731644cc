/**
 * How long ago something was, in words: `now`, `12 min ago`, `3 hr ago`, `2 days ago`.
 *
 * `language` is a BCP 47 tag. Words and plurals come from the browser.
 */
export function agoWords(seconds: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const ago = (value: number, unit: 'second' | 'minute' | 'hour' | 'day'): string =>
    // Some languages abbreviate with a full stop, which a list does not need.
    words.format(-value, unit).replaceAll('.', '');
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  if (minutes === 0) return ago(0, 'second');
  if (minutes < 60) return ago(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? ago(hours, 'hour') : ago(Math.floor(hours / 24), 'day');
}
