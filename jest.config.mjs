import { readdirSync } from 'node:fs';
import path from 'node:path';

const files = readdirSync(path.join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' });
const suites = files.filter((file) => path.basename(file) === 'all.suite.ts').map((file) => path.dirname(file));

/** Whether the command line says which tests to run. */
const chosen = process.argv.slice(2).some((argument) => !argument.startsWith('-'));

// Dependencies published as ES modules only; jest's module loader is CommonJS, so these are transpiled.
const esModules = ['jose', 'listr2', 'oauth4webapi', 'openid-client'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/loopback-environment.ts',
  // A busy machine is no failure: what hangs is found out all the same.
  testTimeout: 60_000,
  // Jest leaves a core free by default: on two cores that halves the speed.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/synthesis/global-setup.ts',
  globalTeardown: '<rootDir>/test/synthesis/global-teardown.ts',
  // When all are run, the files of a directory with a suite are run by it: test/directory-suite.ts says why.
  testMatch: [
    '<rootDir>/test/**/*.test.ts',
    ...(chosen ? [] : ['<rootDir>/test/**/all.suite.ts', ...suites.map((suite) => `!**/test/${suite}/**/*.test.ts`)]),
  ],
  // Suites of their own, with configurations of their own.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/robustness/',
    '<rootDir>/test/package/',
    '<rootDir>/test/every-environment/',
    '<rootDir>/test/browser/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/.userpool'],
  // Of the fifty languages that zod loads with every test file, its messages are in English.
  moduleNameMapper: { '^\\.\\./locales/index\\.cjs$': 'zod/v4/locales/en.cjs' },
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        // In a file of its own: within the code it is twice as long as the code, and read for each test file.
        sourceMaps: true,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
};
