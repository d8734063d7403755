import type { PropertyTable } from './property-table';
import { choice, enforced, noEffect, notSimulated, stops, taken } from './property-table';

const lambda = { kind: 'function' } as const;

/** LambdaConfig: the triggers that run the bundles of the assembly, and those that are left out. */
export const triggerProperties = {
  'LambdaConfig.PreSignUp': enforced(lambda, 'SignUp and AdminCreateUser run it.'),
  'LambdaConfig.PostConfirmation': enforced(lambda, 'Confirmation and password recovery run it.'),
  'LambdaConfig.PreAuthentication': enforced(lambda, 'Every sign-in runs it before the password is checked.'),
  'LambdaConfig.PostAuthentication': enforced(lambda, 'Every sign-in runs it before tokens are made.'),
  'LambdaConfig.PreTokenGeneration': enforced(lambda, 'Every token runs it, with events of version V1_0.'),
  'LambdaConfig.PreTokenGenerationConfig.LambdaArn': enforced(lambda, 'The same, with a version.'),
  'LambdaConfig.PreTokenGenerationConfig.LambdaVersion': enforced(
    choice(
      {
        V1_0: taken,
        V2_0: taken,
        V3_0: stops('events of version V3_0 are not simulated', 'Use V2_0: V3_0 adds client credentials only.'),
      },
      undefined,
    ),
    'Which events the trigger gets.',
  ),
  'LambdaConfig.CustomMessage': enforced(lambda, 'Every message runs it first.'),
  'LambdaConfig.UserMigration': enforced(lambda, 'A password sign-in or ForgotPassword of an unknown user runs it.'),
  'LambdaConfig.DefineAuthChallenge': notSimulated('customAuth'),
  'LambdaConfig.CreateAuthChallenge': notSimulated('customAuth'),
  'LambdaConfig.VerifyAuthChallengeResponse': notSimulated('customAuth'),
  'LambdaConfig.CustomEmailSender.LambdaArn': notSimulated('customSender'),
  'LambdaConfig.CustomEmailSender.LambdaVersion': notSimulated('customSender'),
  'LambdaConfig.CustomSMSSender.LambdaArn': notSimulated('customSender'),
  'LambdaConfig.CustomSMSSender.LambdaVersion': notSimulated('customSender'),
  'LambdaConfig.KMSKeyID': noEffect('It encrypts codes for the custom senders, which are not run.'),
  'LambdaConfig.InboundFederation.LambdaArn': notSimulated('federation'),
  'LambdaConfig.InboundFederation.LambdaVersion': notSimulated('federation'),
} as const satisfies PropertyTable;
