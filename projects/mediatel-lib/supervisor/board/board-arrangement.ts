import type { AgentAppearance } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';

/** How operators can be grouped. */
export const boardGroups = ['none', 'queue', 'team', 'state'] as const;
/** How operators are grouped. */
export type BoardGroup = (typeof boardGroups)[number];

/** Columns by which operators can be sorted. */
export const boardSorts = ['name', 'state', 'time', 'queue', 'quality'] as const;
/** The column by which operators are sorted. */
export type BoardSort = (typeof boardSorts)[number];

/** A state that the board counts and filters: how the operator looks, or unconfirmed. */
export type BoardState = AgentAppearance | 'unconfirmed';

/** The order of states: those that need attention first. */
export const boardStates: readonly BoardState[] = [
  'unconfirmed',
  'notReady',
  'clerical',
  'held',
  'paused',
  'delivered',
  'dialing',
  'talking',
  'available',
  'unknown',
  'starting',
  'loggedOut',
];

/** The supervisor's choice of what the board shows, and in which order. */
export interface BoardSettings {
  /** Text in name, login, team or queue; empty for all. */
  readonly search: string;
  /** The only state shown; `null` for all. */
  readonly state: BoardState | null;
  /** How operators are grouped. */
  readonly group: BoardGroup;
  /** The column by which they are sorted. */
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
}

/** A line of the board: a group's heading or an operator. */
export type BoardLine =
  | { readonly kind: 'group'; readonly key: string; readonly count: number }
  | { readonly kind: 'operator'; readonly key: string; readonly entry: OperatorEntry };

/** The board's lines: each matching operator once, each group's heading before its operators. It is a pure function. */
export function arrange(
  all: readonly BoardOperator[],
  settings: BoardSettings,
  language: string,
): readonly BoardLine[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const wanted = settings.search.trim().toLocaleLowerCase(language);
  const fits = ({ name, login, team, queue, state }: BoardOperator): boolean =>
    (settings.state === null || settings.state === state) &&
    (wanted === '' ||
      [name, login, team, queue ?? ''].some((text) => text.toLocaleLowerCase(language).includes(wanted)));
  const found = all.filter(fits).sort((a, b) => {
    const order = compare(a, b, settings.sort, collator) * (settings.descending ? -1 : 1);
    return order || collator.compare(a.name, b.name) || collator.compare(a.login, b.login);
  });
  const lineOf = ({ entry }: BoardOperator): BoardLine => ({ kind: 'operator', key: entry.id, entry });
  const { group } = settings;
  if (group === 'none') return found.map(lineOf);
  const groups = new Map<string, BoardOperator[]>();
  for (const standing of found) {
    const key = (group === 'state' ? standing.state : standing[group]) ?? '';
    const members = groups.get(key);
    if (members) members.push(standing);
    else groups.set(key, [standing]);
  }
  const keys = [...groups.keys()].sort((a, b) =>
    group === 'state' ? rank(a) - rank(b) : Number(a === '') - Number(b === '') || collator.compare(a, b),
  );
  return keys.flatMap((key): BoardLine[] => {
    const members = groups.get(key) ?? [];
    return [{ kind: 'group', key, count: members.length }, ...members.map(lineOf)];
  });
}

const rank = (state: string): number => boardStates.findIndex((known) => known === state);

/** Compares numbers. Unknown ones come last in ascending order. */
const byNumber = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b;

function compare(a: BoardOperator, b: BoardOperator, sort: BoardSort, collator: Intl.Collator): number {
  switch (sort) {
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
