import { fieldProperties } from './field-properties';

/** Fields that hold a value and are no property of a resource, with where they go instead. */
export const fieldsWithoutProperty: Readonly<Record<string, string>> = {
  name: 'The name of the stage, and a part of every name in it.',
  class: 'Metadata of the template; it decides on TerminationProtection of the stack.',
  'posture.assurance': 'Metadata of the template.',
  'posture.composition': 'Metadata of the template.',
  account: 'The account of the stack.',
  region: 'The Region of the stack.',
  'passkeys.use': 'WEB_AUTHN in SignInPolicy follows from signIn.firstFactors.',
  'deviceTracking.unusedDevices.forgotten': 'Whether a function and its schedule are there.',
  'removal.policy': 'DeletionPolicy and UpdateReplacePolicy of resources.',
  'customAttributes.NAME.authorization': 'Metadata of the user pool.',
  'managedLogin.domain.hostedZone.name': 'It is held against the name of the domain, and nothing else.',
  'identityPool.credentials': 'Whether an identity pool is there.',
  'waivers[0].control': 'Metadata of the template.',
  'waivers[0].owner': 'Metadata of the template.',
  'waivers[0].expires': 'Metadata of the template.',
};

/** Reasons are for whoever reads a template. */
const isReason = (path: string) => path === 'reason' || path.endsWith('.reason');

/**
 * Where the value of a field goes: the property, without AWS::Cognito:: before its type, or what else than a property.
 * Undefined where nothing says so, as for a field that holds other fields.
 *
 * @param path as docs/environments.md writes it, for instance `clients.NAME.authFlows`
 */
export function propertyOfField(path: string): string | undefined {
  for (const [type, properties] of Object.entries(fieldProperties)) {
    if (Object.hasOwn(properties, path)) return `\`${type.replace('AWS::Cognito::', '')} ${properties[path] ?? ''}\``;
  }
  if (isReason(path)) return 'Metadata';
  return Object.hasOwn(fieldsWithoutProperty, path) ? fieldsWithoutProperty[path] : undefined;
}
