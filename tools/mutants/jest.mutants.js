import { resolve } from 'node:path';
import config from '../../jest.config.js';
import { roomOf } from './room-of.js';

/** Files of one room, by their path from the clone's top folder. */
const files = (process.env['MUTANTS_OF'] ?? '').split(',');
const room = roomOf(files[0] ?? '');
const isAngular = /^projects\/(mediatel-lib|demo-app)\//.test(room);
const project = config.projects.find(({ displayName }) => displayName === (isAngular ? 'angular' : 'node'));
const here = (file) => resolve(import.meta.dirname, file);

/** Only the room's specs, with a transform that adds the mutants. @type {import('jest').Config} */
export default {
  ...project,
  displayName: 'mutants',
  rootDir: resolve(import.meta.dirname, '../..'),
  testMatch: [`<rootDir>/${room}/**/*.spec.ts`],
  testEnvironment: here(isAngular ? 'in-jsdom.js' : 'in-node.js'),
  transform: Object.fromEntries(
    Object.entries(project.transform).map(([pattern, [name, options]]) => [
      pattern,
      [name.endsWith('link.js') ? name : here('transform.js'), options],
    ]),
  ),
  setupFilesAfterEnv: project.setupFilesAfterEnv.filter((file) => !file.includes('retries')),
};
