import type { TypeTable } from './form';
import { text } from './form';
import { identityPoolTypes } from './identity-pool';
import { partsOfAPool } from './parts-of-a-pool';
import { userPool } from './user-pool';
import { userPoolClient } from './user-pool-client';

/** The firewall's tie to a pool: both of its properties are create-only. */
const webAclAssociation: TypeTable = {
  type: 'AWS::WAFv2::WebACLAssociation',
  createOnly: ['ResourceArn', 'WebACLArn'],
  properties: { ResourceArn: text(), WebACLArn: text() },
};

/** Every type whose changes are judged property by property. */
export const tables: ReadonlyMap<string, TypeTable> = new Map(
  [userPool, userPoolClient, ...partsOfAPool, ...identityPoolTypes, webAclAssociation].map((table) => [
    table.type,
    table,
  ]),
);

/** Whether it is of the service: one that the tables do not know fails closed. */
export function isOfCognito(type: string): boolean {
  return type.startsWith('AWS::Cognito::');
}
