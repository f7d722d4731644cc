/** 31 days in milliseconds, longer than any shift. */
const longestAgo = 31 * 24 * 60 * 60 * 1000;

/**
 * When a state or a call began, by Mediatel's clock (ms); `null` if no shift lasts that long.
 *
 * Without this bound, a wrong time would begin a day before all calendars.
 */
export const presenceInstant = (at: number | null, serverTime: number): number | null =>
  at === null || Math.abs(serverTime - at) > longestAgo ? null : at;
