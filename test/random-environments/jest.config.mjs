import base from '../../jest.config.mjs';

// The tests here need none of the synthesized templates.
const { globalSetup, globalTeardown, testPathIgnorePatterns, ...shared } = base;

/**
 * What must hold for every environment that can be declared, tried with hundreds of them: `npm run test:environments`.
 * It is slower than the other tests, so that `npm test` tries a few only.
 *
 * @type {import('jest').Config}
 */
export default {
  ...shared,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/random-environments/many-*.test.ts'],
  // On a busy machine hundreds of templates take their time; nothing here is about how long.
  testTimeout: 600_000,
};
