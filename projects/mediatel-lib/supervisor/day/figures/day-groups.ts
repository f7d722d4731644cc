import { type DayTotals, type OperatorTotals, addTotals, noTotals } from 'mediatel-lib/hub-protocol';

/** A team with its operators. */
export interface DayGroup {
  readonly team: string;
  /** The sum of its operators. */
  readonly totals: DayTotals;
  readonly operators: readonly OperatorTotals[];
}

/** The order of teams, and of the operators in each. */
export interface DayOrder<By extends string> {
  /** The sorted figure. */
  readonly by: By | 'name';
  readonly descending: boolean;
}

/** The sum of several operators. */
export const sumOf = (all: readonly OperatorTotals[]): DayTotals =>
  all.reduce<DayTotals>((sum, { totals }) => addTotals(sum, totals), noTotals);

/**
 * Teams with their operators, both sorted alike. Equal figures are sorted by name; a missing figure comes last.
 *
 * @param figure The figure of a row that is sorted by.
 */
export function dayGroups<By extends string>(
  all: readonly OperatorTotals[],
  { by, descending }: DayOrder<By>,
  figure: (totals: DayTotals, by: By) => number | null,
  language: string,
): readonly DayGroup[] {
  const teams = new Map<string, OperatorTotals[]>();
  for (const one of all) {
    const team = teams.get(one.team);
    if (team) team.push(one);
    else teams.set(one.team, [one]);
  }
  const collator = new Intl.Collator(language, { numeric: true });
  const sorted = <Row extends { readonly totals: DayTotals }>(rows: Row[], nameOf: (row: Row) => string): Row[] => {
    const keyed = rows.map((row) => ({ row, name: nameOf(row), value: by === 'name' ? null : figure(row.totals, by) }));
    keyed.sort((a, b) => {
      const names = collator.compare(a.name, b.name);
      if (by === 'name') return descending ? -names : names;
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || names;
      return (descending ? b.value - a.value : a.value - b.value) || names;
    });
    return keyed.map(({ row }) => row);
  };
  return sorted(
    [...teams].map(([team, operators]) => ({
      team,
      totals: sumOf(operators),
      operators: sorted(operators, ({ name, id }) => `${name}\u0000${id}`),
    })),
    ({ team }) => team,
  );
}

/** The order after a press on a column: another column begins with its best end, the same one turns round. */
export const pressed = <By extends string>(order: DayOrder<By>, by: By | 'name'): DayOrder<By> =>
  order.by === by ? { by, descending: !order.descending } : { by, descending: by !== 'name' };
