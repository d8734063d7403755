import { readdirSync } from 'node:fs';
import path from 'node:path';
import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Control } from '../../lib/posture/control';
import type { Locate } from '../../lib/posture/locate';
import { posturePlugin } from '../../lib/posture/validation-plugin';
import { everyEnvironment } from '../synthesis/every-environment';
import { fixtureAssembly } from '../synthesis/assembly';
import { directoryWith, removeDirectories } from '../template/assembly-on-disk';
import { controlThat, today } from './planted-controls';

afterAll(removeDirectories);

const { directory } = fixtureAssembly();
const templatePaths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.template.json'))
  .map((file) => path.join(directory, file));
const locate: Locate = (environment, field) => ({
  file: `${environment}.ts`,
  line: field === 'mfa.mode' ? 26 : undefined,
});

const validate = (...controls: readonly Control[]) =>
  posturePlugin({ today, locate, controls }).validate({ templatePaths });

const failing = controlThat('fail', 'CGN-TST-01', { field: 'mfa.mode' });

test('a failure is a violation in production, and in no environment of another class', () => {
  const { success, violations } = validate(failing);
  const production = everyEnvironment.filter(({ class: each }) => each === 'production').map(({ name }) => name);
  expect(success).toBe(false);
  expect(violations.map(({ ruleMetadata }) => ruleMetadata['environment'])).toEqual(production);
});

test('it names the construct, the property, what was found and wanted, the field, and its file and line', () => {
  const { violations } = validate(failing);
  expect(violations.find(({ ruleMetadata }) => ruleMetadata['environment'] === 'prod')).toEqual({
    ruleName: 'CGN-TST-01',
    description:
      'The user pool is as it is wanted. prod/auth UserPool MfaConfiguration (mfa.mode at prod.ts:26): ' +
      'found "OFF"; wanted ON. Severity in prod: high.',
    fix: 'Declare what is wanted (mfa.mode at prod.ts:26), or waive CGN-TST-01 with a reason, an owner and an expiry date.',
    severity: 'fatal',
    ruleMetadata: { environment: 'prod', severity: 'high', field: 'mfa.mode', declaredAt: 'prod.ts:26' },
    violatingResources: [{ constructPath: 'prod/auth/UserPool/Resource', locations: ['Properties.MfaConfiguration'] }],
  });
});

test.each([
  ['Policies.PasswordPolicy', ['Properties.Policies.PasswordPolicy']],
  ['DeletionPolicy', ['DeletionPolicy']],
  ['terminationProtection', ['terminationProtection']],
  ['', []],
])('of a finding about %j it names the location %j', (property, locations) => {
  const { violations } = validate(controlThat('fail', 'CGN-TST-01', { property }));
  expect(violations[0]?.violatingResources[0]?.locations).toEqual(locations);
});

test.each(['pass', 'manual'] as const)('%s is no violation', (verdict) => {
  expect(validate(controlThat(verdict, 'CGN-TST-01'))).toEqual({ success: true, violations: [] });
});

test('what is unknown is a violation too, by the findings that are unknown', () => {
  const { violations } = validate(controlThat('unknown', 'CGN-TST-01', { found: 'an import' }));
  expect(violations[0]?.description).toContain('found an import');
});

test('without a file of the environment it names the field alone', () => {
  const plugin = posturePlugin({ today, locate: () => undefined, controls: [failing] });
  const [violation] = plugin.validate({ templatePaths }).violations;
  expect(violation?.description).toContain('MfaConfiguration (mfa.mode): found');
  expect(violation?.ruleMetadata).not.toHaveProperty('declaredAt');
});

describe('in an app of somebody else, whose templates say nothing of what is meant', () => {
  const synthesize = (acknowledge: boolean) => {
    process.env['CDK_VALIDATION'] = 'false';
    const app = new App({ outdir: path.join(directoryWith({}), 'cdk.out'), analyticsReporting: false });
    const stack = new Stack(new Stage(app, 'theirs'), 'identity');
    new CfnUserPool(stack, 'People');
    Validations.of(app).addPlugins(posturePlugin({ today, locate, controls: [failing] }));
    if (acknowledge) Validations.of(app).acknowledge({ id: 'Posture::CGN-TST-01', reason: 'It is in the way.' });
    return () => app.synth();
  };

  test('it is a plugin of the CDK that stops the synth: what nobody declared is taken for production', () => {
    expect(synthesize(false)).toThrow(/theirs\/identity People MfaConfiguration: found/);
  });

  test('an acknowledgement, which never expires, is no way around a waiver', () => {
    expect(synthesize(true)).toThrow(/theirs\/identity People MfaConfiguration: found/);
  });
});
