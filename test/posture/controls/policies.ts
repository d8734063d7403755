import type { RawObject, RawValue } from '../../../lib/template/value';

/** A statement that permits. */
export function allow(Action: RawValue, Resource: RawValue | undefined, more: RawObject = {}): RawObject {
  return { Effect: 'Allow', Action, ...(Resource === undefined ? {} : { Resource }), ...more };
}

interface RoleParts {
  readonly trust: RawValue;
  /** A statement for each policy. */
  readonly policies?: readonly RawValue[];
  readonly managed?: readonly RawValue[];
}

export function role({ trust, policies = [], managed = [] }: RoleParts, logicalId = 'Role'): RawObject {
  return {
    [logicalId]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: { Statement: trust },
        Policies: policies.map((Statement) => ({ PolicyName: 'p', PolicyDocument: { Statement } })),
        ManagedPolicyArns: managed,
      },
    },
  };
}

/** What trusts the identities of `IdentityPool`; undefined leaves a condition out. */
export function identityTrust(conditions: { aud?: RawValue | undefined; amr?: RawValue | undefined } = {}): RawObject {
  const { aud, amr } = { aud: { Ref: 'IdentityPool' }, amr: 'authenticated', ...conditions };
  const service = 'cognito-identity.amazonaws.com';
  return allow('sts:AssumeRoleWithWebIdentity', undefined, {
    Principal: { Federated: service },
    Condition: {
      ...(aud === undefined ? {} : { StringEquals: { [`${service}:aud`]: aud } }),
      ...(amr === undefined ? {} : { 'ForAnyValue:StringLike': { [`${service}:amr`]: amr } }),
    },
  });
}
