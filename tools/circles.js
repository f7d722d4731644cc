// The check for circles of files and of folders. `.dependency-cruiser.mjs` says what it looks at.
import { inRoot } from './start/places.js';

const everything = ['projects', 'e2e', 'orders', 'bench', 'tools'];

/** The program, below `node_modules`, and its arguments. @param {string[]} folders */
export const circleCheck = (folders = everything) => [
  'dependency-cruiser/bin/dependency-cruiser.mjs',
  '--config',
  inRoot('.dependency-cruiser.mjs'),
  '--output-type',
  'err-long',
  ...folders,
];
