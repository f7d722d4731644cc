import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Row, row, summary } from './row';

const root = resolve(import.meta.dirname, '..');
const figures = join(root, '.cache/desk-test.json');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = join(root, 'node_modules/jest/bin/jest.js');
const config = join(root, 'bench/desk-test/desk-test.jest.js');

/**
 * How long a host's test of a whole call on the desk takes: the median of 20 in one process, after 20 others.
 *
 * Measured is the processor's time, because a call waits for nothing: on an idle machine it is the time that passes.
 */
export function deskTest(): Promise<readonly Row[]> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  execFileSync(process.execPath, [...flags, jest, '--runInBand', '--config', config], {
    cwd: root,
    env: { ...process.env, FIGURES: figures },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { median, p95 } = summary(JSON.parse(readFileSync(figures, 'utf8')) as number[]);
  const goal = 50;
  return Promise.resolve([
    row({
      name: 'desk-test',
      unit: 'ms',
      ours: median,
      peer: goal,
      peerName: 'the goal of 50 ms',
      goal: 1,
      p95: { ours: p95, peer: goal },
    }),
  ]);
}
