import { comparePool } from '../../lib/drift/compare-pool';
import type { LivePool } from '../../lib/drift/live-pool';
import { environmentsOf } from '../../lib/posture/environments-of';
import { readIntent } from '../../lib/posture/read-intent';
import { subjectOf } from '../../lib/posture/subject';
import { fixtureStack } from '../synthesis/assembly';

type Registration = LivePool['pool']['DcrConfiguration'];

/** What drift says of dynamic client registration that a live pool tells. */
function found(DcrConfiguration: Registration) {
  const [environment] = environmentsOf([fixtureStack('dev')]);
  if (environment === undefined) throw new Error('dev has a user pool');
  const declared = subjectOf('dev', readIntent(environment.stacks), environment.stacks);
  const [view] = declared.pools;
  if (view === undefined) throw new Error('dev has a user pool');
  const live: LivePool = {
    id: 'eu-west-1_a',
    pool: { Arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a', DcrConfiguration },
    mfa: {},
    clients: [],
    domains: [],
    groups: [],
    identityProviders: [],
    resourceServers: [],
    riskConfigurations: [],
    logConfigurations: [],
  };
  const place = { kind: 'aws', stacks: 'dev/*', region: 'eu-west-1' } as const;
  // CloudFormation knows of what its stack has made.
  const idOf = ({ resource }: { readonly resource: { readonly logicalId: string } }) => resource.logicalId;
  const { differences } = comparePool(declared, view, live, { place, idOf });
  return differences.find(({ property }) => property === 'DcrConfiguration');
}

test.each<[string, Registration]>([
  ['a pool that tells nothing of it', undefined],
  ['a pool in which it was turned off', { EnableStatus: 'Disabled', OpenDcrEnabled: true }],
])('%s registers no app clients: no difference', (_, configuration) => {
  expect(found(configuration)).toBeUndefined();
});

test.each<[string, Registration, string, string]>([
  ['open to anybody is weaker', { EnableStatus: 'Enabled', OpenDcrEnabled: true }, 'weaker', 'fail'],
  ['on without a word of its status is on', { OpenDcrEnabled: true }, 'weaker', 'fail'],
  ['for those with a token is not known to be weaker', { EnableStatus: 'Enabled' }, 'unknown', 'pass'],
])('client registration that is %s, and touches CGN-CLI-19', (_, configuration, direction, verdict) => {
  const difference = found(configuration);
  expect(difference).toMatchObject({ kind: 'changed', declared: undefined, direction });
  expect(difference?.controls).toMatchObject([{ id: 'CGN-CLI-19', direction, verdict }]);
});

test('a call turns client registration off, with everything that is declared, as no deployment does', () => {
  const { remedy } = found({ EnableStatus: 'Enabled' }) ?? {};
  expect(remedy?.remark).toContain('CloudFormation has no property for it');
  const [command = ''] = remedy?.commands ?? [];
  expect(command).toMatch(/^aws cognito-idp update-user-pool --region eu-west-1 --cli-input-json '/);
  const input: unknown = JSON.parse(/'(.*)'$/s.exec(command)?.[1] ?? '');
  expect(input).toMatchObject({
    UserPoolId: 'eu-west-1_a',
    DcrConfiguration: { EnableStatus: 'Disabled' },
    LambdaConfig: { PreSignUp: expect.any(String) as string },
    Policies: { PasswordPolicy: { MinimumLength: expect.any(Number) as number } },
  });
});
