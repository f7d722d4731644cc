import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Outputs } from './outputs';
import { type Row, row } from './row';

const root = resolve(import.meta.dirname, '..');

function build(configuration: string): Outputs {
  execFileSync('ng', ['build', 'bench-host', '--configuration', configuration], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Outputs(join(root, '.cache/size', configuration));
}

/** Kilobytes that a browser loads before the page shows: `main.js`, and all that it imports statically. */
const atOnce = (outputs: Outputs): number => outputs.kilobytes(outputs.loaded());

/** The parts that a desk loads by itself once it shows. */
const shown = ['mediatel-lib-desk-soon-parts', 'mediatel-lib-private-theme-theme-watch'];

/** Those of the first sign-in. */
const signedIn = [
  'mediatel-lib-store-effects',
  'mediatel-lib-private-tabs-port-router',
  'mediatel-lib-private-connection',
  'mediatel-lib-private-softphone',
  'mediatel-lib-private-softphone-sip-phone',
];

/**
 * The size of the packed library. `size-host`: what it adds to a new host's initial transfer, NgRx included.
 * `size-desk`: the own code of ui and desk that must load before the desk shows, without any package.
 * `size-desk/usable`: the own code of ui, desk and theme that loads until an operator can call. `size-desk/all`: that with the
 * store, the effects, the connection and the phone, without any package. `size-desk/rest`: the own code that loads later or
 * never: what a call needs, rarely used pages, the two other languages, optional features.
 */
export function size(): Promise<readonly Row[]> {
  execFileSync('npm', ['run', 'build:lib', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const bare = atOnce(build('bare'));
  const withMediatel = atOnce(build('mediatel'));
  const alone = build('desk');
  const desk = atOnce(alone);
  const working = build('working-desk');
  const needed = working.loaded(...shown, ...signedIn);
  const all = working.kilobytes(needed);
  const usable = alone.kilobytes(alone.loaded(...shown));
  return Promise.resolve([
    row({ name: 'size-host', unit: 'kB', ours: withMediatel - bare, peer: 25, peerName: 'the goal of 25 kB', goal: 1 }),
    row({ name: 'size-desk', unit: 'kB', ours: desk, peer: 40, peerName: 'the goal of 40 kB', goal: 1 }),
    row({ name: 'size-desk/usable', unit: 'kB', ours: usable, peer: 60, peerName: 'the goal of 60 kB', goal: 1 }),
    row({ name: 'size-desk/all', unit: 'kB', ours: all, peer: 60, peerName: 'the goal of 60 kB', goal: 1 }),
    row({
      name: 'size-desk/rest',
      unit: 'kB',
      ours: working.kilobytes([...working.all].filter((file) => !needed.has(file))),
      peer: all,
      peerName: 'what loads until an operator can call',
      goal: 1,
    }),
  ]);
}
