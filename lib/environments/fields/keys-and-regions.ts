import { z } from 'zod';
import { region } from './region';
import { emailSender, replicaSmsSender } from './senders';

export const encryptionKey = z
  .discriminatedUnion('owner', [
    z.strictObject({ owner: z.literal('aws').describe('The key that AWS owns.') }),
    z.strictObject({
      owner: z.literal('customer').describe('A key of KMS of your own: who disables it locks every user out.'),
      keyArn: z
        .string()
        .regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-zA-Z-]+$/)
        .describe(
          'The ARN of a symmetric key in the account and Region of the user pool, no alias; a multi-Region key (mrk-...) ' +
            'where there is a replica. Its policy must let Cognito use it before the deployment.',
        ),
    }),
  ])
  .describe('What encrypts user data at rest (KeyConfiguration).');

export const issuer = z
  .enum(['ORIGINAL', 'UPDATED'])
  .describe(
    'The issuer of the tokens (IssuerConfiguration.Type): ORIGINAL is cognito-idp.REGION.amazonaws.com/POOL_ID, UPDATED ' +
      'is issuer-cognito-idp.REGION.amazonaws.com/POOL_ID, the same in all Regions. A change breaks every verifier.',
  );

/** A replica has the settings of the primary user pool, but for those that depend on a Region. */
export const replicas = z
  .array(
    z
      .strictObject({
        region: region.describe('A further Region, in which the same account keeps a copy.'),
        active: z
          .boolean()
          .describe('Whether users can sign in there (Status). A copy has to be inactive before it can be removed.'),
        emailSender: emailSender.describe('Who sends e-mail there: of the same kind as for the user pool itself.'),
        smsSender: replicaSmsSender,
      })
      .describe('A copy of the user pool (AWS::Cognito::UserPoolReplica).'),
  )
  .max(1)
  .describe(
    'A copy of the user pool in another Region, at most one. There nobody signs up, changes a password or signs in with ' +
      'a software token; it has triggers of its own, made in a stack there.',
  );
