import { build } from 'esbuild';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { bundleOptions } from '../../lib/constructs/bundle-options';

/** Bytes; 20 KB is what the project allows, the others are the pinned AWS client and our code, rounded up. */
const budgets = [
  { trigger: 'pre-sign-up', bytes: 20_480 },
  { trigger: 'post-confirmation', bytes: 330 * 1024 },
  { trigger: 'pre-token-generation', bytes: 20_480 },
  { trigger: 'custom-message', bytes: 20_480 },
  { trigger: 'post-authentication', bytes: 20_480 },
  { trigger: 'user-migration', bytes: 310 * 1024 },
  // The clients of Cognito and of Secrets Manager.
  { trigger: 'client-secret-rotation', bytes: 400 * 1024 },
  { trigger: 'pre-authentication', bytes: 10_240 },
  { trigger: 'define-auth-challenge', bytes: 10_240 },
  { trigger: 'verify-auth-challenge-response', bytes: 10_240 },
  { trigger: 'inbound-federation', bytes: 10_240 },
  // The client of SES.
  { trigger: 'create-auth-challenge', bytes: 400 * 1024 },
  // The client of Cognito.
  { trigger: 'forget-unused-devices', bytes: 350 * 1024 },
  // The AWS Encryption SDK with its KMS client, and that of SES or SNS.
  { trigger: 'custom-email-sender', bytes: 790 * 1024 },
  { trigger: 'custom-sms-sender', bytes: 750 * 1024 },
] as const;

const root = path.join(__dirname, '..', '..');

interface Bundle {
  readonly text: string;
  readonly imports: readonly string[];
}

let bundles: ReadonlyMap<string, Bundle>;
beforeAll(async () => {
  const entries = budgets.map(({ trigger }) => ({
    in: path.join(root, 'lambda', trigger, 'handler.ts'),
    out: trigger,
  }));
  const options = { ...bundleOptions(entries), outdir: root, write: false as const, metafile: true as const };
  const { outputFiles, metafile } = await build(options);
  bundles = new Map(
    outputFiles.map((file) => {
      const output = metafile.outputs[path.relative(process.cwd(), file.path)];
      if (output === undefined) throw new Error(`esbuild says nothing of the imports of ${file.path}`);
      const { imports } = output;
      return [path.basename(file.path, '.js'), { text: file.text, imports: imports.map((each) => each.path) }];
    }),
  );
});

describe.each(budgets)('the bundle of $trigger', ({ trigger, bytes }) => {
  let made: Bundle;
  beforeAll(() => {
    made = bundles.get(trigger) ?? { text: '', imports: [] };
  });

  it(`has at most ${bytes} bytes`, () => {
    expect(Buffer.byteLength(made.text)).toBeLessThanOrEqual(bytes);
  });

  it('exports the handler', () => {
    expect(made.text).toContain('module.exports={handler}');
  });

  it('needs nothing at run time but Node itself', () => {
    expect(made.imports.filter((name) => !isBuiltin(name))).toEqual([]);
  });

  it('names no path of the machine that made it, so that the same sources give the same digest', () => {
    expect(made.text).not.toContain(root);
  });
});
