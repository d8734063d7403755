import type { ValueObject } from '../../../template/value';
import type { PropertyTable } from '../property-table';
import { boolean, choice, choices, enforced, tags, taken, text } from '../property-table';
import type { Part } from './part';
import { demand, ofPool } from './part';

/** A user of the template: the request of AdminCreateUser with which CloudFormation makes it, without the pool. */
export interface DeclaredUser {
  readonly logicalId: string;
  readonly request: ValueObject;
}

const attribute = 'As in AdminCreateUser.';

/** AWS::Cognito::UserPoolUser. Sources: template reference; API_AdminCreateUser. */
const properties = {
  ...ofPool,
  Username: enforced(text(undefined, { shortest: 1, longest: 128 }), 'Who is made when the pool starts.'),
  'UserAttributes[].Name': enforced(text(undefined, { shortest: 1, longest: 32 }), attribute),
  'UserAttributes[].Value': enforced(text(undefined, { longest: 2048 }), attribute),
  'DesiredDeliveryMediums[]': enforced(choices({ SMS: taken, EMAIL: taken }, []), 'Where the invitation goes.'),
  MessageAction: enforced(choice({ SUPPRESS: taken, RESEND: taken }, undefined), 'SUPPRESS: no invitation is sent.'),
  ForceAliasCreation: enforced(boolean(false), 'Whether an address is taken from the user who has it as an alias.'),
  ClientMetadata: enforced(tags, 'What PreSignUp and CustomMessage are told.'),
  'ValidationData[].Name': enforced(text(undefined), 'What PreSignUp is told.'),
  'ValidationData[].Value': enforced(text(undefined), 'What PreSignUp is told.'),
} as const satisfies PropertyTable;

export const userPoolUser: Part<typeof properties, DeclaredUser> = {
  properties,
  feature: undefined,
  read(read, _pool, findings) {
    if (!demand(['Username'], read, findings)) return undefined;
    const { UserPoolId, ...request } = read.known();
    return { logicalId: read.logicalId, request };
  },
};
