import type { PropertyTable } from './property-table';
import { userPoolClientProperties } from './user-pool-client-properties';
import { userPoolGroupProperties } from './user-pool-group-properties';
import { userPoolProperties } from './user-pool-properties';

/**
 * Every property of the resources that the local pool reads, each in one of three lists: enforced, no effect at run
 * time, not simulated. A property that is in none stops the start.
 */
export const propertyLists = {
  'AWS::Cognito::UserPool': userPoolProperties,
  'AWS::Cognito::UserPoolClient': userPoolClientProperties,
  'AWS::Cognito::UserPoolGroup': userPoolGroupProperties,
} as const satisfies Readonly<Record<string, PropertyTable>>;
