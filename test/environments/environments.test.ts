import { checkEnvironments } from '../../lib/environments/check';
import { environments } from '../../lib/environments/environments';
import { formatProblems } from '../../lib/environments/problem';
import { today } from './draft';

describe('the declared environments', () => {
  it('have no problem', () => {
    expect(formatProblems(checkEnvironments(environments, today))).toBe('0 problems in 0 environments');
  });

  it('are a sandbox, a rehearsal and production', () => {
    expect(environments.map((each) => [each.name, each.class])).toEqual([
      ['dev', 'sandbox'],
      ['staging', 'pre-production'],
      ['prod', 'production'],
    ]);
  });

  it('give every environment outside the sandbox an account of its own', () => {
    const accounts = environments.filter((each) => each.class !== 'sandbox').map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  it('declare the same attributes, which can never be changed, in each', () => {
    const schemas = environments.map(({ standardAttributes, customAttributes }) => ({
      standardAttributes,
      customAttributes,
    }));
    for (const schema of schemas) expect(schema).toEqual(schemas[0]);
  });

  it.each(environments.filter(({ mfa }) => mfa.mode !== 'required'))(
    'waive AwsSolutions-COG2 in $name, where MFA is not required',
    ({ waivers }) => {
      expect(waivers.map(({ control }) => control)).toContain('AwsSolutions-COG2');
    },
  );

  it.each(environments.filter(({ featurePlan }) => featurePlan !== 'PLUS'))(
    'waive AwsSolutions-COG8 in $name, which is not on the PLUS plan',
    ({ waivers }) => {
      expect(waivers.map(({ control }) => control)).toContain('AwsSolutions-COG8');
    },
  );
});
