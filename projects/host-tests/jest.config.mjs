import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createCjsPreset(),
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
};
