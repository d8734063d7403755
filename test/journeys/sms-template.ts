import type { StackArtifact } from '../../lib/template/assembly';
import { stackArtifact } from '../template/stack-artifact';

/** A pool with codes by text message beside the authenticator, as no environment declares one. */
export function smsStack(mfa: 'OPTIONAL' | 'ON'): StackArtifact {
  return stackArtifact(
    {
      Resources: {
        SmsRole: { Type: 'AWS::IAM::Role', Properties: {} },
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: {
            UsernameAttributes: ['email'],
            UsernameConfiguration: { CaseSensitive: false },
            AutoVerifiedAttributes: ['email', 'phone_number'],
            SmsConfiguration: {
              SnsCallerArn: { 'Fn::GetAtt': ['SmsRole', 'Arn'] },
              ExternalId: 'people',
            },
            SmsAuthenticationMessage: 'Your sign-in code is {####}',
            SmsVerificationMessage: 'Your sign-up code is {####}',
            MfaConfiguration: mfa,
            EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
            AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
          },
        },
        Backend: {
          Type: 'AWS::Cognito::UserPoolClient',
          Properties: {
            UserPoolId: { Ref: 'Pool' },
            ClientName: 'backend',
            GenerateSecret: true,
            ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
            PreventUserExistenceErrors: 'ENABLED',
          },
        },
      },
    },
    { path: 'sms/auth', stage: 'sms', stackName: 'sms-auth' },
  );
}
