import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Permissions } from './bundled-function';
import type { SesSender } from './email-configuration';
import { sesArn } from './email-configuration';
import { everyTelephone, textMessageStatements } from './sms-role';

/** One action on one resource. */
export function only(action: string, resource: string): Permissions {
  return { statements: [new PolicyStatement({ actions: [action], resources: [resource] })] };
}

/** Sends e-mail by one identity, as one address. */
export function sendingEmail(scope: Construct, sender: SesSender): Permissions {
  const { verifiedIdentity, configurationSet, fromAddress } = sender;
  return {
    statements: [
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          sesArn(scope, sender, 'identity', verifiedIdentity),
          ...(configurationSet === undefined ? [] : [sesArn(scope, sender, 'configuration-set', configurationSet)]),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': fromAddress } },
      }),
    ],
  };
}

/** Sends text messages, to telephones only. */
export function sendingTextMessages(scope: Construct): Permissions {
  return {
    statements: textMessageStatements(scope).map((statement) => PolicyStatement.fromJson(statement)),
    acknowledged: [everyTelephone],
  };
}

/** Decrypts the codes of one user pool, which it sends. */
export function readingCodes(keyArn: string, userPoolId: string): Permissions {
  return {
    statements: [
      new PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [keyArn],
        conditions: { StringEquals: { 'kms:EncryptionContext:userpool-id': userPoolId } },
      }),
    ],
  };
}

/** Reads a secret by its name; Secrets Manager ends the ARN with six characters of its own choice. */
export function readingSecret(scope: Construct, name: string): Permissions {
  const arn = Stack.of(scope).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return only('secretsmanager:GetSecretValue', arn);
}
