import base from '../../jest.config.mjs';

const { testPathIgnorePatterns, ...shared } = base;

/**
 * What must hold for every environment that can be declared, tried with hundreds made at random and with the range that
 * the tests declare: `npm run test:environments`. `npm test` tries what is declared, and the fixtures.
 *
 * @type {import('jest').Config}
 */
export default {
  ...shared,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/every-environment/*.test.ts'],
  // On a busy machine hundreds of templates take their time; nothing here is about how long.
  testTimeout: 600_000,
};
