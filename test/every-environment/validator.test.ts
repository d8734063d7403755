import type { Environment } from '../../lib/environments/environment';
import { staging } from '../../lib/environments/staging';
import { pagesRange } from '../synthesis/pages-range';
import { bare, range } from '../synthesis/range';
import { ValidatingSynthesis } from './synthesis';

describe('the validator that they are held against', () => {
  const synthesis = new ValidatingSynthesis();
  const { 'certified-pages': certified } = pagesRange;
  // One for all of them: to build it takes seconds.
  beforeAll(() => synthesis.learn([bare, certified]));
  afterAll(() => synthesis.close());

  /** An environment that no check has let through. */
  const unchecked = (changes: object): Environment => ({ ...bare, ...changes });

  test.each<readonly [what: string, finding: RegExp, environment: Environment]>([
    [
      'a number out of range',
      /^F3034 at UserPool .*MinimumLength/,
      unchecked({ passwordPolicy: { ...bare.passwordPolicy, minimumLength: 5 } }),
    ],
    [
      'what is only a warning: a value that the service does not know',
      /^W3030 at UserPool .*UserPoolTier/,
      unchecked({ featurePlan: 'GOLD' }),
    ],
    [
      'a name of another form',
      /^E3031 at PrefixDomain .*Domain/,
      unchecked({ managedLogin: { pages: 'on', domain: { kind: 'prefix', prefix: '-login-' } } }),
    ],
    [
      'a fault in each of two stacks',
      /^F3034 at WebAcl [^;]*; WebAcl .*Limit/,
      unchecked({ ...range.replicated, webAcl: { ...staging.webAcl, requestsPerAddress: 1 } }),
    ],
  ])('sees %s', (_, finding, environment) => {
    expect(synthesis.findings(environment)).toContainEqual(expect.stringMatching(finding));
  });

  test.each([bare, certified])('has nothing against $name', (environment) => {
    expect(synthesis.findings(environment)).toEqual([]);
  });
});
