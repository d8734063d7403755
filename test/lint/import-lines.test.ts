import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

interface Planted {
  readonly path: string;
  readonly text: string;
}
interface Message {
  readonly rule: string | null;
  readonly message: string;
}
interface Linted {
  readonly messages: readonly (readonly Message[])[];
  readonly severities: Readonly<Record<string, number>>;
}

/** One run of ESLint over every planted file: starting it is what takes the time. */
function lint(files: readonly Planted[]): Linted {
  const script = path.join(__dirname, 'lint-planted.mjs');
  const run = spawnSync(process.execPath, [script], { cwd: root, input: JSON.stringify(files), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`lint-planted.mjs ended with ${String(run.status)}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Linted;
}

const pathRule = 'import-x/no-restricted-paths';
const typeRule = '@typescript-eslint/no-restricted-imports';
const nameRule = 'userpool/file-name';

const imports = (source: string) => `import { thing } from '${source}';\nexport const used = thing;\n`;

/** Where, what is imported there, and the rule that must refuse it. */
const refused: readonly (readonly [file: string, text: string, rule: string])[] = [
  // The CDK stays out of everything that has to start fast.
  ...[
    'lib/environments/a.ts',
    'lib/template/a.ts',
    'lib/posture/a.ts',
    'lib/review/a.ts',
    'lib/drift/a.ts',
    'lib/sign-in/a.ts',
    'lib/local-pool/operations/a.ts',
    'lib/commands/a.ts',
    'lambda/pre-sign-up/a.ts',
    'bin/userpool.ts',
  ].flatMap((file) => [
    [file, imports('aws-cdk-lib'), pathRule] as const,
    [file, imports('aws-cdk-lib/aws-cognito'), pathRule] as const,
    [file, imports('constructs'), pathRule] as const,
    [file, `export const cdk = await import('aws-cdk-lib');\n`, pathRule] as const,
    [file, `import type { App } from 'aws-cdk-lib';\nexport type Used = App;\n`, pathRule] as const,
    [file, `export { App } from 'aws-cdk-lib';\n`, pathRule] as const,
  ]),
  ['lib/local-pool/worker.js', `require('aws-cdk-lib');\n`, pathRule],
  // What runs the pool and what signs in to it do not know each other.
  ['lib/sign-in/a.ts', imports('../local-pool/pool'), pathRule],
  ['lib/sign-in/steps/a.ts', imports('../../local-pool/pool'), pathRule],
  ['lib/local-pool/a.ts', imports('../sign-in/journey'), pathRule],
  // Down only.
  ['lib/template/a.ts', imports('../posture/controls'), pathRule],
  ['lib/template/a.ts', imports('../environments/environment'), pathRule],
  ['lib/posture/a.ts', imports('../review/verdict'), pathRule],
  ['lib/posture/a.ts', imports('../commands/posture'), pathRule],
  ['lib/drift/a.ts', imports('../local-pool/pool'), pathRule],
  ['lib/drift/a.ts', imports('../sign-in/pool-facts'), pathRule],
  ['lib/review/a.ts', imports('../drift/difference'), pathRule],
  ['lib/sign-in/a.ts', imports('../environments/dev'), pathRule],
  ['lib/local-pool/a.ts', imports('../environments/dev'), pathRule],
  ['lib/local-pool/a.ts', imports('../../lambda/pre-sign-up/decide'), pathRule],
  ['lib/environments/a.ts', imports('../constructs/user-pool'), pathRule],
  ['lib/environments/rules/a.ts', imports('../../template/assembly'), pathRule],
  ['lib/constructs/a.ts', imports('../stacks/auth-stack'), pathRule],
  ['lib/constructs/a.ts', imports('../template/assembly'), pathRule],
  ['lib/stacks/a.ts', imports('../template/assembly'), pathRule],
  ['lib/commands/a.ts', imports('../stacks/auth-stage'), pathRule],
  ['lib/commands/a.ts', imports('../../bin/app'), pathRule],
  ['lib/commands/a.ts', imports('../../test/environments/valid-environment'), pathRule],
  ['bin/userpool.ts', imports('../lib/local-pool/pool'), pathRule],
  ['bin/app.ts', imports('../lib/commands/local'), pathRule],
  ['lambda/pre-sign-up/a.ts', imports('../../lib/environments/environment'), pathRule],
  // A construct shares one file with its trigger.
  ['lib/constructs/a.ts', imports('../../lambda/pre-sign-up/decide'), pathRule],
  ['lib/constructs/a.ts', imports('../../lambda/pre-sign-up/handler'), pathRule],
  // Constructs and stacks are given an environment; they do not fetch one.
  ['lib/constructs/a.ts', imports('../environments/dev'), typeRule],
  ['lib/stacks/a.ts', imports('../environments/environments'), typeRule],
  // Names.
  ['lib/template/utils.ts', 'export const used = 1;\n', nameRule],
  ['lib/template/string-helper.ts', 'export const used = 1;\n', nameRule],
  ['lib/common/names.ts', 'export const used = 1;\n', nameRule],
  ['test/misc.test.ts', 'export const used = 1;\n', nameRule],
  ['lib/template/readAssembly.ts', 'export const used = 1;\n', nameRule],
];

const allowed: readonly (readonly [file: string, text: string])[] = [
  ['lib/stacks/a.ts', imports('aws-cdk-lib')],
  ['lib/stacks/a.ts', imports('../constructs/user-pool')],
  ['lib/constructs/a.ts', imports('constructs')],
  ['lib/constructs/a.ts', imports('./user-pool')],
  ['lib/constructs/a.ts', imports('../template/metadata')],
  ['lib/constructs/a.ts', imports('../../lambda/pre-sign-up/environment')],
  [
    'lib/constructs/a.ts',
    `import type { Environment } from '../environments/environment';\nexport type Used = Environment;\n`,
  ],
  [
    'lib/stacks/a.ts',
    `import type { Environment } from '../environments/environment';\nexport type Used = Environment;\n`,
  ],
  ['lib/environments/rules/a.ts', imports('../environment')],
  ['lib/environments/a.ts', imports('zod')],
  ['lib/template/a.ts', imports('node:fs')],
  ['lib/posture/controls/a.ts', imports('../../template/assembly')],
  ['lib/review/a.ts', imports('../posture/controls')],
  ['lib/drift/a.ts', imports('../posture/order')],
  ['lib/drift/a.ts', imports('../review/effective/effective')],
  ['lib/local-pool/operations/a.ts', imports('../challenges/offer')],
  ['lib/local-pool/a.ts', imports('../template/assembly')],
  ['lib/sign-in/a.ts', imports('aws-jwt-verify')],
  ['lib/commands/a.ts', imports('../local-pool/pool')],
  ['lib/commands/a.ts', imports('../sign-in/journey')],
  ['lib/commands/a.ts', imports('../environments/reference')],
  ['lambda/pre-sign-up/a.ts', imports('./environment')],
  ['lambda/pre-sign-up/a.ts', imports('../user-facing-error')],
  ['bin/app.ts', imports('aws-cdk-lib')],
  ['bin/app.ts', imports('../lib/stacks/auth-stage')],
  ['bin/userpool.ts', imports('../lib/commands/local')],
  ['test/a.test.ts', imports('../lib/local-pool/pool')],
  ['lib/local-pool/worker.js', `const { parentPort } = require('node:worker_threads');\nparentPort.close();\n`],
];

const folders = readdirSync(path.join(root, 'lib'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the import lines', () => {
  const files = [
    ...[...refused, ...allowed].map(([file, text]) => ({ path: file, text })),
    ...folders.map((name) => ({ path: `lib/${name}/a.ts`, text: imports('../no-such-folder/a') })),
  ];
  let linted: Linted;
  beforeAll(() => {
    linted = lint(files);
  });
  const rulesAt = (index: number) => (linted.messages[index] ?? []).map(({ rule }) => rule);

  it.each(refused.map(([file, text, rule], index) => ({ file, line: text.split('\n')[0], rule, index })))(
    'refuse in $file: $line',
    ({ rule, index }) => {
      expect(rulesAt(index)).toContain(rule);
    },
  );

  it.each(allowed.map(([file, text], index) => ({ file, line: text.split('\n')[0], index: refused.length + index })))(
    'allow in $file: $line',
    ({ index }) => {
      expect(linted.messages[index]).toEqual([]);
    },
  );

  it('say what the place may import instead', () => {
    const index = refused.findIndex(([, text]) => text.includes('../sign-in/journey'));
    expect(linted.messages[index]?.[0]?.message).toContain('lib/local-pool may import from lib/template, itself only.');
  });

  it.each(folders.map((folder, index) => ({ folder, index: refused.length + allowed.length + index })))(
    'know the folder lib/$folder',
    ({ index }) => {
      expect(rulesAt(index)).toContain(pathRule);
    },
  );

  it.each([
    '@typescript-eslint/no-floating-promises',
    '@typescript-eslint/switch-exhaustiveness-check',
    '@typescript-eslint/consistent-type-imports',
    '@typescript-eslint/no-explicit-any',
    '@typescript-eslint/no-non-null-assertion',
    '@typescript-eslint/no-misused-promises',
  ])('stand beside %s as an error', (rule) => {
    expect(linted.severities[rule]).toBe(2);
  });
});
