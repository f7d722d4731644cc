const hour = 60 * 60 * 1000;

/** Where midnight is: turns instants into the dates of one time zone, and back. */
export class DayCalendar {
  /** An IANA name, as it was given. */
  readonly timeZone: string;
  private readonly parts: Intl.DateTimeFormat;
  /** The day looked up last: most questions are about today. */
  private known = { day: '', begin: 0, end: 0 };

  /** Default: the process's own zone. Throws a `RangeError` for what is none. */
  constructor(timeZone?: string) {
    this.parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    this.timeZone = timeZone ?? this.parts.resolvedOptions().timeZone;
  }

  /** What `HUB_TIME_ZONE` says; a fault of it is added to `problems`. */
  static read(timeZone: string | null, problems: string[]): DayCalendar {
    try {
      return new DayCalendar(timeZone ?? undefined);
    } catch {
      // A RangeError, which says no more.
      problems.push(`HUB_TIME_ZONE must be a time zone’s name as Europe/Kyiv, not "${timeZone}"`);
      return new DayCalendar();
    }
  }

  /** Whether the names mean one zone: `Europe/Kiev` is `Europe/Kyiv`. */
  isIn(timeZone: string): boolean {
    return new DayCalendar(timeZone).parts.resolvedOptions().timeZone === this.parts.resolvedOptions().timeZone;
  }

  /** The date of an instant, `YYYY-MM-DD`. */
  dayOf(at: number): string {
    const { day, begin, end } = this.known;
    if (at >= begin && at < end) return day;
    const found = this.dateOf(at);
    this.known = { day: found, begin: this.beginOf(found), end: this.endOf(found) };
    return found;
  }

  /** The first instant of the day: midnight, or what comes instead of it where clocks are set forward then. */
  beginOf(day: string): number {
    // Zones differ from UTC by less than 15 hours.
    let before = Date.parse(`${day}T00:00:00Z`) - 15 * hour;
    let within = before + 30 * hour;
    while (within - before > 1) {
      const middle = Math.floor((before + within) / 2);
      if (this.dateOf(middle) < day) before = middle;
      else within = middle;
    }
    return within;
  }

  /** The first instant of the day after. A day may have 23 hours, or 25. */
  endOf(day: string): number {
    return this.beginOf(this.dateOf(this.beginOf(day) + 36 * hour));
  }

  isDay(text: string): boolean {
    if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00:00Z`))) return false;
    return this.dateOf(this.beginOf(text)) === text;
  }

  private dateOf(at: number): string {
    const date: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of this.parts.formatToParts(at)) date[type] = value;
    return `${date.year}-${date.month}-${date.day}`;
  }
}
