import type { FlightPage } from './earlier-pages';
import { FlightTape, type TapeLimits } from './flight-tape';

/** Fields with a monotonic time (ms), in all entries. */
const timeFields: ReadonlySet<string> = new Set(['at', 'receivedAt', 'retryAt']);

/** A copy with its monotonic times shifted. `data` is the server's own message: its times are of another clock. */
function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shifted(item, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => {
      if (timeFields.has(name) && typeof item === 'number') return [name, item + by];
      return [name, name === 'data' ? item : shifted(item, by)];
    }),
  );
}

/**
 * Joins pages that followed each other to one tape on one clock: the last page's, unless the first page would begin
 * before 0.
 *
 * The wall clock says how long it was between two pages. If it was set back meanwhile, the next page follows at once.
 *
 * @returns The tape, and what was added to the last page's times (ms).
 */
export function joinPages(
  pages: readonly [...FlightPage[], FlightPage],
  limits: TapeLimits,
): { readonly tape: FlightTape; readonly shift: number } {
  const own = pages.at(-1)!;
  const shifts: number[] = [];
  let next = Infinity;
  for (const { entries, origin } of [...pages].reverse()) {
    const [first, last] = [entries[0], entries.at(-1)];
    const shift = Math.min(origin - own.origin, next - (last?.at ?? 0));
    shifts.unshift(shift);
    if (first !== undefined) next = first.at + shift;
  }
  const base = next === Infinity ? 0 : Math.max(0, -next);
  const tape = new FlightTape(limits);
  pages.forEach(({ entries }, index) => {
    const by = (shifts[index] ?? 0) + base;
    for (const { at, kind, text } of entries) {
      tape.append({ at: at + by, kind, text: by === 0 ? text : JSON.stringify(shifted(JSON.parse(text), by)) });
    }
  });
  return { tape, shift: base };
}
