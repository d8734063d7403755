import base from '../../jest.config.mjs';

const { testPathIgnorePatterns, ...shared } = base;

/**
 * What tries to break the local user pool and the journeys, in a suite of its own: `npm run test:robustness`. It is
 * slower than the other tests, so that `npm test` leaves it out.
 *
 * @type {import('jest').Config}
 */
export default {
  ...shared,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/robustness/**/*.test.ts'],
  // On a busy machine thousands of requests take their time; nothing here is about how long.
  testTimeout: 300_000,
};
