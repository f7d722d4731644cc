import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type {
  Heard,
  ServerAnswer,
  ServerOrder,
  TabsAnswer,
  TabsOrder,
  WatchAnswer,
  WatchOrder,
} from './calls/messages';
import { Part } from './part';
import { type Row, row } from './row';

/** Calls that come together, and the most that are tried. */
const step = Number(process.env['CALLS_STEP'] ?? 10);
const most = Number(process.env['CALLS_MOST'] ?? 200);
/** Seconds before figures count, and seconds in which they are measured. */
const settling = 2;
const measured = Number(process.env['CALLS_SECONDS'] ?? 8);
/** The share of packets that may be late. */
const lateShare = 0.01;
/** A shared machine stands still for moments (ms). What is late then is not the contender's. */
const stallMs = 15;
/** How often a level is measured at most, until a time without such moments. */
const tries = 8;

/** Options of the processes: `CALLS_PROFILE` names a folder for their CPU profiles. */
const profiles = process.env['CALLS_PROFILE'];
const profiled =
  profiles === undefined ? {} : { execArgv: [...process.execArgv, '--cpu-prof', `--cpu-prof-dir=${profiles}`] };

type Server = Part<ServerOrder, ServerAnswer>;
type Tabs = Part<TabsOrder, TabsAnswer>;
type Watch = Part<WatchOrder, WatchAnswer>;

/** So many calls at once: what they cost, and how regularly their sound comes. */
interface Level {
  readonly calls: number;
  /** Share of one core. */
  readonly cpu: number;
  readonly late: number;
  readonly memory: number;
  /** The machine's longest stall (ms) meanwhile. */
  readonly stalledMs: number;
  readonly heard: Heard;
}

const seconds = (s: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000 * s));

/** Binds a process to one core, so that server and load don't take each other's time. */
function bind(part: { readonly pid: number | undefined }, core: number): void {
  if (availableParallelism() < 2 || part.pid === undefined) return;
  execFileSync('taskset', ['-a', '-p', '-c', String(core), String(part.pid)], { stdio: 'ignore' });
}

/** Opens calls between a server and its tabs. Resolves when all are connected. */
async function open(calls: number, server: Server, tabs: Tabs): Promise<void> {
  const { offers } = await server.ask<Extract<ServerAnswer, { offers: unknown }>>({ do: 'offer', calls });
  const { answers } = await tabs.ask<Extract<TabsAnswer, { answers: unknown }>>({ do: 'answer', offers });
  await server.ask({ do: 'accept', answers });
  await tabs.ask({ do: 'connected' });
}

const partOf = <Order extends object, Answer extends object>(name: string, ...args: string[]): Part<Order, Answer> =>
  new Part(new URL(`calls/${name}.ts`, import.meta.url), args, profiled);

async function levelOf(calls: number, server: Server, tabs: Tabs, watch: Watch): Promise<Level> {
  await watch.ask({ do: 'measure' });
  await server.ask({ do: 'measure' });
  await tabs.ask({ do: 'measure' });
  await seconds(measured);
  const heard = await tabs.ask<Heard>({ do: 'report' });
  const { stalledMs } = await watch.ask({ do: 'report' });
  const { cpu, memory } = await server.ask<Extract<ServerAnswer, { cpu: number }>>({ do: 'report' });
  if (heard.heard !== calls) throw new Error(`${calls - heard.heard} of ${calls} operators heard no echo`);
  return {
    calls,
    cpu: cpu / (measured * 1e6),
    late: (heard.late + heard.missing) / (heard.packets + heard.missing),
    memory,
    stalledMs,
    heard,
  };
}

/** Adds calls until too many packets are late. */
async function rise(name: string): Promise<readonly Level[]> {
  const server: Server = partOf(name);
  const tabs: Tabs = partOf('tabs');
  const watch: Watch = partOf('watch');
  const levels: Level[] = [];
  try {
    for (let calls = step; calls <= most; calls += step) {
      await open(step, server, tabs);
      // After the first call, so that the thread of the sound is bound too.
      bind(server, 0);
      bind(watch, 0);
      bind(tabs, 1);
      await seconds(settling);
      let level = await levelOf(calls, server, tabs, watch);
      for (let again = 1; again < tries && level.late > lateShare && !isClean(level); again++)
        level = await levelOf(calls, server, tabs, watch);
      levels.push(level);
      console.log(
        `${name}: ${calls} calls, ${(100 * level.cpu).toFixed(0)} % of a core (${((100 * level.cpu) / calls).toFixed(2)} % a call), ` +
          `${(100 * level.late).toFixed(2)} % late, ${(level.memory / 1e6).toFixed(0)} MB; ` +
          `tabs ${((100 * level.heard.cpu) / (measured * 1e6)).toFixed(0)} % of a core, ${level.heard.ownLate} own late beats; ` +
          `the machine stalled for ${level.stalledMs.toFixed(0)} ms`,
      );
      if (level.late > lateShare) break;
    }
  } finally {
    await Promise.all([server.end(), tabs.end(), watch.end()]);
  }
  return levels;
}

/** Whether neither the machine nor the load made packets late. */
const isClean = ({ stalledMs, heard }: Level): boolean => stalledMs <= stallMs && heard.ownLate === 0;

const held = (levels: readonly Level[]): number =>
  Math.max(0, ...levels.filter(({ late }) => late <= lateShare).map(({ calls }) => calls));
const perCall = (levels: readonly Level[]): number => {
  const fit = levels.filter(({ late }) => late <= lateShare);
  return fit.reduce((sum, { cpu }) => sum + cpu, 0) / fit.reduce((sum, { calls }) => sum + calls, 0);
};

/** Calls of each server of `threads`. */
const shared = 12;

/**
 * The busiest thread's time (µs) with two threads of sound and with one, as many calls each. Both run at once, so that a change
 * of the machine's speed meets both.
 */
async function threads(): Promise<{ readonly one: number; readonly two: number }> {
  const servers: readonly Server[] = [partOf('ours', '1'), partOf('ours', '2')];
  const tabs: readonly Tabs[] = [partOf('tabs'), partOf('tabs')];
  try {
    for (const [place, server] of servers.entries()) await open(shared, server, tabs[place]!);
    await seconds(settling);
    for (const server of servers) await server.ask({ do: 'measure' });
    await seconds(2 * measured);
    const [one, two] = await Promise.all(
      servers.map((server) => server.ask<Extract<ServerAnswer, { cpu: number }>>({ do: 'report' })),
    );
    console.log(
      `${shared} calls: ${(one!.cpu / (2e4 * measured)).toFixed(0)} % of a core with one thread of sound, ` +
        `${(two!.cpu / (2e4 * measured)).toFixed(0)} % with two`,
    );
    return { one: one!.busiest, two: two!.busiest };
  } finally {
    await Promise.all([...servers, ...tabs].map((part) => part.end()));
  }
}

/**
 * `calls`: simultaneous two-way recorded calls on one core before 1 % of the packets are over 40 ms late or missing. Each
 * row's peer is the same media library that echoes without us. Wanted are 75 calls where that has 100.
 * `calls/threads`: the busiest thread of two beside the one that makes all the sound; half would be linear.
 */
export async function calls(): Promise<readonly Row[]> {
  const bare = await rise('bare');
  const ours = await rise('ours');
  const { one, two } = await threads();
  return [
    row({
      name: 'calls',
      unit: 'calls',
      ours: held(ours),
      peer: held(bare),
      peerName: 'the same media library, which only echoes',
      goal: 0.75,
      moreIsBetter: true,
    }),
    row({
      name: 'calls/cpu',
      unit: '% of a core for each call',
      ours: 100 * perCall(ours),
      peer: 100 * perCall(bare),
      peerName: 'the same media library, which only echoes',
      goal: 4 / 3,
    }),
    row({
      name: 'calls/threads',
      unit: '% of a core in the busiest thread',
      ours: two / (2e4 * measured),
      peer: one / (2e4 * measured),
      peerName: 'one thread for all the sound',
      goal: 0.6,
    }),
  ];
}
