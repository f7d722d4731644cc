import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './places.js';

/** An error that the person at the keyboard can fix; shown without a stack trace. */
export class StartError extends Error {
  /**
   * @param {string} message
   * @param {readonly string[]} [log]
   */
  constructor(message, log = []) {
    super(message);
    this.log = log;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** Passes a signal on to the children; when they exit, this process ends too. */
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    if (children.size === 0) process.exit(signal === 'SIGINT' ? 130 : 143);
    for (const child of children) child.kill(signal);
  });
}

/**
 * Starts a program and resolves when it ends.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, line?: (line: string) => void }} [options] `line` gets each line of output;
 *   without it the program writes to our own output
 * @returns {Promise<number>} its exit code; 128 plus the signal's number if a signal ended it
 */
export function run(program, args, { env = process.env, line } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: line ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    children.add(child);
    if (line) for (const output of [child.stdout, child.stderr]) if (output) createInterface(output).on('line', line);
    child.on('error', (error) => {
      children.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Ends everything that was started. */
export function endAll() {
  for (const child of children) child.kill('SIGTERM');
}
