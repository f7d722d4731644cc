import type { AlertLevel } from '../../alerts/alert-level';
import type { OperatorEntry } from '../../hub/operators';
import { type BoardFilter, type BoardState, boardStates } from './board-state';

/** How operators can be grouped. */
export const boardGroups = ['none', 'queue', 'team', 'state'] as const;
/** How operators are grouped. */
export type BoardGroup = (typeof boardGroups)[number];

/** Orders of operators: by a column, or those with an alert first and then the longest in their state. */
export const boardSorts = ['attention', 'name', 'state', 'time', 'queue', 'quality'] as const;
/** The order of operators. */
export type BoardSort = (typeof boardSorts)[number];

/** The supervisor's choice of what the board shows, and in which order. */
export interface BoardSettings {
  /** Text in name, login, team or queue; empty for all. */
  readonly search: string;
  /** The only operators shown; `null` for all. */
  readonly state: BoardFilter | null;
  /** How operators are grouped. */
  readonly group: BoardGroup;
  /** The order of operators. */
  readonly sort: BoardSort;
  /** Whether the order is descending. */
  readonly descending: boolean;
}

/** The facts about an operator that sorting and filtering need, at one moment. */
export interface BoardOperator {
  readonly entry: OperatorEntry;
  readonly name: string;
  readonly login: string;
  readonly team: string;
  readonly queue: string | null;
  readonly state: BoardState;
  /** Seconds in the state; `null` when it is unknown. */
  readonly seconds: number | null;
  readonly mos: number | null;
  /** How urgent the operator's open alert is; `null` without one. */
  readonly alert: AlertLevel | null;
}

/** A line of the board: a group's heading or an operator. */
export type BoardLine =
  | { readonly kind: 'group'; readonly key: string; readonly count: number }
  | { readonly kind: 'operator'; readonly key: string; readonly entry: OperatorEntry };

/** Whether an operator is shown with these settings. */
export function fitsSettings(
  { search, state }: Pick<BoardSettings, 'search' | 'state'>,
  language: string,
): (operator: BoardOperator) => boolean {
  const wanted = search.trim().toLocaleLowerCase(language);
  return (operator) => {
    if (state === 'attention' ? operator.alert === null : state !== null && operator.state !== state) return false;
    if (wanted === '') return true;
    const { name, login, team, queue } = operator;
    return [name, login, team, queue ?? ''].some((text) => text.toLocaleLowerCase(language).includes(wanted));
  };
}

/** The key of an operator's group; empty for none, as for operators without a queue. */
export function groupKeyOf(operator: BoardOperator, group: Exclude<BoardGroup, 'none'>): string {
  return operator[group] ?? '';
}

/**
 * The board's lines: each matching operator once, each group's heading before its operators. It is a pure function.
 *
 * Of a folded group, only the heading is a line.
 */
export function arrange(
  all: readonly BoardOperator[],
  settings: BoardSettings,
  language: string,
  isFolded: (key: string) => boolean = () => false,
): readonly BoardLine[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const found = all.filter(fitsSettings(settings, language)).sort((a, b) => {
    const order = compare(a, b, settings.sort, collator) * (settings.descending ? -1 : 1);
    return order || collator.compare(a.name, b.name) || collator.compare(a.login, b.login);
  });
  const lineOf = ({ entry }: BoardOperator): BoardLine => ({ kind: 'operator', key: entry.id, entry });
  const { group } = settings;
  if (group === 'none') return found.map(lineOf);
  const groups = new Map<string, BoardOperator[]>();
  for (const operator of found) {
    const key = groupKeyOf(operator, group);
    const members = groups.get(key);
    if (members) members.push(operator);
    else groups.set(key, [operator]);
  }
  const keys = [...groups.keys()].sort((a, b) =>
    group === 'state' ? rank(a) - rank(b) : Number(a === '') - Number(b === '') || collator.compare(a, b),
  );
  return keys.flatMap((key): BoardLine[] => {
    const members = groups.get(key) ?? [];
    const heading: BoardLine = { kind: 'group', key, count: members.length };
    return isFolded(key) ? [heading] : [heading, ...members.map(lineOf)];
  });
}

const rank = (state: string): number => boardStates.findIndex((known) => known === state);

/** Compares numbers. Unknown ones come last in ascending order. */
const byNumber = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b;

/** Compares numbers, the greatest first. Unknown ones come last. */
const byGreatest = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : b - a;

/** Red alerts, amber alerts, everybody at work, then those without work. */
function urgency({ alert, state }: BoardOperator): number {
  if (alert !== null) return alert === 'red' ? 0 : 1;
  if (state === 'gone') return 4;
  return state === 'loggedOut' ? 3 : 2;
}

function compare(a: BoardOperator, b: BoardOperator, sort: BoardSort, collator: Intl.Collator): number {
  switch (sort) {
    case 'attention':
      return urgency(a) - urgency(b) || byGreatest(a.seconds, b.seconds);
    case 'name':
      return collator.compare(a.name, b.name);
    case 'state':
      return rank(a.state) - rank(b.state);
    case 'time':
      return byNumber(a.seconds, b.seconds);
    case 'queue':
      return Number(a.queue === null) - Number(b.queue === null) || collator.compare(a.queue ?? '', b.queue ?? '');
    case 'quality':
      return byNumber(a.mos, b.mos);
  }
}
