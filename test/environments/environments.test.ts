import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import { checkEnvironments } from '../../lib/environments/check';
import { environments } from '../../lib/environments/environments';
import { formatProblems } from '../../lib/environments/problem';
import { today } from './draft';

describe('the declared environments', () => {
  it('have no problem', () => {
    expect(formatProblems(checkEnvironments(environments, today))).toBe('0 problems in 0 environments');
  });

  it('are a sandbox, a rehearsal and production, and what else is listed', () => {
    expect(environments.map((each) => [each.name, each.class])).toEqual(
      expect.arrayContaining([
        ['dev', 'sandbox'],
        ['staging', 'pre-production'],
        ['prod', 'production'],
      ]),
    );
  });

  it('are all listed: a file that is not would be neither checked nor deployed', () => {
    const folder = join(projectRoot, 'lib', 'environments');
    const declaring = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => readFileSync(join(folder, file), 'utf8').includes('satisfies Environment;'));
    const listed = environments.map(({ name }) => `${name}.ts`);
    expect(listed.toSorted()).toEqual(declaring.toSorted());
  });

  it('share the account of production with no other', () => {
    const accounts = environments.map(({ account }) => account);
    const ofProduction = environments.filter((each) => each.class === 'production').map(({ account }) => account);
    for (const account of ofProduction) expect(accounts.filter((other) => other === account)).toEqual([account]);
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
