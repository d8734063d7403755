import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as customEmailSender from '../../../lambda/custom-email-sender/environment';
import * as customSmsSender from '../../../lambda/custom-sms-sender/environment';
import { bundleHandler } from '../../../lib/constructs/bundle-handler';
import type { StackArtifact } from '../../../lib/template/assembly';
import type { RawObject } from '../../../lib/template/value';
import { stackArtifact } from '../../template/stack-artifact';
import type { PlantedFunctions } from './planted-functions';

const senders = { EmailSender: 'custom-email-sender', SmsSender: 'custom-sms-sender' } as const;
const getArn = (logicalId: string): RawObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const keyArn = '{key}';

const variables = {
  EmailSender: customEmailSender.write({
    productName: 'Kiosk',
    from: 'no-reply@example.com',
    replyTo: 'support@example.com',
    region: 'eu-west-1',
    keyArn,
  }),
  SmsSender: customSmsSender.write({ productName: 'Kiosk', region: 'eu-west-1', keyArn }),
};

/** The project's own senders, bundled as for a deployment. */
export function bundleSenders(functions: PlantedFunctions): StackArtifact['assets'] {
  return Object.entries(senders).map(([logicalId, folder]) => {
    const sourcePath = functions.file(folder);
    mkdirSync(sourcePath, { recursive: true });
    bundleHandler(path.resolve('lambda', folder, 'handler.ts'), path.join(sourcePath, 'index.js'));
    return { id: logicalId, sourcePath, objectKey: `${logicalId}.zip`, packaging: 'zip' } as const;
  });
}

/** A stack whose pool sends everything through these senders. */
export function senderStack(assets: StackArtifact['assets'], autoVerified: 'email' | 'phone_number'): StackArtifact {
  const sender = (logicalId: string): RawObject => ({ LambdaArn: getArn(logicalId), LambdaVersion: 'V1_0' });
  return stackArtifact(
    {
      Resources: {
        Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: {
            AutoVerifiedAttributes: [autoVerified],
            LambdaConfig: {
              CustomEmailSender: sender('EmailSender'),
              CustomSMSSender: sender('SmsSender'),
              KMSKeyID: getArn('Key'),
            },
          },
        },
        Web: {
          Type: 'AWS::Cognito::UserPoolClient',
          Properties: {
            UserPoolId: { Ref: 'Pool' },
            ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
          },
        },
        ...functionsOf('EmailSender'),
        ...functionsOf('SmsSender'),
      },
    },
    { assets },
  );
}

function functionsOf(logicalId: keyof typeof senders): RawObject {
  const environment = Object.entries(variables[logicalId]).map(
    ([name, value]) => [name, value === keyArn ? getArn('Key') : value] as const,
  );
  return {
    [logicalId]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Timeout: 30,
        Code: { S3Bucket: 'assets', S3Key: `${logicalId}.zip` },
        Environment: { Variables: Object.fromEntries(environment) },
      },
    },
    [`${logicalId}Permission`]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: getArn(logicalId),
        Principal: 'cognito-idp.amazonaws.com',
        SourceArn: getArn('Pool'),
      },
    },
  };
}
