// Jest's transform: jest-preset-angular's, with mutants in the sources that should have some.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import angular from 'jest-preset-angular';
import { instrument } from './instrument.js';

const { createTransformer } = angular.default ?? angular;
const root = `${import.meta.dirname}/../..`;

/** The tool's own text is part of the cache's key, because its output depends on it. */
const edition = ['mutations.js', 'mutants-of.js', 'instrument.js']
  .reduce((hash, file) => hash.update(readFileSync(`${import.meta.dirname}/${file}`)), createHash('sha1'))
  .digest('hex');

export default {
  createTransformer(options) {
    const inner = createTransformer(options);
    const files = new Set((process.env['MUTANTS_OF'] ?? '').split(','));
    const fileOf = (path) => relative(root, path).replaceAll('\\', '/');
    const read = (source, path) => (files.has(fileOf(path)) ? instrument(fileOf(path), source) : source);
    const mark = (path) => (files.has(fileOf(path)) ? edition : '');
    return {
      process: (source, path, context) => inner.process(read(source, path), path, context),
      processAsync: (source, path, context) => inner.processAsync(read(source, path), path, context),
      getCacheKey: (source, path, context) => `${inner.getCacheKey(source, path, context)}${mark(path)}`,
    };
  },
};
