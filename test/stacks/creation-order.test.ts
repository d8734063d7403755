import type { Environment } from '../../lib/environments/environment';
import { range } from '../synthesis/range';
import type { TemplateResource } from '../synthesis/template-resource';
import { rangeAndFixtures } from '../synthesis/whole-range';
import { stacksFor } from './template-for';

type Resources = Readonly<Record<string, TemplateResource>>;

/** One resource that cannot be made before others which it does not refer to, so that CloudFormation cannot know. */
interface Order {
  readonly what: string;
  readonly type: string;
  /** The logical ids of what has to be there. */
  readonly after: (resource: TemplateResource, resources: Resources) => readonly string[];
}

function idsOf(resources: Resources, type: string, matches: (properties: TemplateResource['Properties']) => boolean) {
  return Object.entries(resources).flatMap(([id, { Type, Properties }]) =>
    Type === type && matches(Properties) ? [id] : [],
  );
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const any = () => true;
const targets = (value: unknown, id: string) => JSON.stringify(value).includes(`"${id}"`);

const orders: readonly Order[] = [
  {
    what: 'An app client after the identity providers that it names',
    type: 'AWS::Cognito::UserPoolClient',
    after: ({ Properties }, resources) =>
      idsOf(resources, 'AWS::Cognito::UserPoolIdentityProvider', ({ ProviderName }) =>
        list(Properties['SupportedIdentityProviders']).includes(ProviderName),
      ),
  },
  {
    what: 'An app client after the resource servers of its scopes',
    type: 'AWS::Cognito::UserPoolClient',
    after: ({ Properties }, resources) =>
      idsOf(resources, 'AWS::Cognito::UserPoolResourceServer', ({ Identifier }) =>
        list(Properties['AllowedOAuthScopes']).some((scope) => String(scope).startsWith(`${String(Identifier)}/`)),
      ),
  },
  {
    what: 'The style of a client after the domain of the pages',
    type: 'AWS::Cognito::ManagedLoginBranding',
    after: (_, resources) => idsOf(resources, 'AWS::Cognito::UserPoolDomain', any),
  },
  {
    what: 'The terms of a client after the domain of the pages',
    type: 'AWS::Cognito::Terms',
    after: (_, resources) => idsOf(resources, 'AWS::Cognito::UserPoolDomain', any),
  },
  {
    what: 'A domain that fails over after the copy in the other Region',
    type: 'AWS::Cognito::UserPoolDomain',
    after: ({ Properties }, resources) =>
      Properties['Routing'] === undefined ? [] : idsOf(resources, 'AWS::Cognito::UserPoolReplica', any),
  },
  {
    what: 'Sign-in at a copy after the permission to invoke its functions',
    type: 'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
    after: (_, resources) => idsOf(resources, 'AWS::Lambda::Permission', any),
  },
  {
    what: 'A rotation, which begins at once, after the permission to invoke its function',
    type: 'AWS::SecretsManager::RotationSchedule',
    after: ({ Properties }, resources) => {
      const [rotating = ''] = attribute(Properties['RotationLambdaARN']);
      return idsOf(
        resources,
        'AWS::Lambda::Permission',
        ({ FunctionName, Principal }) =>
          Principal === 'secretsmanager.amazonaws.com' && targets(FunctionName, rotating),
      );
    },
  },
  {
    what: 'A rotation after what its function may do',
    type: 'AWS::SecretsManager::RotationSchedule',
    after: ({ Properties }, resources) => {
      const [rotating = ''] = attribute(Properties['RotationLambdaARN']);
      const [role = ''] = attribute(resources[rotating]?.Properties['Role']);
      return idsOf(resources, 'AWS::IAM::Policy', ({ Roles }) => targets(Roles, role));
    },
  },
];

/** The resource and the attribute of a Fn::GetAtt. */
function attribute(value: unknown): readonly string[] {
  return (value as { readonly 'Fn::GetAtt'?: readonly string[] } | undefined)?.['Fn::GetAtt'] ?? [];
}

const { replicated } = range;

const copyWithTriggers: Environment = {
  ...replicated,
  triggers: { ...replicated.triggers, customMessage: { productName: 'Example' } },
};

let templates: readonly Resources[];
beforeAll(() => {
  templates = [...Object.values(rangeAndFixtures), copyWithTriggers]
    .flatMap((environment) => stacksFor(environment))
    .map(({ Resources }) => Resources);
});

test.each(orders)('$what', ({ type, after }) => {
  let held = 0;
  for (const resources of templates) {
    for (const [id, resource] of Object.entries(resources).filter(([, { Type }]) => Type === type)) {
      const required = after(resource, resources);
      held += required.length;
      const { DependsOn = [] } = resource;
      expect({ id, missing: required.filter((each) => ![DependsOn].flat().includes(each)) }).toEqual({
        id,
        missing: [],
      });
    }
  }
  // At least one of the templates puts it to the test.
  expect(held).toBeGreaterThan(0);
});
