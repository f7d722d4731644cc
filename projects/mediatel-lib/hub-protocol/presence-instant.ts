/** Milliseconds, longer than any shift. */
const longestAgo = 31 * 24 * 60 * 60 * 1000;

/** When a state or a call of a presence began, by Mediatel's clock; a time that no shift holds is `null`: a day would begin before all calendars. */
export const presenceInstant = (at: number | null, serverTime: number): number | null =>
  at === null || Math.abs(serverTime - at) > longestAgo ? null : at;
