// Jest's order of specs: those beside the files first, because they kill most; laws last, because they take longest.
import { relative } from 'node:path';
import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;
const root = `${import.meta.dirname}/../..`;
const beside = new Set((process.env['MUTANTS_OF'] ?? '').split(',').map((file) => file.replace(/\.ts$/, '.spec.ts')));

/** @param {string} path */
const rank = (path) => (/(laws|property)\.spec\.ts$/.test(path) ? 2 : beside.has(relative(root, path)) ? 0 : 1);

export default class NearestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a.path) - rank(b.path) || a.path.localeCompare(b.path));
  }
}
