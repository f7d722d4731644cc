import { type ScoreRule, scoreRules, textIn } from '../../training-kit';
import type { CsvCell } from './csv';
import type { RuleCount, ScoreFilter, ScoreStore, ScoredFacts } from './score-store';

/** One trainee's row of the class table. */
export interface ClassRow {
  readonly login: string;
  readonly name: string;
  /** Scored runs. */
  readonly runs: number;
  /** Those that were played to their end. */
  readonly done: number;
  readonly points: number;
  readonly of: number;
  /** 0 to 100; `null`: nothing with points was measured. */
  readonly percent: number | null;
  /** Begin of the newest run: milliseconds since the epoch. */
  readonly lastAt: number;
  readonly rules: readonly RuleCount[];
}

/** One day of a trainee. */
export interface ProgressDay {
  /** `YYYY-MM-DD`, in the server's time zone. */
  readonly day: string;
  readonly runs: number;
  readonly points: number;
  readonly of: number;
  readonly percent: number | null;
}

/** The rows of the trainees who have runs, by name. */
export function classRows(store: ScoreStore, filter: ScoreFilter, nameOf: (login: string) => string): ClassRow[] {
  const counts = store.counts(filter);
  return [...grouped(store.list(filter), ({ trainee }) => trainee)]
    .map(([login, runs]) => ({
      login,
      name: nameOf(login),
      ...sum(runs),
      done: runs.filter(({ status }) => status === 'done').length,
      lastAt: Math.max(...runs.map(({ startedAt }) => startedAt)),
      rules: counts.get(login) ?? [],
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.login.localeCompare(b.login));
}

/** The days that have runs, the earliest first. */
export function progressDays(runs: readonly ScoredFacts[], dayOf: (at: number) => string): ProgressDay[] {
  return [...grouped(runs, ({ startedAt }) => dayOf(startedAt))]
    .map(([day, ofDay]) => ({ day, ...sum(ofDay) }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** The class table for a spreadsheet: how often each rule was met and missed. */
export function classCsv(rows: readonly ClassRow[]): CsvCell[][] {
  const rules = scoreRules.filter((rule) => rows.some((row) => countOf(row, rule)));
  return [
    [
      ...['login', 'name', 'runs', 'done', 'points', 'of', 'percent', 'last'],
      ...rules.flatMap((rule) => [`${rule} met`, `${rule} missed`]),
    ],
    ...rows.map((row) => [
      ...[row.login, row.name, row.runs, row.done, row.points, row.of, row.percent, isoTime(row.lastAt)],
      ...rules.flatMap((rule) => [countOf(row, rule)?.met ?? null, countOf(row, rule)?.missed ?? null]),
    ]),
  ];
}

/** Every line of every run for a spreadsheet. Times in the recording: seconds. */
export function findingsCsv(runs: ReturnType<ScoreStore['findings']>, nameOf: (login: string) => string): CsvCell[][] {
  return [
    [
      ...['login', 'name', 'scenario', 'title', 'run', 'status', 'started', 'call', 'rule', 'verdict', 'reason'],
      ...['at', 'measured', 'wanted', 'points', 'of'],
    ],
    ...runs.flatMap(({ run, findings }) =>
      findings.map((each) => [
        ...[run.trainee, nameOf(run.trainee), run.scenario, textIn(run.title, run.language), run.id, run.status],
        ...[isoTime(run.startedAt), each.traceId, each.rule, each.verdict, each.reason ?? null],
        ...[each.atMs === null ? null : each.atMs / 1000, each.measured, each.wanted, each.points, each.of],
      ]),
    ),
  ];
}

const isoTime = (at: number): string => new Date(at).toISOString();
const countOf = ({ rules }: ClassRow, rule: ScoreRule) => rules.find((each) => each.rule === rule);

function sum(runs: readonly ScoredFacts[]) {
  const points = runs.reduce((total, run) => total + run.points, 0);
  const of = runs.reduce((total, run) => total + run.of, 0);
  return { runs: runs.length, points, of, percent: of === 0 ? null : Math.round((points / of) * 100) };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
