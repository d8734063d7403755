import type { Environment } from '../../lib/environments/environment';

type Declared = Exclude<keyof Environment['triggers'], 'functions'>;

/** What a declared trigger is in LambdaConfig. */
export const lambdaConfigNames = {
  preSignUp: ['PreSignUp'],
  postConfirmation: ['PostConfirmation'],
  preAuthentication: ['PreAuthentication'],
  postAuthentication: ['PostAuthentication'],
  preTokenGeneration: ['PreTokenGeneration'],
  customMessage: ['CustomMessage'],
  customEmailSender: ['CustomEmailSender'],
  customSmsSender: ['CustomSMSSender'],
  customAuthentication: ['CreateAuthChallenge', 'DefineAuthChallenge', 'VerifyAuthChallengeResponse'],
  userMigration: ['UserMigration'],
  inboundFederation: ['InboundFederation'],
} as const satisfies Readonly<Record<Declared, readonly string[]>>;

/** The triggers that an environment declares, as LambdaConfig names them, sorted. */
export function declaredTriggers(triggers: Environment['triggers']): readonly string[] {
  const names = Object.keys(lambdaConfigNames) as Declared[];
  return names
    .filter((name) => triggers[name] !== undefined)
    .flatMap((name) => lambdaConfigNames[name])
    .toSorted();
}
