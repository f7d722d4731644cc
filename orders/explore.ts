import { findBreach } from './laws';
import type { Script } from './scripts';
import { World } from './world';
import { realNow } from './virtual-time';

/** Chooses one of `count` options at this step. */
type Chooser = (count: number, step: number) => number;

/** One order of events, by the choices that differ from the default: `step:option`. */
export interface Run {
  readonly choices: readonly number[];
  /** How many options there were at each step. */
  readonly widths: readonly number[];
  readonly trace: readonly string[];
  readonly breach: string | null;
}

/** The result of exploring a script. */
export interface Exploration {
  readonly runs: number;
  readonly failing: Run | null;
  readonly seconds: number;
}

/** Steps. No order takes longer; one that does never comes to rest. */
const longestRun = 4000;

/** Milliseconds after the last press in which other orders are still tried. */
const tail = 2500;

/** Runs a script in the order that the chooser makes, and checks the laws at every step and at rest. */
export async function run(script: Script, choose: Chooser, isTraced = false): Promise<Run> {
  const world = new World(script.presses);
  const choices: number[] = [];
  const widths: number[] = [];
  const trace: string[] = [];
  world.install();
  try {
    await script.prepare(world);
    let breach: string | null = null;
    for (let step = 0; breach === null; step++) {
      const options = world.options();
      if (options.length === 0) {
        breach = findBreach(world, script, 'at rest');
        break;
      }
      if (step > longestRun) {
        breach = 'it never comes to rest';
        break;
      }
      const isOpen = world.isScripted || world.sincePress < tail;
      const choice = isOpen && options.length > 1 ? choose(options.length, choices.length) : 0;
      if (isOpen && options.length > 1) {
        choices.push(choice);
        widths.push(options.length);
      }
      const option = options[choice] ?? options[0]!;
      if (isTraced) trace.push(`${String(world.time.now).padStart(6)} ${choice > 0 ? '*' : ' '} ${option.label}`);
      await world.take(option);
      breach = findBreach(world, script, 'on the way');
    }
    return { choices, widths, trace, breach };
  } finally {
    world.uninstall();
  }
}

/** Tries every order that differs from the default one in at most `bound` steps. */
export async function exploreAll(script: Script, bound: number, seconds = Infinity): Promise<Exploration> {
  const from = realNow();
  const queue: { readonly prefix: readonly number[]; readonly left: number }[] = [{ prefix: [], left: bound }];
  let runs = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { prefix, left } = next;
    const result = await run(script, (_count, step) => prefix[step] ?? 0);
    runs += 1;
    const spent = (realNow() - from) / 1000;
    if (result.breach !== null) return { runs, failing: result, seconds: spent };
    if (spent > seconds) throw new Error(`${script.name}: not all orders in ${seconds} s (${runs} were tried)`);
    if (left === 0) continue;
    for (let step = prefix.length; step < result.widths.length; step++) {
      for (let option = 1; option < result.widths[step]!; option++) {
        const before = Array.from({ length: step - prefix.length }, () => 0);
        queue.push({ prefix: [...prefix, ...before, option], left: left - 1 });
      }
    }
  }
  return { runs, failing: null, seconds: (realNow() - from) / 1000 };
}

/** Tries random orders, each from a seed that is printed if it fails. */
export async function exploreRandomly(
  script: Script,
  count: number,
  seed: number,
  seconds = Infinity,
): Promise<Exploration> {
  const from = realNow();
  for (let i = 0; i < count && (realNow() - from) / 1000 < seconds; i++) {
    const random = randomOf(seed + i);
    // From nearly the default order to a completely random one.
    const daring = [0.05, 0.15, 0.4, 0.8][i % 4]!;
    const result = await run(script, (options) => (random() < daring ? Math.floor(random() * options) : 0));
    if (result.breach !== null) {
      return { runs: i + 1, failing: await shrink(script, result), seconds: (realNow() - from) / 1000 };
    }
  }
  return { runs: count, failing: null, seconds: (realNow() - from) / 1000 };
}

/** Takes deviations back one by one as long as the breach stays. */
async function shrink(script: Script, failing: Run): Promise<Run> {
  let best = failing;
  for (let before = ''; before !== best.choices.join();) {
    before = best.choices.join();
    best = await takeBack(script, best);
  }
  return best;
}

async function takeBack(script: Script, failing: Run): Promise<Run> {
  let best = failing;
  for (let step = failing.choices.length - 1; step >= 0; step--) {
    if ((best.choices[step] ?? 0) === 0) continue;
    const fewer = best.choices.map((choice, at) => (at === step ? 0 : choice));
    const result = await run(script, (_count, at) => fewer[at] ?? 0);
    if (result.breach !== null) best = result;
  }
  return best;
}

/** The failing order, to be run again: its choices, and what happened, step by step. */
export async function describeRun(script: Script, failing: Run): Promise<string> {
  const { trace, breach } = await run(script, (_count, step) => failing.choices[step] ?? 0, true);
  return [
    `${script.name}: ${breach}`,
    `replay: ORDER='${orderOf(script, failing)}' npm run test:orders`,
    ...trace,
  ].join('\n');
}

/** `script@step:option,step:option`: all other steps take the default. */
function orderOf({ name }: Script, { choices }: Run): string {
  const deviations = choices.flatMap((choice, step) => (choice > 0 ? [`${step}:${choice}`] : []));
  return `${name}@${deviations.join(',')}`;
}

/** Reads the output of `orderOf`. */
export function readOrder(order: string): { readonly name: string; readonly choose: Chooser } {
  const [name = '', list = ''] = order.split('@');
  const choices = new Map(
    list
      .split(',')
      .filter(Boolean)
      .map((deviation) => deviation.split(':').map(Number) as [number, number]),
  );
  return { name, choose: (_count, step) => choices.get(step) ?? 0 };
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
