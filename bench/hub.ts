import { isDeepStrictEqual } from 'node:util';
import type { BoardsReport, Crowd, ServerReport, TabsReport } from './hub/messages';
import { Part } from './hub/part';
import { type Row, percentile, row } from './row';

/** Seconds of load before the figures count, and seconds in which they are measured. */
const warmUp = 5;
const measured = 20;
/** The contenders take turns, so that other load on the machine affects both. */
const rounds = 2;

const crowd: Crowd = { operators: 10_000, changesPerSecond: 2_000, boards: 20 };

interface Run {
  readonly server: ServerReport;
  readonly tabs: TabsReport;
  readonly boards: BoardsReport;
}

const seconds = (s: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000 * s));

/** Runs a server, a crowd and its boards. Fails if a board does not show the operators' real states. */
async function run(server: 'ours' | 'bare', ...args: readonly string[]): Promise<Run> {
  const hub = new Part(server, ...args);
  const parts = [hub];
  try {
    const port = await hub.port();
    const [boards, tabs] = [new Part('boards'), new Part('tabs')];
    parts.push(boards, tabs);
    for (const part of [boards, tabs]) {
      part.tell({ do: 'gather', port, crowd });
      await part.answer();
    }
    tabs.tell({ do: 'run' });
    await seconds(warmUp);
    for (const part of parts) part.tell({ do: 'measure' });
    await seconds(measured);
    const hubReport = await hub.report<ServerReport>();
    const counted = await boards.report<BoardsReport>();
    if (server === 'ours') {
      boards.tell({ do: 'late', port });
      await boards.answer();
    }
    tabs.tell({ do: 'rest' });
    await seconds(2);
    const said = await tabs.report<TabsReport>();
    const { late, seen } = await boards.report<BoardsReport>();
    if (!isDeepStrictEqual(seen, said.truth))
      throw new Error(`${server}: the board differs from what the operators sent`);
    return { server: hubReport, tabs: said, boards: { ...counted, late } };
  } finally {
    await Promise.all(parts.map((part) => part.end()));
  }
}

function tell(name: string, { server, tabs, boards }: Run): void {
  const core = (cpu: number): string => `${((100 * cpu) / (measured * 1e6)).toFixed(0)} % of a core`;
  console.log(
    `${name}: ${core(server.cpu)}, ${(server.memory / 1e6).toFixed(0)} MB, event loop late p99 ${server.lag.toFixed(0)} ms (most ${server.worstLag.toFixed(0)}); ` +
      `update p50 ${percentile(boards.latencies, 0.5)} ms, p99 ${percentile(boards.latencies, 0.99)} ms; ` +
      `${boards.delivered} delivered, ${((boards.bytes[0] ?? 0) / 1e6).toFixed(1)} MB a board; crowd ${core(tabs.cpu)}, boards ${core(boards.cpu)}`,
  );
}

/**
 * Compares the hub with a bare Socket.IO broadcast of the same records, in turn: each record at once, and batched as
 * the hub does.
 */
export async function hub(): Promise<readonly Row[]> {
  const ours: Run[] = [];
  const bare: Run[] = [];
  const frames: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await run('ours'));
    tell('hub', ours.at(-1)!);
    console.log(`a board that connects late is complete after ${ours.at(-1)!.boards.late.toFixed(0)} ms`);
    bare.push(await run('bare'));
    tell('bare', bare.at(-1)!);
    frames.push(await run('bare', 'frames'));
    tell('bare, in frames', frames.at(-1)!);
  }
  const cost = (runs: readonly Run[]): number =>
    runs.reduce((sum, { server }) => sum + server.cpu, 0) / runs.reduce((sum, { boards }) => sum + boards.delivered, 0);
  return [
    row({
      name: 'hub',
      unit: 'µs CPU per delivered update',
      ours: cost(ours),
      peer: cost(bare),
      peerName: 'a bare Socket.IO broadcast of the same records',
      goal: 1.1,
    }),
    row({
      name: 'hub/frames',
      unit: 'µs CPU per delivered update',
      ours: cost(ours),
      peer: cost(frames),
      peerName: 'a bare Socket.IO broadcast of the same frames, which checks and keeps nothing',
      goal: 1.1,
    }),
    row({
      name: 'hub/p99',
      unit: 'ms',
      ours: percentile(
        ours.flatMap(({ boards }) => boards.latencies),
        0.99,
      ),
      peer: 250,
      peerName: 'the goal of 250 ms',
      goal: 1,
    }),
    row({
      name: 'hub/late',
      unit: 'ms',
      ours: Math.max(...ours.map(({ boards }) => boards.late)),
      peer: 1_000,
      peerName: 'the goal of 1 s for the whole picture',
      goal: 1,
    }),
  ];
}
