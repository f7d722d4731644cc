import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './places.js';

/** Something the person at the keyboard can act on; told without a stack trace. */
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

/** Hands what ends us on to what we started; each then ends us with its own exit. */
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    if (children.size === 0) process.exit(signal === 'SIGINT' ? 130 : 143);
    for (const child of children) child.kill(signal);
  });
}

/**
 * Starts a program and lives until it ends.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, line?: (line: string) => void }} [options] `line` takes each line of output;
 *   without it the program writes to our own
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
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

/** Asks everything that was started to end. */
export function endAll() {
  for (const child of children) child.kill('SIGTERM');
}
