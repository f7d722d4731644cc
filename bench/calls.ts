import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Heard, ServerAnswer, ServerOrder, TabsAnswer, TabsOrder } from './calls/messages';
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

type Server = Part<ServerOrder, ServerAnswer>;
type Tabs = Part<TabsOrder, TabsAnswer>;

/** So many calls at once: what they cost, and how regularly their sound comes. */
interface Level {
  readonly calls: number;
  /** Share of one core. */
  readonly cpu: number;
  readonly late: number;
  readonly memory: number;
  readonly heard: Heard;
}

const seconds = (s: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000 * s));

/** Binds a process to one core, so that server and load don't take each other's time. */
function bind(part: { readonly pid: number | undefined }, core: number): void {
  if (availableParallelism() < 2 || part.pid === undefined) return;
  execFileSync('taskset', ['-a', '-p', '-c', String(core), String(part.pid)], { stdio: 'ignore' });
}

async function levelOf(calls: number, server: Server, tabs: Tabs): Promise<Level> {
  await seconds(settling);
  await server.ask({ do: 'measure' });
  await tabs.ask({ do: 'measure' });
  await seconds(measured);
  const heard = await tabs.ask<Heard>({ do: 'report' });
  const { cpu, memory } = await server.ask<Extract<ServerAnswer, { cpu: number }>>({ do: 'report' });
  if (heard.heard !== calls) throw new Error(`${calls - heard.heard} of ${calls} operators heard no echo`);
  return {
    calls,
    cpu: cpu / (measured * 1e6),
    late: (heard.late + heard.missing) / (heard.packets + heard.missing),
    memory,
    heard,
  };
}

/** Adds calls until too many packets are late. */
async function rise(name: string): Promise<readonly Level[]> {
  const server: Server = new Part(new URL(`calls/${name}.ts`, import.meta.url));
  const tabs: Tabs = new Part(new URL('calls/tabs.ts', import.meta.url));
  const levels: Level[] = [];
  try {
    for (let calls = step; calls <= most; calls += step) {
      const { offers } = await server.ask<Extract<ServerAnswer, { offers: unknown }>>({ do: 'offer', calls: step });
      const { answers } = await tabs.ask<Extract<TabsAnswer, { answers: unknown }>>({ do: 'answer', offers });
      await server.ask({ do: 'accept', answers });
      await tabs.ask({ do: 'connected' });
      // After the first call, so that the thread of the sound is bound too.
      bind(server, 0);
      bind(tabs, 1);
      const level = await levelOf(calls, server, tabs);
      levels.push(level);
      console.log(
        `${name}: ${calls} calls, ${(100 * level.cpu).toFixed(0)} % of a core (${((100 * level.cpu) / calls).toFixed(2)} % a call), ` +
          `${(100 * level.late).toFixed(2)} % late, ${(level.memory / 1e6).toFixed(0)} MB; ` +
          `tabs ${((100 * level.heard.cpu) / (measured * 1e6)).toFixed(0)} % of a core, ${level.heard.ownLate} own late beats`,
      );
      if (level.late > lateShare) break;
    }
  } finally {
    await Promise.all([server.end(), tabs.end()]);
  }
  return levels;
}

const held = (levels: readonly Level[]): number =>
  Math.max(0, ...levels.filter(({ late }) => late <= lateShare).map(({ calls }) => calls));
const perCall = (levels: readonly Level[]): number => {
  const fit = levels.filter(({ late }) => late <= lateShare);
  return fit.reduce((sum, { cpu }) => sum + cpu, 0) / fit.reduce((sum, { calls }) => sum + calls, 0);
};

/**
 * `calls`: simultaneous two-way recorded calls on one core before 1 % of the packets are over 40 ms late or missing. Each
 * row's peer is the same media library that echoes without us. Wanted are 75 calls.
 */
export async function calls(): Promise<readonly Row[]> {
  const bare = await rise('bare');
  const ours = await rise('ours');
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
  ];
}
