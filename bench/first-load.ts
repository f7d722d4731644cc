import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row, row } from './row';

const root = resolve(import.meta.dirname, '..');

/** Builds an application of this workspace; returns the folder of its files. */
function build(project: string, folder: string, ...options: readonly string[]): string {
  execFileSync('ng', ['build', project, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(root, folder);
}

/** Kilobytes that a browser loads before the page shows: the scripts and styles of index.html, each gzipped. */
function firstPage(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = new Set([...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1]!));
  if (files.size === 0) throw new Error(`no script in ${folder}/index.html`);
  return [...files].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1000;
}

/** `first-load`: the first page of the demo app beside an empty application of Angular, Material, NgRx and a router. */
export function firstLoad(): Promise<readonly Row[]> {
  const ours = firstPage(build('demo-app', 'dist/demo-app/browser'));
  const peer = firstPage(build('bench-host', '.cache/size/empty', '--configuration', 'empty'));
  return Promise.resolve([
    row({ name: 'first-load', unit: 'kB', ours, peer, peerName: 'an empty Angular, Material, NgRx app', goal: 1.25 }),
  ]);
}
