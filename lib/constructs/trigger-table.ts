import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import * as createAuthChallenge from '../../lambda/create-auth-challenge/environment';
import * as customEmailSender from '../../lambda/custom-email-sender/environment';
import * as customMessage from '../../lambda/custom-message/environment';
import * as customSmsSender from '../../lambda/custom-sms-sender/environment';
import * as defineAuthChallenge from '../../lambda/define-auth-challenge/environment';
import * as inboundFederation from '../../lambda/inbound-federation/environment';
import * as postAuthentication from '../../lambda/post-authentication/environment';
import * as postConfirmation from '../../lambda/post-confirmation/environment';
import * as preAuthentication from '../../lambda/pre-authentication/environment';
import * as preSignUp from '../../lambda/pre-sign-up/environment';
import * as preTokenGeneration from '../../lambda/pre-token-generation/environment';
import * as userMigration from '../../lambda/user-migration/environment';
import * as verifyAuthChallengeResponse from '../../lambda/verify-auth-challenge-response/environment';
import type { Environment } from '../environments/environment';
import type { Permissions } from './bundled-function';
import { emailClaims } from './email-claims';
import { fromHeader, requireSes } from './email-configuration';
import { only, readingSecret, sendingEmail, sendingTextMessages } from './trigger-permissions';

/** What the triggers of a user pool are made from. */
export interface TriggerDeclaration extends Pick<Environment, 'triggers' | 'emailSender' | 'identityProviders'> {
  readonly smsSender: Environment['replicas'][number]['smsSender'];
}

/** A trigger that is switched on: its function, and what the user pool and the function have to know of each other. */
export interface DeclaredTrigger {
  /** The folder below lambda/, named as Cognito names the trigger. */
  readonly folder: string;
  /** Sends what comes encrypted under the key of the custom senders, and nobody waits for it. */
  readonly isSender: boolean;
  /** The variables that the handler reads; the key of the custom senders is made when its ARN is asked for. */
  readonly variables: (senderKey: () => string) => Readonly<Record<string, string>>;
  /** What the user pool is told. */
  readonly lambdaConfig: (arn: string) => CfnUserPool.LambdaConfigProperty;
  /** What the function may do beside writing its log; undefined: nothing. */
  readonly may: (scope: Construct, userPoolArn: string) => Permissions | undefined;
}

interface Row<Settings> {
  readonly folder: string;
  readonly isSender?: boolean;
  /** What is declared of it; undefined where it is off. */
  readonly settings: (triggers: Environment['triggers']) => Settings | undefined;
  readonly variables: (
    settings: Settings,
    declared: TriggerDeclaration,
    senderKey: () => string,
  ) => Readonly<Record<string, string>>;
  readonly lambdaConfig: (arn: string, settings: Settings) => CfnUserPool.LambdaConfigProperty;
  readonly may?: (
    scope: Construct,
    userPoolArn: string,
    declared: TriggerDeclaration,
    settings: Settings,
  ) => Permissions;
}

type TriggerRow = (declared: TriggerDeclaration) => readonly DeclaredTrigger[];

function row<Settings>({ folder, isSender = false, settings, ...given }: Row<Settings>): TriggerRow {
  return (declared) => {
    const on = settings(declared.triggers);
    if (on === undefined) return [];
    return [
      {
        folder,
        isSender,
        variables: (senderKey) => given.variables(on, declared, senderKey),
        lambdaConfig: (arn) => given.lambdaConfig(arn, on),
        may: (scope, userPoolArn) => given.may?.(scope, userPoolArn, declared, on),
      },
    ];
  };
}

/** How functions send e-mail. */
function ses({ emailSender }: TriggerDeclaration) {
  const sender = requireSes(emailSender);
  const { replyToAddress: replyTo, region, configurationSet } = sender;
  return { from: fromHeader(sender), replyTo, region, configurationSet };
}

/** Where functions send text messages from. */
function snsRegion({ smsSender }: TriggerDeclaration): string {
  if (smsSender.kind === 'sns') return smsSender.region;
  throw new TypeError(`smsSender.kind is "${smsSender.kind}" where a function sends text messages; expected "sns".`);
}

/** Every trigger of a user pool: a further one is a further row. */
const rows: readonly TriggerRow[] = [
  row({
    folder: 'pre-sign-up',
    settings: (triggers) => triggers.preSignUp,
    variables: (settings) => preSignUp.write(settings),
    lambdaConfig: (arn) => ({ preSignUp: arn }),
  }),
  row({
    folder: 'post-confirmation',
    settings: (triggers) => triggers.postConfirmation,
    variables: (settings) => postConfirmation.write(settings),
    lambdaConfig: (arn) => ({ postConfirmation: arn }),
    may: (_scope, userPoolArn) => only('cognito-idp:AdminAddUserToGroup', userPoolArn),
  }),
  row({
    folder: 'pre-authentication',
    settings: (triggers) => triggers.preAuthentication,
    variables: (settings) => preAuthentication.write(settings),
    lambdaConfig: (arn) => ({ preAuthentication: arn }),
  }),
  row({
    folder: 'post-authentication',
    settings: (triggers) => triggers.postAuthentication,
    variables: () => postAuthentication.write(),
    lambdaConfig: (arn) => ({ postAuthentication: arn }),
  }),
  row({
    folder: 'pre-token-generation',
    settings: (triggers) => triggers.preTokenGeneration,
    variables: (settings) => preTokenGeneration.write(settings),
    // The service wants both, with the same ARN; the version is in the second alone.
    lambdaConfig: (arn, { eventVersion }) => ({
      preTokenGeneration: arn,
      preTokenGenerationConfig: { lambdaArn: arn, lambdaVersion: eventVersion },
    }),
  }),
  row({
    folder: 'custom-message',
    settings: (triggers) => triggers.customMessage,
    variables: (settings) => customMessage.write(settings),
    lambdaConfig: (arn) => ({ customMessage: arn }),
  }),
  row({
    folder: 'custom-email-sender',
    isSender: true,
    settings: (triggers) => triggers.customEmailSender,
    variables: ({ productName }, declared, senderKey) =>
      customEmailSender.write({ productName, keyArn: senderKey(), ...ses(declared) }),
    lambdaConfig: (arn) => ({ customEmailSender: { lambdaArn: arn, lambdaVersion: 'V1_0' } }),
    may: (scope, _userPoolArn, { emailSender }) => sendingEmail(scope, requireSes(emailSender)),
  }),
  row({
    folder: 'custom-sms-sender',
    isSender: true,
    settings: (triggers) => triggers.customSmsSender,
    variables: (settings, declared, senderKey) =>
      customSmsSender.write({ ...settings, keyArn: senderKey(), region: snsRegion(declared) }),
    lambdaConfig: (arn) => ({ customSmsSender: { lambdaArn: arn, lambdaVersion: 'V1_0' } }),
    may: (scope) => sendingTextMessages(scope),
  }),
  row({
    folder: 'define-auth-challenge',
    settings: (triggers) => triggers.customAuthentication,
    variables: (settings) => defineAuthChallenge.write(settings),
    lambdaConfig: (arn) => ({ defineAuthChallenge: arn }),
  }),
  row({
    folder: 'create-auth-challenge',
    settings: (triggers) => triggers.customAuthentication,
    variables: ({ productName, codeMinutes }, declared) =>
      createAuthChallenge.write({ productName, codeMinutes, ...ses(declared) }),
    lambdaConfig: (arn) => ({ createAuthChallenge: arn }),
    may: (scope, _userPoolArn, { emailSender }) => sendingEmail(scope, requireSes(emailSender)),
  }),
  row({
    folder: 'verify-auth-challenge-response',
    settings: (triggers) => triggers.customAuthentication,
    variables: () => verifyAuthChallengeResponse.write(),
    lambdaConfig: (arn) => ({ verifyAuthChallengeResponse: arn }),
  }),
  row({
    folder: 'user-migration',
    settings: (triggers) => triggers.userMigration,
    variables: (settings) => userMigration.write(settings),
    lambdaConfig: (arn) => ({ userMigration: arn }),
    may: (scope, _userPoolArn, _declared, { tokenSecretName }) => readingSecret(scope, tokenSecretName),
  }),
  row({
    folder: 'inbound-federation',
    settings: (triggers) => triggers.inboundFederation,
    variables: ({ allowedEmailDomains }, { identityProviders }) =>
      inboundFederation.write({ allowedEmailDomains, emailClaims: emailClaims(identityProviders) }),
    lambdaConfig: (arn) => ({ inboundFederation: { lambdaArn: arn, lambdaVersion: 'V1_0' } }),
  }),
];

/** The triggers that are switched on. */
export function declaredTriggers(declared: TriggerDeclaration): readonly DeclaredTrigger[] {
  return rows.flatMap((row) => row(declared));
}
