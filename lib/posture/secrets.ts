import type { Resource } from '../template/resolve';
import { expressionOf, isList, isObject, member } from '../template/value';
import type { RawValue, Value } from '../template/value';
import type { Finding } from './control';

/** Where values may be secrets, or be about a person: the properties of each type. */
const secretProperties: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPoolIdentityProvider': ['ProviderDetails.client_secret', 'ProviderDetails.private_key'],
  'AWS::Cognito::UserPoolUser': ['ClientMetadata', 'UserAttributes', 'ValidationData'],
  'AWS::Lambda::Function': ['Environment.Variables'],
  'AWS::SSM::Parameter': ['Value'],
  'AWS::SecretsManager::Secret': ['SecretString'],
};

/** Elsewhere in the same resource shorter texts are there by chance: `true`, `15`. */
const shortestElsewhere = 6;

/** Intrinsic functions whose texts are names. */
const naming = ['Ref', 'Fn::GetAtt', 'Fn::ImportValue'];

/** A text that is nothing but a reference, whose value only the service sees. */
const dynamicReference = /^\{\{resolve:[^{}]*\}\}$/;

/** The finding without the values of properties of its resource that hold secrets, whatever a control has put into it. */
export function withoutSecrets(finding: Finding): Finding {
  if (finding.at === undefined) return finding;
  const { resource } = finding.at;
  const paths = member(secretProperties, resource.type) ?? [];
  const about = paths.some((path) => overlap(path, finding.property));
  const secrets = paths
    .flatMap((path) => textsAt(resource, path))
    .filter((secret) => about || secret.length >= shortestElsewhere)
    // As they stand in the template, and as they stand within JSON.
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  if (!secrets.some((secret) => finding.found.includes(secret))) return finding;
  return { ...finding, found: 'a value that is not shown, as it may be a secret' };
}

/** Whether one is the other, or is within it. */
function overlap(left: string, right: string): boolean {
  return `${left}.`.startsWith(`${right}.`) || `${right}.`.startsWith(`${left}.`);
}

function textsAt({ properties }: Resource, path: string): readonly string[] {
  let value: Value | undefined = properties;
  for (const key of path.split('.')) value = isObject(value) ? member(value, key) : undefined;
  return value === undefined ? [] : textsIn(expressionOf(value));
}

/** Every text in a value, those that an intrinsic function puts together too. */
function textsIn(value: RawValue): readonly string[] {
  if (typeof value === 'string') return value === '' || dynamicReference.test(value) ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (isList(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (naming.includes(key) ? [] : textsIn(each)));
}
