/** How many days back the hub keeps. */
const keptDays = 7;

const day = 24 * 3_600_000;

/** The kept days up to today, the newest first: `YYYY-MM-DD`. */
export function keptDaysOf(today: string): readonly string[] {
  // Noon UTC: the dates are only counted, so no zone and no change of the clock matters.
  const noon = Date.parse(`${today}T12:00:00Z`);
  if (Number.isNaN(noon)) return [];
  return Array.from({ length: keptDays + 1 }, (_, i) => new Date(noon - i * day).toISOString().slice(0, 10));
}

/** A day in words: `Sat, Nov 28`. */
export const dayWords = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
