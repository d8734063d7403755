import type { ValueObject } from '../../template/value';
import { checkProperties } from './check-properties';
import { declaredResource } from './declared-resource';
import { Findings } from './findings';
import type { AttributeSchema, ClientSettings } from './pool-settings';
import { propertyLists } from './property-lists';
import { PropertyReader } from './property-reader';
import { readClient } from './read-client';
import { refuseProblems } from './refuse-problems';

/**
 * The settings of an app client that a request asks for, read as those of a template.
 * @throws InvalidParameterException for what the service would refuse, NotSimulatedException for what is not here.
 */
export function readRequestedClient(
  properties: ValueObject,
  clientId: string,
  schema: readonly AttributeSchema[],
): ClientSettings {
  // An empty list says nothing, as if it were left out.
  const said = Object.fromEntries(
    Object.entries(properties).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
  const resource = declaredResource('AWS::Cognito::UserPoolClient', clientId, said);
  const table = propertyLists['AWS::Cognito::UserPoolClient'];
  const findings = new Findings('');
  checkProperties(resource, table, findings);
  const settings = readClient(new PropertyReader(resource, table), schema, findings);
  refuseProblems(findings);
  return { ...settings, declared: said };
}
