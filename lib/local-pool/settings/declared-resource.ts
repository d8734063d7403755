import type { Resource } from '../../template/resolve';
import type { ValueObject } from '../../template/value';

/** What came by a request, as the resource that a template would declare with it. */
export function declaredResource(type: string, logicalId: string, properties: ValueObject): Resource {
  return {
    logicalId,
    type,
    properties,
    metadata: {},
    deletionPolicy: undefined,
    updateReplacePolicy: undefined,
    constructPath: undefined,
    condition: undefined,
  };
}

/** The members of a request as properties. Both are plain JSON; what a request leaves out is not there. */
export function propertiesOf(request: object): ValueObject {
  return request as ValueObject;
}

/** Some of the properties, as far as they are there. */
export function pick(properties: ValueObject, names: readonly string[]): ValueObject {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}
