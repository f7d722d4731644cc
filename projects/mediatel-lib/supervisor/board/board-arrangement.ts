import type { AgentAppearance } from 'mediatel-lib/ui';
import type { OperatorEntry } from '../hub/operators';

export const boardGroups = ['none', 'queue', 'team', 'state'] as const;
export type BoardGroup = (typeof boardGroups)[number];

export const boardSorts = ['name', 'state', 'time', 'queue', 'quality'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** What the board counts and filters by: a look, or that nobody knows. */
export type BoardState = AgentAppearance | 'unconfirmed';

/** The order in which states stand: what needs an eye first. */
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

/** How the supervisor wants the board. */
export interface BoardSettings {
  readonly search: string;
  readonly state: BoardState | null;
  readonly group: BoardGroup;
  readonly sort: BoardSort;
  readonly descending: boolean;
}

/** An operator as far as an order needs it, at one instant. */
export interface BoardOperator {
  readonly entry: OperatorEntry;
  readonly name: string;
  readonly login: string;
  readonly team: string;
  readonly queue: string | null;
  readonly state: BoardState;
  /** Seconds; `null` where it can't be told. */
  readonly seconds: number | null;
  readonly mos: number | null;
}

export type BoardLine =
  | { readonly kind: 'group'; readonly key: string; readonly count: number }
  | { readonly kind: 'operator'; readonly key: string; readonly entry: OperatorEntry };

/** The board's lines: each operator who fits once, groups before their operators. Pure. */
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

/** What can't be told comes last when ascending. */
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
