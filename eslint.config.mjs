import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

/**
 * What each place may import beside itself and packages. Whatever is not listed is refused: imports point down only,
 * the tools start without loading the CDK, and what runs the pool does not know what signs in to it.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const importLines = {
  'lib/environments': [],
  'lib/template': [],
  'lib/constructs': ['lib/environments', 'lib/template/metadata', 'lambda'],
  'lib/stacks': ['lib/constructs', 'lib/environments'],
  'lib/posture': ['lib/template'],
  'lib/review': ['lib/posture', 'lib/template'],
  'lib/drift': ['lib/posture', 'lib/review', 'lib/template'],
  'lib/sign-in': ['lib/template'],
  'lib/local-pool': ['lib/template'],
  'lib/sample-app': [],
  'lib/commands': [
    'lib/environments',
    'lib/template',
    'lib/posture',
    'lib/review',
    'lib/drift',
    'lib/sign-in',
    'lib/local-pool',
  ],
  lambda: [],
  'bin/app.ts': ['lib/environments', 'lib/stacks', 'lib/posture'],
  'bin/userpool.ts': ['lib/commands'],
};

/** Packages that load the CDK, and the only places that may. */
const cdkPackages = ['aws-cdk-lib', 'constructs', 'cdk-nag'];
const cdkPlaces = ['lib/constructs', 'lib/stacks', 'bin/app.ts'];

const zones = [
  ...Object.entries(importLines).map(([place, allowed]) => ({
    target: place,
    from: '.',
    except: [place, ...allowed, 'node_modules'],
    message: `${place} may import from ${[...allowed, 'itself'].join(', ')} only.`,
  })),
  ...Object.keys(importLines)
    .filter((place) => !cdkPlaces.includes(place))
    .map((place) => ({
      target: place,
      from: cdkPackages.map((name) => `node_modules/${name}`),
      message: `${place} does not load the CDK.`,
    })),
  {
    target: 'lib/constructs',
    from: 'lambda/**/!(environment)',
    message: 'A construct shares only environment.ts with its trigger; the rest is bundled.',
  },
];

/**
 * Imports by their text: relative ones as paths (the project writes no extensions), packages as their folder. So a
 * missing file is judged like an existing one.
 */
const textualResolver = {
  interfaceVersion: /** @type {const} */ (3),
  name: 'by the text of the import',
  /** @type {(source: string, file: string) => { found: true, path: string }} */
  resolve: (source, file) => ({
    found: true,
    path: source.startsWith('.') ? path.resolve(path.dirname(file), source) : path.join(root, 'node_modules', source),
  }),
};

/** Words that say nothing about what is in a file. */
const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'commons', 'misc']);

/** @type {import('eslint').Rule.RuleModule} */
const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      emptyWord: '"{{word}}" in {{file}} says nothing about what is in the file: name it after the domain.',
      kebabCase: '{{file}} is not in kebab-case.',
    },
  },
  create: (context) => ({
    Program(node) {
      const file = path.relative(root, context.filename);
      const word = file.split(/[/\\._-]/).find((part) => emptyWords.has(part.toLowerCase()));
      if (word !== undefined) context.report({ node, messageId: 'emptyWord', data: { word, file } });
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(path.basename(file))) {
        context.report({ node, messageId: 'kebabCase', data: { file } });
      }
    },
  }),
};

export default defineConfig(
  { ignores: ['node_modules', 'cdk.out', 'dist', '.userpool', 'coverage', 'test/snapshots'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX, userpool: { rules: { 'file-name': fileName } } },
    settings: { 'import-x/resolver-next': [textualResolver] },
    rules: {
      eqeqeq: 'error',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'userpool/file-name': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a message needs no String() around it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // There are no enums of our own to look for (erasableSyntaxOnly).
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Overflows the stack on a type that contains itself, as Value of lib/template does (typescript-eslint 8.73.0).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An async function turns what it throws into a rejection, with or without an await in it.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['bin/**', 'lib/**', 'lambda/**'], rules: { 'max-lines': ['error', 250] } },
  {
    files: ['lib/constructs/**', 'lib/stacks/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(^|/)environments/',
              allowTypeImports: true,
              message: 'An environment comes in as a parameter; only its types are imported.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // expect.any() and its like are typed any by jest.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // expect(pool.close) only looks at the method.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // tsc checks plain JavaScript too (checkJs), undefined names included.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
