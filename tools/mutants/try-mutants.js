// Starts a room's worker, and another one if a mutant made it hang.
import { fork } from 'node:child_process';
import { ownNode, root } from '../start/places.js';

/** Milliseconds. A worker that sends nothing for this long hangs, in a loop that the switchboard does not count. */
const silence = 60_000;

/**
 * @param {string[]} files
 * @param {string[]} ids
 * @param {(message: { id?: string, outcome?: string, unfit?: string }) => void} note
 */
export async function tryMutants(files, ids, note) {
  const left = new Set(ids);
  while (left.size > 0) {
    const hung = await oneWorker(files, left, note);
    if (hung === null) return;
    left.delete(hung);
    note({ id: hung, outcome: 'timedOut' });
  }
}

/**
 * @returns {Promise<string | null>} the mutant that made it hang
 */
function oneWorker(files, left, note) {
  return new Promise((resolve, reject) => {
    const worker = fork(new URL('worker.js', import.meta.url), [], {
      cwd: root,
      execPath: ownNode,
      execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      env: { ...process.env, MUTANTS_OF: files.join(','), NODE_ENV: 'test' },
      stdio: ['ignore', 'ignore', process.env['MUTANTS_DEBUG'] ? 'inherit' : 'ignore', 'ipc'],
    });
    /** @type {string | null} */
    let begun = null;
    let isDone = false;
    /** @type {string | null} */
    let trouble = null;
    const end = () => worker.kill('SIGKILL');
    let watch = setTimeout(end, silence * 2);
    worker.on('message', (message) => {
      clearTimeout(watch);
      watch = setTimeout(end, silence);
      if (message.begin) begun = message.begin;
      if (message.done) isDone = true;
      if (message.trouble) trouble = message.trouble;
      if (message.id) left.delete(message.id);
      note(message);
    });
    worker.on('exit', () => {
      clearTimeout(watch);
      if (trouble !== null) reject(new Error(trouble));
      else if (isDone) resolve(null);
      else if (begun === null) reject(new Error(`The specs of ${files.join(', ')} can't be run.`));
      else resolve(begun);
    });
    worker.send([...left]);
  });
}
