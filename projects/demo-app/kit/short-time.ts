const month = new Intl.DateTimeFormat('en-US', { month: 'short' });
const time = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * A moment of these days in the browser's time zone: `5 Nov, 09:07`. By `Intl`, because Angular's `date` pipe would come with the
 * first page.
 */
export function shortTime(moment: number | string): string {
  const date = new Date(moment);
  return `${date.getDate()} ${month.format(date)}, ${time.format(date)}`;
}
