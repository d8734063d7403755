import base from '../../jest.config.mjs';

// The tests here need none of the synthesized templates.
const { globalSetup, globalTeardown, testPathIgnorePatterns, ...shared } = base;

/**
 * The package as somebody else installs it: `npm run test:package`. It asks npm for packages, so that `npm test` leaves
 * it out.
 *
 * @type {import('jest').Config}
 */
export default {
  ...shared,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/package/**/*.test.ts'],
  // A registry takes its time; nothing here is about how long.
  testTimeout: 300_000,
};
