// Jest's transform for the explored orders: jest-preset-angular's, with the defect put back that `PLANT` names.
import angular from 'jest-preset-angular';
import { withPlant } from './plants.js';

const { createTransformer } = angular.default ?? angular;

export default {
  createTransformer(options) {
    const inner = createTransformer(options);
    const name = process.env['PLANT'] ?? '';
    const read = (source, path) => (name === '' ? source : withPlant(name, path, source));
    return {
      process: (source, path, context) => inner.process(read(source, path), path, context),
      processAsync: (source, path, context) => inner.processAsync(read(source, path), path, context),
      getCacheKey: (source, path, context) => `${inner.getCacheKey(read(source, path), path, context)}${name}`,
    };
  },
};
