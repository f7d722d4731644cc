const hour = 60 * 60 * 1000;

/** Defines when midnight is: converts instants to the dates of one time zone, and back. */
export class DayCalendar {
  /** An IANA name, as configured. */
  readonly timeZone: string;
  readonly #parts: Intl.DateTimeFormat;
  /** The day of the last look-up: most look-ups are about today. */
  #known = { day: '', begin: 0, end: 0 };

  /** The default is the process's own zone. Throws a `RangeError` if the name is no zone. */
  constructor(timeZone?: string) {
    this.#parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    this.timeZone = timeZone ?? this.#parts.resolvedOptions().timeZone;
  }

  /** Reads the value of `HUB_TIME_ZONE`. A problem is added to `problems`. */
  static read(timeZone: string | null, problems: string[]): DayCalendar {
    try {
      return new DayCalendar(timeZone ?? undefined);
    } catch {
      // It is a RangeError without further information.
      problems.push(`HUB_TIME_ZONE must be the name of a time zone, such as Europe/Kyiv, not "${timeZone}"`);
      return new DayCalendar();
    }
  }

  /** Whether both names mean the same zone: `Europe/Kiev` is `Europe/Kyiv`. */
  isIn(timeZone: string): boolean {
    return new DayCalendar(timeZone).#parts.resolvedOptions().timeZone === this.#parts.resolvedOptions().timeZone;
  }

  /** The date of an instant, `YYYY-MM-DD`. */
  dayOf(at: number): string {
    const { day, begin, end } = this.#known;
    if (at >= begin && at < end) return day;
    const found = this.#dateOf(at);
    this.#known = { day: found, begin: this.beginOf(found), end: this.endOf(found) };
    return found;
  }

  /** The first instant of the day: midnight, or the end of the gap if clocks are set forward at midnight. */
  beginOf(day: string): number {
    // Zones differ from UTC by less than 15 hours.
    let before = Date.parse(`${day}T00:00:00Z`) - 15 * hour;
    let within = before + 30 * hour;
    while (within - before > 1) {
      const middle = Math.floor((before + within) / 2);
      if (this.#dateOf(middle) < day) before = middle;
      else within = middle;
    }
    return within;
  }

  /** The first instant of the next day. A day may have 23 or 25 hours. */
  endOf(day: string): number {
    return this.beginOf(this.#dateOf(this.beginOf(day) + 36 * hour));
  }

  isDay(text: string): boolean {
    if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00:00Z`))) return false;
    return this.#dateOf(this.beginOf(text)) === text;
  }

  #dateOf(at: number): string {
    const date: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of this.#parts.formatToParts(at)) date[type] = value;
    return `${date.year}-${date.month}-${date.day}`;
  }
}
