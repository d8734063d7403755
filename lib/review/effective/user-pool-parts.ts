import { text } from './form';
import type { Form } from './form';

/** Properties that a user pool shares with its settings for another Region. */
const texts = (prefix: string, names: readonly string[]): Readonly<Record<string, Form>> =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, text()]));

/** Triggers that are named by an ARN alone. */
export const plainTriggers = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'PreTokenGeneration',
  'UserMigration',
  'CustomMessage',
] as const;

/** Triggers that are named by an ARN and the version of their event. */
export const versionedTriggers = [
  'PreTokenGenerationConfig',
  'CustomEmailSender',
  'CustomSMSSender',
  'InboundFederation',
] as const;

export const lambdaConfig: Readonly<Record<string, Form>> = {
  ...texts('LambdaConfig', [
    ...plainTriggers,
    ...versionedTriggers.flatMap((name) => [`${name}.LambdaArn`, `${name}.LambdaVersion`]),
    'KMSKeyID',
  ]),
};

export const emailConfiguration: Readonly<Record<string, Form>> = {
  'EmailConfiguration.EmailSendingAccount': text('COGNITO_DEFAULT'),
  ...texts('EmailConfiguration', ['ConfigurationSet', 'From', 'ReplyToEmailAddress', 'SourceArn']),
};

export const smsConfiguration: Readonly<Record<string, Form>> = {
  ...texts('SmsConfiguration', ['ExternalId', 'SnsCallerArn', 'SnsRegion']),
  ...texts('SmsConfiguration.EumsSms', [
    'CallerArn',
    'ConfigurationSetName',
    'ExternalId',
    'InEntityId',
    'InTemplateId',
    'OriginationIdentity',
    'Region',
  ]),
};
