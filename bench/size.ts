import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row, row } from './row';

const root = resolve(import.meta.dirname, '..');

function build(configuration: string): string {
  execFileSync('ng', ['build', 'bench-host', '--configuration', configuration], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(root, '.cache/size', configuration);
}

/** Kilobytes that a browser loads before the host shows: the scripts that index.html names, each gzipped. */
function initialTransfer(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = new Set([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1]!));
  if (scripts.size === 0) throw new Error(`no script in ${folder}/index.html`);
  return [...scripts].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1000;
}

/** Kilobytes of all scripts and styles in a folder, each gzipped. */
function allCode(folder: string): number {
  return (
    readdirSync(folder)
      .filter((name) => /\.(js|css)$/.test(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1000
  );
}

/**
 * The size of the packed library. `size-host`: what it adds to a new host's initial transfer, NgRx included.
 * `size-desk`: the own code of ui and desk that must load before the desk shows, without any package. `size-desk/all`:
 * the same with everything that loads later, the rarely used pages and the two other languages.
 */
export function size(): Promise<readonly Row[]> {
  execFileSync('npm', ['run', 'build:lib', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const bare = initialTransfer(build('bare'));
  const withMediatel = initialTransfer(build('mediatel'));
  const desk = build('desk');
  return Promise.resolve([
    row({ name: 'size-host', unit: 'kB', ours: withMediatel - bare, peer: 30, peerName: 'the goal of 30 kB', goal: 1 }),
    row({
      name: 'size-desk',
      unit: 'kB',
      ours: initialTransfer(desk),
      peer: 40,
      peerName: 'the goal of 40 kB',
      goal: 1,
    }),
    row({ name: 'size-desk/all', unit: 'kB', ours: allCode(desk), peer: 40, peerName: 'the goal of 40 kB', goal: 1 }),
  ]);
}
