import { metadataKeys } from '../template/metadata';
import type { Resource } from '../template/resolve';
import { isObject, member } from '../template/value';
import type { Control, Finding } from './control';
import type { Locate, Place } from './locate';
import { declaresIntent } from './read-intent';
import type { Subject } from './subject';

/** What an environment declares by name, and the resource that each becomes. */
const named: Readonly<Record<string, string>> = {
  clients: 'AWS::Cognito::UserPoolClient',
  groups: 'AWS::Cognito::UserPoolGroup',
  identityProviders: 'AWS::Cognito::UserPoolIdentityProvider',
  resourceServers: 'AWS::Cognito::UserPoolResourceServer',
};

/**
 * The field of the environment that decides on what was found: `clients.web.authFlows`, with the name that the resource
 * has there. Undefined where no field does, and where the templates are not those of this project.
 */
export function fieldOf({ field }: Control, { at }: Finding, { stacks }: Subject): string | undefined {
  if (field === undefined || !declaresIntent(stacks)) return undefined;
  const [kind = ''] = field.split('.');
  const name = at && member(named, kind) === at.resource.type ? declaredName(at.resource) : undefined;
  // A function, as a name can hold what replace() would take for a pattern.
  return name === undefined ? field : field.replace('NAME', () => name);
}

function declaredName({ metadata, constructPath }: Resource): string | undefined {
  const client = member(metadata, metadataKeys.client);
  const name = isObject(client) ? member(client, 'name') : undefined;
  return typeof name === 'string' ? name : constructPath?.split('/').at(-1);
}

/** Where the environment declares a field; undefined where none decides, or the templates are not those of this project. */
export function declaredAt(field: string | undefined, { name, stacks }: Subject, locate: Locate): Place | undefined {
  return field === undefined || !declaresIntent(stacks) ? undefined : locate(name, field);
}
