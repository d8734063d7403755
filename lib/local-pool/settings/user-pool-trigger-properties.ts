import type { PropertyTable } from './property-table';
import { choice, enforced, notSimulated, taken, text } from './property-table';

const lambda = { kind: 'function' } as const;
const senderVersion = choice({ V1_0: taken }, undefined);

/** LambdaConfig: the triggers that run the bundles of the assembly, and those that are left out. */
export const triggerProperties = {
  'LambdaConfig.PreSignUp': enforced(lambda, 'SignUp and AdminCreateUser run it.'),
  'LambdaConfig.PostConfirmation': enforced(lambda, 'Confirmation and password recovery run it.'),
  'LambdaConfig.PreAuthentication': enforced(lambda, 'Every sign-in runs it before the password is checked.'),
  'LambdaConfig.PostAuthentication': enforced(lambda, 'Every sign-in runs it before tokens are made.'),
  'LambdaConfig.PreTokenGeneration': enforced(lambda, 'Every token runs it, with events of version V1_0.'),
  'LambdaConfig.PreTokenGenerationConfig.LambdaArn': enforced(lambda, 'The same, with a version.'),
  'LambdaConfig.PreTokenGenerationConfig.LambdaVersion': enforced(
    choice({ V1_0: taken, V2_0: taken, V3_0: taken }, undefined),
    'Which events the trigger gets. V2_0 and V3_0 need Essentials.',
  ),
  'LambdaConfig.CustomMessage': enforced(lambda, 'Every message runs it first.'),
  'LambdaConfig.UserMigration': enforced(lambda, 'A password sign-in or ForgotPassword of an unknown user runs it.'),
  'LambdaConfig.DefineAuthChallenge': enforced(lambda, 'CUSTOM_AUTH asks it what comes next.'),
  'LambdaConfig.CreateAuthChallenge': enforced(lambda, 'CUSTOM_AUTH runs it for each custom challenge.'),
  'LambdaConfig.VerifyAuthChallengeResponse': enforced(lambda, 'CUSTOM_AUTH asks it about each answer.'),
  'LambdaConfig.CustomEmailSender.LambdaArn': enforced(lambda, 'It gets every e-mail in place of the inbox.'),
  'LambdaConfig.CustomEmailSender.LambdaVersion': enforced(senderVersion, 'Which events it gets.'),
  'LambdaConfig.CustomSMSSender.LambdaArn': enforced(lambda, 'It gets every text message in place of the inbox.'),
  'LambdaConfig.CustomSMSSender.LambdaVersion': enforced(senderVersion, 'Which events it gets.'),
  'LambdaConfig.KMSKeyID': enforced(
    text(undefined, { shortest: 20, longest: 2048 }),
    'Under which key the custom senders get codes and temporary passwords; its material is made at start.',
  ),
  'LambdaConfig.InboundFederation.LambdaArn': notSimulated('federation', text(undefined)),
  'LambdaConfig.InboundFederation.LambdaVersion': notSimulated('federation', text(undefined)),
} as const satisfies PropertyTable;
