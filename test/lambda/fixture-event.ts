import type {
  CreateAuthChallengeTriggerEvent,
  CustomEmailSenderTriggerEvent,
  CustomMessageTriggerEvent,
  CustomSMSSenderTriggerEvent,
  DefineAuthChallengeTriggerEvent,
  InboundFederationTriggerEvent,
  PostAuthenticationTriggerEvent,
  PostConfirmationTriggerEvent,
  PreAuthenticationTriggerEvent,
  PreSignUpTriggerEvent,
  UserMigrationTriggerEvent,
  VerifyAuthChallengeResponseTriggerEvent,
} from 'aws-lambda';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TokenEvent } from '../../lambda/pre-token-generation/decide';

/** The files in events/: one event of each trigger, shaped as Cognito sends it. */
interface FixtureEvents {
  readonly 'pre-sign-up': PreSignUpTriggerEvent;
  readonly 'post-confirmation': PostConfirmationTriggerEvent;
  readonly 'pre-token-generation': TokenEvent;
  readonly 'custom-message': CustomMessageTriggerEvent;
  readonly 'custom-email-sender': CustomEmailSenderTriggerEvent;
  readonly 'custom-sms-sender': CustomSMSSenderTriggerEvent;
  readonly 'pre-authentication': PreAuthenticationTriggerEvent;
  readonly 'post-authentication': PostAuthenticationTriggerEvent;
  readonly 'define-auth-challenge': DefineAuthChallengeTriggerEvent;
  readonly 'create-auth-challenge': CreateAuthChallengeTriggerEvent;
  readonly 'verify-auth-challenge-response': VerifyAuthChallengeResponseTriggerEvent;
  readonly 'inbound-federation': InboundFederationTriggerEvent;
  readonly 'user-migration-authentication': UserMigrationTriggerEvent;
  readonly 'user-migration-forgot-password': UserMigrationTriggerEvent;
}

/** A fresh copy of an event, as handlers write to it. */
export function fixtureEvent<Name extends keyof FixtureEvents>(name: Name): FixtureEvents[Name] {
  return JSON.parse(readFileSync(path.join(__dirname, 'events', `${name}.json`), 'utf8')) as FixtureEvents[Name];
}
