import { App, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { writeFileSync } from 'node:fs';
import { BundledFunction } from '../../lib/constructs/bundled-function';
import type { BundledFunctionProps } from '../../lib/constructs/bundled-function';
import '../stacks/template-for';
import type { TemplateText } from '../synthesis/template-resource';

const props: BundledFunctionProps = {
  folder: 'pre-sign-up',
  description: 'A function.',
  environment: { ONE: '1', TWO: '2' },
  timeoutSeconds: 5,
  memoryMegabytes: 256,
  logRetention: RetentionDays.ONE_WEEK,
  removalPolicy: RemovalPolicy.DESTROY,
  bundle: (_entry, outfile) => writeFileSync(outfile, 'code'),
};

/** The logical id of the version: another one is another version. */
function versionOf(change: Partial<BundledFunctionProps> = {}, tags: Readonly<Record<string, string>> = {}): string {
  const stack = new Stack(new App(), 'stack', { env: { region: 'eu-west-1' } });
  new BundledFunction(stack, 'function', { ...props, ...change });
  for (const [key, value] of Object.entries(tags)) Tags.of(stack).add(key, value);
  const { Resources } = Template.fromStack(stack).toJSON() as TemplateText;
  const [version = ''] = Object.keys(Resources).filter((id) => Resources[id]?.Type === 'AWS::Lambda::Version');
  return version;
}

describe('a new version is published', () => {
  test.each<[what: string, change: Partial<BundledFunctionProps>]>([
    ['code', { folder: 'post-authentication', bundle: (_entry, outfile) => writeFileSync(outfile, 'other code') }],
    ['environment', { environment: { ONE: '1', TWO: '3' } }],
    ['memory', { memoryMegabytes: 512 }],
    ['timeout', { timeoutSeconds: 6 }],
  ])('for other %s', (_, change) => {
    expect(versionOf(change)).not.toBe(versionOf());
  });
});

describe('no new version is published', () => {
  test('by another synthesis', () => {
    expect(versionOf()).toBe(versionOf());
  });

  test.each<[what: string, change: Partial<BundledFunctionProps>, tags?: Readonly<Record<string, string>>]>([
    ['the order of the environment', { environment: { TWO: '2', ONE: '1' } }],
    ['how long logs are kept', { logRetention: RetentionDays.ONE_YEAR }],
    ['how many instances are kept warm', { provisionedConcurrency: 3 }],
    ['tags', {}, { owner: 'identity-team' }],
  ])('for %s', (...[, change, tags]) => {
    expect(versionOf(change, tags)).toBe(versionOf());
  });
});
