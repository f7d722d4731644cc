/** A part of a day. Times are milliseconds since the epoch. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Named parts of a day; `last` ones move with the present. */
export const namedRanges = { all: Infinity, four: 4 * hour, one: hour } as const;
export type NamedRange = keyof typeof namedRanges;

/** The chosen part of a day: a named one, or one between two times. Up to `Infinity` it ends with the day. */
export type RangeChoice = NamedRange | DayRange;

/** The shortest part that can be chosen (ms). */
const shortestRange = 5 * minute;
/** The steps in which a part is chosen (ms). */
export const rangeStep = minute;

/**
 * The part of a day to draw without zoom: from the first known state to the end of the known part, with some room for
 * the line of the present.
 */
export function wholeRange(first: number, until: number, isNow: boolean): DayRange {
  const from = Math.floor(Math.min(first, until - 10 * minute) / rangeStep) * rangeStep;
  const room = isNow ? (until - from) * 0.02 : 0;
  return { from, to: Math.ceil((until + room) / rangeStep) * rangeStep };
}

/** The chosen part, inside the whole. */
export function chosenRange(choice: RangeChoice, whole: DayRange): DayRange {
  if (typeof choice === 'string') return { from: Math.max(whole.from, whole.to - namedRanges[choice]), to: whole.to };
  const to = Math.min(whole.to, Math.max(choice.to, whole.from + shortestRange));
  return { from: Math.max(whole.from, Math.min(choice.from, to - shortestRange)), to };
}

/** The choice between two times, in whole steps; the whole day if it is all of it. */
export function rangeBetween(a: number, b: number, whole: DayRange): RangeChoice {
  const from = Math.max(whole.from, Math.floor(Math.min(a, b) / rangeStep) * rangeStep);
  const to = Math.min(whole.to, Math.ceil(Math.max(a, b) / rangeStep) * rangeStep);
  if (to >= whole.to) return from <= whole.from ? 'all' : { from, to: Infinity };
  return { from, to: Math.max(to, from + shortestRange) };
}
