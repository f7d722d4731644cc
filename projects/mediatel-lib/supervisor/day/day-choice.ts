import { type DayTotals, type OperatorTotals, addTotals, noTotals } from 'mediatel-lib/hub-protocol';

/** Number of operators on one page of the day report. */
export const pageSize = 25;

/** The supervisor's choice of operators. */
export interface DayChoice {
  /** The team; `null` for all. */
  readonly team: string | null;
  /** Text in name or id; empty for all. */
  readonly search: string;
}

/** The matching operators, sorted by name. */
export function chosenOf(
  all: readonly OperatorTotals[],
  { team, search }: DayChoice,
  language: string,
): readonly OperatorTotals[] {
  const wanted = search.trim().toLocaleLowerCase(language);
  const collator = new Intl.Collator(language, { numeric: true });
  return all
    .filter((one) => team === null || one.team === team)
    .filter(
      ({ name, id }) => wanted === '' || [name, id].some((text) => text.toLocaleLowerCase(language).includes(wanted)),
    )
    .sort((a, b) => collator.compare(a.name, b.name) || collator.compare(a.id, b.id));
}

/** Each team's totals over all its operators, sorted by team. */
export function teamTotals(
  all: readonly OperatorTotals[],
): readonly { readonly team: string; readonly totals: DayTotals }[] {
  const teams = new Map<string, DayTotals>();
  for (const { team, totals } of all) teams.set(team, addTotals(teams.get(team) ?? noTotals, totals));
  return [...teams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([team, totals]) => ({ team, totals }));
}
