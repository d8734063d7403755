import { FixedSettingError, refuseFixedChanges } from '../../lib/commands/fixed-settings';
import { SnapshotError } from '../../lib/template/read-snapshot';
import { renderSnapshot } from '../../lib/template/snapshot';
import { snapshotVersion } from '../../lib/template/snapshot-form';
import type { RawObject } from '../../lib/template/value';

const file = 'prod/auth.json';

const email = { Name: 'email', AttributeDataType: 'String', Mutable: true, Required: true };
const tenant = {
  Name: 'tenant',
  AttributeDataType: 'String',
  Mutable: false,
  Required: false,
  StringAttributeConstraints: { MinLength: '1', MaxLength: '36' },
};
const custom = (name: string) => ({ Name: name, AttributeDataType: 'Boolean', Mutable: true, Required: false });

const pool: RawObject = {
  UserPoolName: 'userpool-prod',
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  Schema: [email, tenant],
};

function snapshot(properties: RawObject, id = 'UserPool'): ReadonlyMap<string, string> {
  const text = renderSnapshot({
    snapshotVersion,
    stack: {
      path: 'prod/auth',
      stage: 'prod',
      stackName: 'userpool-prod-auth',
      account: '444455556666',
      region: 'eu-west-1',
      terminationProtection: true,
      parameters: {},
      tags: {},
    },
    bundles: {},
    template: { Resources: { [id]: { Type: 'AWS::Cognito::UserPool', Properties: properties } } },
    nested: {},
  });
  return new Map([[file, text]]);
}

/** What is refused of a change of the committed user pool. */
function refused(changed: RawObject, committed: RawObject = pool) {
  try {
    refuseFixedChanges(snapshot(committed), snapshot({ ...committed, ...changed }));
    return [];
  } catch (error) {
    if (error instanceof FixedSettingError) return error.changes;
    throw error;
  }
}

describe('a user pool that is committed', () => {
  test.each<readonly [what: string, changed: RawObject, path: string]>([
    ['other names of users', { UsernameAttributes: ['phone_number'] }, 'UserPool UsernameAttributes'],
    ['aliases', { AliasAttributes: ['email'] }, 'UserPool AliasAttributes'],
    ['names with case', { UsernameConfiguration: { CaseSensitive: true } }, 'UserPool UsernameConfiguration'],
    ['no custom attribute any more', { Schema: [email] }, 'UserPool Schema custom:tenant'],
    ['one that can be changed now', { Schema: [email, { ...tenant, Mutable: true }] }, 'UserPool Schema custom:tenant'],
    [
      'one with other limits',
      { Schema: [email, { ...tenant, StringAttributeConstraints: { MinLength: '1', MaxLength: '64' } }] },
      'UserPool Schema custom:tenant',
    ],
    [
      'a standard attribute that is optional now',
      { Schema: [{ ...email, Required: false }, tenant] },
      'UserPool Schema email',
    ],
    [
      'a further standard attribute',
      { Schema: [email, { ...email, Name: 'locale', Required: false }, tenant] },
      'UserPool Schema locale',
    ],
    [
      '26 custom attributes at once',
      { Schema: [email, tenant, ...Array.from({ length: 26 }, (_, index) => custom(`flag_${index}`))] },
      'UserPool Schema',
    ],
  ])('does not get %s', (_, changed, path) => {
    expect(refused(changed)).toEqual([
      { file, path, got: expect.stringMatching(/\S/) as string, allowed: expect.stringMatching(/\S/) as string },
    ]);
  });

  test.each<readonly [what: string, changed: RawObject]>([
    ['further custom attributes', { Schema: [email, custom('beta'), tenant] }],
    [
      '25 of them at once',
      { Schema: [email, tenant, ...Array.from({ length: 25 }, (_, index) => custom(`flag_${index}`))] },
    ],
    ['one with the name of a standard attribute', { Schema: [email, tenant, { ...tenant, Name: 'locale' }] }],
    ['its attributes in another order', { Schema: [tenant, email] }],
    ['another name of its own', { UserPoolName: 'accounts' }],
  ])('gets %s', (_, changed) => {
    expect(refused(changed)).toEqual([]);
  });

  test('may leave the template: that is no change of it', () => {
    expect(() => refuseFixedChanges(snapshot(pool), snapshot({}, 'AnotherPool'))).not.toThrow();
    expect(() => refuseFixedChanges(snapshot(pool), new Map())).not.toThrow();
    expect(() => refuseFixedChanges(new Map(), snapshot(pool))).not.toThrow();
  });

  test('is not guessed from a file that cannot be read', () => {
    expect(() => refuseFixedChanges(new Map([[file, '<<<<<<< HEAD']]), snapshot(pool))).toThrow(SnapshotError);
  });

  test('is told of with what came in, what is allowed and what to do', () => {
    const changes = [...refused({ Schema: [email], UsernameAttributes: ['phone_number'] })];
    expect(new FixedSettingError(changes).message).toBe(
      `The service refuses to change these once a user pool exists, and rolls the deployment back. Nothing is written.

  prod/auth.json: UserPool UsernameAttributes
    got      ["phone_number"]
    allowed  ["email"], as committed
  prod/auth.json: UserPool Schema custom:tenant
    got      nothing
    allowed  {"Name":"tenant","AttributeDataType":"String","Mutable":false,"Required":false,"StringAttributeConstraints":{"MinLength":"1","MaxLength":"36"}}, as committed

  instead  Put it back, and declare a further custom attribute for what is new. If the user pool is to be made
           anew, without its users, or was never deployed: delete its file in test/snapshots first.`,
    );
  });
});
