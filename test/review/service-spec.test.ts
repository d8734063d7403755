import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, Resource, SpecDatabase } from '@aws-cdk/service-spec-types';
import { beyondTheTables } from './beyond-the-tables';

test('the tables know every type, property and create-only flag of Cognito that CloudFormation has, and no others', () => {
  expect(beyondTheTables()).toEqual([]);
});

describe('a later version of what AWS publishes', () => {
  let database: SpecDatabase;
  beforeAll(() => {
    database = loadAwsServiceSpecSync();
  });

  test.each<readonly [what: string, change: (later: Later) => void, said: string]>([
    [
      'a type',
      ({ database }) => {
        database.allocate('resource', {
          cloudFormationType: 'AWS::Cognito::Passkey',
          name: 'Passkey',
          attributes: {},
          properties: { UserPoolId: text },
        });
      },
      'The tables have no type AWS::Cognito::Passkey.',
    ],
    [
      'a property',
      ({ resource }) => {
        resource('AWS::Cognito::UserPool').properties['PasswordlessMode'] = text;
      },
      'AWS::Cognito::UserPool: the tables have no property PasswordlessMode.',
    ],
    [
      'a property within another',
      ({ within }) => {
        within('AWS::Cognito::UserPool', 'Policies', 'PasswordPolicy')['BreachedPasswords'] = text;
      },
      'AWS::Cognito::UserPool: the tables have no property Policies.PasswordPolicy.BreachedPasswords.',
    ],
    [
      'a member of what is compared as a whole',
      ({ within }) => {
        within('AWS::Cognito::UserPool', 'Schema')['Sensitivity'] = text;
      },
      'AWS::Cognito::UserPool: membersOfWholes has no Schema.Sensitivity.',
    ],
    [
      'a create-only flag',
      ({ resource }) => {
        change(resource('AWS::Cognito::UserPool').properties, 'UsernameAttributes', { causesReplacement: 'yes' });
      },
      'AWS::Cognito::UserPool: another UsernameAttributes replaces it, and createOnly of the tables has no UsernameAttributes.',
    ],
    [
      'a flag that says sometimes',
      ({ resource }) => {
        change(resource('AWS::Cognito::UserPoolClient').properties, 'ClientName', { causesReplacement: 'maybe' });
      },
      'AWS::Cognito::UserPoolClient: another ClientName replaces it, and createOnly of the tables has no ClientName.',
    ],
    [
      'a create-only flag within a property',
      ({ within }) => {
        change(within('AWS::Cognito::UserPool', 'UsernameConfiguration'), 'CaseSensitive', {
          causesReplacement: 'yes',
        });
      },
      'AWS::Cognito::UserPool: another UsernameConfiguration.CaseSensitive replaces it, and createOnly of the tables has no UsernameConfiguration.CaseSensitive.',
    ],
    [
      'a create-only path of a type',
      ({ resource }) => {
        resource('AWS::Cognito::UserPool').additionalReplacementProperties = [['Schema', '*', 'Name']];
      },
      'AWS::Cognito::UserPool: another Schema.Name replaces it, and createOnly of the tables has no Schema.Name.',
    ],
    [
      'a create-only flag that is gone',
      ({ resource }) => {
        change(resource('AWS::Cognito::UserPoolGroup').properties, 'GroupName', { causesReplacement: 'no' });
      },
      'AWS::Cognito::UserPoolGroup: createOnly of the tables has GroupName, and another one does not replace it.',
    ],
    [
      'a property that is gone',
      ({ resource }) => {
        delete resource('AWS::Cognito::UserPoolDomain').properties['ManagedLoginVersion'];
      },
      'AWS::Cognito::UserPoolDomain: CloudFormation has no property ManagedLoginVersion.',
    ],
  ])('with %s makes the alarm ring, and it says which', (_, change, said) => {
    const before = beyondTheTables(database);
    change(laterOf(database));
    expect(beyondTheTables(database).filter((each) => !before.includes(each))).toEqual([said]);
  });
});

type Properties = Resource['properties'];

/** A database to change. */
interface Later {
  readonly database: SpecDatabase;
  readonly resource: (type: string) => Resource;
  /** The properties of what a property of a type holds, or each of its entries. */
  readonly within: (type: string, ...path: readonly string[]) => Properties;
}

const text: Property = { type: { type: 'string' } };

function laterOf(database: SpecDatabase): Later {
  const resource = (type: string): Resource => database.lookup('resource', 'cloudFormationType', 'equals', type).only();
  const within = (type: string, ...path: readonly string[]): Properties =>
    path.reduce((properties, name) => heldBy(database, properties[name]?.type), resource(type).properties);
  return { database, resource, within };
}

function heldBy(database: SpecDatabase, type: Property['type'] | undefined): Properties {
  if (type?.type === 'array') return heldBy(database, type.element);
  if (type?.type === 'ref') return database.get('typeDefinition', type.reference.$ref).properties;
  throw new TypeError(`${JSON.stringify(type)} holds no properties`);
}

function change(properties: Properties, name: string, what: Partial<Property>): void {
  const property = properties[name];
  if (property === undefined) throw new RangeError(`there is no property ${name}`);
  properties[name] = { ...property, ...what };
}
