// `npm run bench` runs all benchmarks, `npm run bench -- NAME` the rows whose names begin with NAME. Prints a table and
// writes bench/results.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, table } from './row';

/** The rows of each benchmark. A benchmark is loaded only if it is wanted. */
const benchmarks: readonly {
  readonly rows: readonly string[];
  readonly load: () => Promise<() => Promise<readonly Row[]>>;
}[] = [
  {
    rows: ['pipeline-changed', 'pipeline-changed/zod', 'pipeline-dispatched', 'pipeline-same'],
    load: async () => (await import('./pipeline')).pipeline,
  },
  { rows: ['answer', 'answer/median'], load: async () => (await import('./answer')).answer },
  { rows: ['recorder'], load: async () => (await import('./recorder')).recorder },
  { rows: ['calls', 'calls/cpu', 'calls/threads'], load: async () => (await import('./calls')).calls },
  {
    rows: ['resume', 'resume/p95', 'resume/moved', 'resume/moved/p95', 'resume/crashed', 'resume/crashed/p95'],
    load: async () => (await import('./resume')).resume,
  },
  { rows: ['score', 'score/block'], load: async () => (await import('./score')).score },
  { rows: ['hub', 'hub/p99'], load: async () => (await import('./hub')).hub },
  { rows: ['board', 'board/p95', 'board/task'], load: async () => (await import('./board')).board },
  { rows: ['first-load'], load: async () => (await import('./first-load')).firstLoad },
  {
    rows: ['first-call', 'first-call/install', 'first-call/start'],
    load: async () => (await import('./first-call')).firstCall,
  },
  { rows: ['desk-test'], load: async () => (await import('./desk-test')).deskTest },
  {
    rows: ['size-host', 'size-desk', 'size-desk/usable', 'size-desk/all', 'size-desk/rest'],
    load: async () => (await import('./size')).size,
  },
];

const file = join(import.meta.dirname, 'results.json');
const wanted = process.argv[2] ?? '';
const chosen = benchmarks.filter(({ rows }) => rows.some((name) => name.startsWith(wanted)));
if (chosen.length === 0) {
  console.error(`bench: no row begins with “${wanted}”; rows: ${benchmarks.flatMap(({ rows }) => rows).join(', ')}`);
  process.exit(2);
}

const measured: Row[] = [];
for (const { load } of chosen) {
  const run = await load();
  measured.push(...(await run()).filter(({ name }) => name.startsWith(wanted)));
}

const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : [];
const names = benchmarks.flatMap(({ rows }) => rows);
const rows = names.flatMap(
  (name) => measured.find((r) => r.name === name) ?? before.find((r) => r.name === name) ?? [],
);
writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
console.log(table(measured));
