import { globSync, readFileSync } from 'node:fs';
import { inRoot } from '../start/places.js';
import { pages } from './pages.js';
import { scenes } from './scenes.js';

/** Pages of parts without a scene in the gallery. Each page says so. */
const without = [
  'parts/desk/call-slot/call-slot',
  'parts/desk/dial/mediatel-dial',
  'parts/desk/pages/calls/own-day',
  'parts/desk/supervisor-notes/supervisor-notes-list',
  'parts/supervisor/supervisor',
  'parts/testing/harnesses',
  'parts/ui/recording-player/recording-player',
];
const parts = pages()
  .map(({ route }) => route)
  .filter((route) => route.startsWith('parts/'));

it('each component’s page has a scene, or is known to have none', () => {
  expect(parts.filter((route) => !(route in scenes)).sort()).toEqual(without);
  expect(Object.keys(scenes).filter((route) => !parts.includes(route))).toEqual([]);
});

it('each scene is in the gallery', () => {
  const gallery = globSync('projects/demo-app/gallery/*-scenes.ts', { cwd: inRoot('.') })
    .map((file) => readFileSync(inRoot(file), 'utf8'))
    .join('\n');
  const missing = Object.values(scenes).filter(({ scene }) => !new RegExp(`scene\\(\\s*'${scene}'`).test(gallery));
  expect(missing).toEqual([]);
});
