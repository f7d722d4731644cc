import type { OperatorTotals } from 'mediatel-lib/hub-protocol';

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
