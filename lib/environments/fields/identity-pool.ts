import { z } from 'zod';
import { reason } from './protection';

const s3Access = z
  .strictObject({
    bucket: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .describe('The name of the bucket.'),
    prefix: z
      .string()
      .regex(/^([A-Za-z0-9!_.'()-]+\/)+$/)
      .describe('Objects below PREFIX and the identity id of the user may be listed, read, written and deleted.'),
  })
  .describe('What a role permits: one prefix of one bucket, divided by identity, and nothing else.');

const mappingRule = z
  .strictObject({
    claim: z.string().min(1).max(64).describe('A claim of the ID token, for instance cognito:groups.'),
    matchType: z.enum(['Equals', 'Contains', 'StartsWith', 'NotEqual']).describe('How it is compared.'),
    value: z.string().min(1).max(128).describe('With what.'),
    roleArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/)
      .describe(
        'The role that follows, of this account; it trusts the identity pool alone (aud) and its signed-in users (amr).',
      ),
  })
  .describe('The first rule that matches decides.');

const ambiguousRole = z
  .enum(['Deny', 'AuthenticatedRole'])
  .describe('What follows where no role, or more than one, is found (AmbiguousRoleResolution).');

const roleMapping = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('authenticated-role').describe('Everybody gets the one role.') }),
    z.strictObject({
      by: z.literal('token').describe('The role of the preferred group (groups.NAME.roleArn).'),
      ambiguousRole,
    }),
    z.strictObject({
      by: z.literal('rules').describe('By claims.'),
      ambiguousRole,
      rules: z.array(mappingRule).min(1).max(25).describe('The rules, in order.'),
    }),
  ])
  .describe('Which role a signed-in user gets (AWS::Cognito::IdentityPoolRoleAttachment).');

export const identityPool = z
  .discriminatedUnion('credentials', [
    z.strictObject({ credentials: z.literal('none').describe('Users get no AWS credentials.') }),
    z.strictObject({
      credentials: z.literal('enhanced-flow').describe('Signed-in users get AWS credentials by the enhanced flow.'),
      clients: z
        .array(z.string().min(1).describe('A declared client.'))
        .min(1)
        .max(10)
        .describe('Whose ID tokens are taken; no more than SetIdentityPoolRoles has mappings for.'),
      guests: z
        .discriminatedUnion('allowed', [
          z.strictObject({ allowed: z.literal(false).describe('Nobody gets credentials without signing in.') }),
          z.strictObject({
            allowed: z
              .literal(true)
              .describe('Anybody gets the role of guests, which the service narrows further; say why.'),
            reason,
            s3: s3Access,
          }),
        ])
        .describe('AllowUnauthenticatedIdentities.'),
      s3: s3Access.describe('What the role of signed-in users permits.'),
      roleMapping,
    }),
  ])
  .describe('AWS credentials for users (AWS::Cognito::IdentityPool).');
