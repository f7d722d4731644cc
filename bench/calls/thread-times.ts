import { readFileSync, readdirSync } from 'node:fs';

const tasks = '/proc/self/task';
/** Microseconds of a clock tick; Linux has 100 a second. */
const tick = 10_000;

/** The processor's time (µs) that each thread of this process has had, by its id. Linux only. */
export function threadTimes(): ReadonlyMap<string, number> {
  return new Map(readdirSync(tasks).map((id) => [id, timeOf(readFileSync(`${tasks}/${id}/stat`, 'utf8'))]));
}

/** The fields after the name, which may contain spaces: utime and stime are the 14th and the 15th of all (proc_pid_stat(5)). */
function timeOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return tick * (Number(fields[11]) + Number(fields[12]));
}
