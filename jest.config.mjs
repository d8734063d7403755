// Dependencies published as ES modules only; jest's module loader is CommonJS, so these are transpiled.
const esModules = ['jose', 'listr2'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Jest leaves a core free by default: on two cores that halves the speed.
  maxWorkers: '100%',
  setupFiles: ['<rootDir>/test/loopback-only.ts'],
  globalSetup: '<rootDir>/test/synthesis/global-setup.ts',
  globalTeardown: '<rootDir>/test/synthesis/global-teardown.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Hundreds of random environments: npm run test:environments.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/random-environments/many-.*'],
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.userpool'],
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
};
