import base from '../../jest.config.mjs';

/**
 * What needs a browser, in a suite of its own: `npm run test:browser`, with Chromium as Debian packages it.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each file has a browser and a local pool of its own.
  maxWorkers: 1,
  testTimeout: 120_000,
};
