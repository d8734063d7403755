import { canonicalOf } from '../effective/canonical-of';
import { settingOf } from '../effective/effective';
import type { CombinationRule, PropertyRule, Ruling } from './rule';

const types = ['AWS::Cognito::UserPool'];
const source = 'Amazon Cognito developer guide, Lambda triggers';

/** What users notice when a trigger is gone, and how grave that is. */
const withoutIt: Readonly<Record<string, Ruling>> = {
  PreTokenGeneration: breaks('Tokens lose the claims that it adds; applications that decide by them refuse users.'),
  PreTokenGenerationConfig: breaks(
    'Tokens lose the claims that it adds; applications that decide by them refuse users.',
  ),
  PreSignUp: weakens('Its checks at sign-up are gone.'),
  PreAuthentication: weakens('Its checks before sign-in are gone.'),
  InboundFederation: weakens('Its checks of federated users are gone.'),
  UserMigration: breaks('Users who have not been migrated yet cannot sign in.'),
  CustomEmailSender: breaks('The service sends e-mails itself again; whether they arrive depends on its own settings.'),
  CustomSMSSender: breaks('The service sends SMS itself again; whether they arrive depends on its own settings.'),
  DefineAuthChallenge: breaks('Sign-in with custom challenges fails.'),
  CreateAuthChallenge: breaks('Sign-in with custom challenges fails.'),
  VerifyAuthChallengeResponse: breaks('Sign-in with custom challenges fails.'),
  PostConfirmation: uncertain('What it did after confirmation is not done any more; no template shows what that was.'),
  PostAuthentication: uncertain('What it did after sign-in is not done any more; no template shows what that was.'),
  CustomMessage: uncertain('Messages have the texts of the pool again.'),
};

export const triggersChanged: PropertyRule = {
  kind: 'property',
  id: 'trigger-changed',
  what: 'A trigger decides who gets in and what is in their tokens; no template shows how.',
  source,
  types,
  properties: ['LambdaConfig', 'LambdaConfig.'],
  judge: ({ property, from, to }) => {
    const [, trigger = '', part] = property.split('.');
    if (trigger === 'KMSKeyID')
      return [breaks('Codes are encrypted with another key: a sender that may not use it delivers none.')];
    if (part === 'LambdaVersion' && from.value !== undefined && to.value !== undefined) {
      return [
        breaks(`The event of ${trigger} has another shape: a function that expects the old one fails or loses claims.`),
      ];
    }
    if (to.value === undefined) return part === 'LambdaVersion' ? [] : [withoutIt[trigger] ?? uncertain('Not known.')];
    if (from.value === undefined && trigger === 'UserMigration') {
      return [weakens('The function is given the passwords that users enter.')];
    }
    return [uncertain(`Another function decides from now on; what it does no template shows.`)];
  },
};

export const preTokenArns: CombinationRule = {
  kind: 'combination',
  id: 'pre-token-arns-differ',
  what: 'PreTokenGeneration and PreTokenGenerationConfig name the same function.',
  source: 'LambdaConfigType',
  types,
  properties: ['LambdaConfig.PreTokenGenerationConfig.LambdaArn', 'LambdaConfig.PreTokenGeneration'],
  judge: ({ resource }) => {
    const old = settingOf(resource, 'LambdaConfig.PreTokenGeneration');
    const current = settingOf(resource, 'LambdaConfig.PreTokenGenerationConfig.LambdaArn');
    const differ = old !== undefined && current !== undefined && canonicalOf(old) !== canonicalOf(current);
    const effect = 'The service refuses two different functions and the stack rolls back.';
    return differ ? [{ verdict: 'refused-at-deploy', effect, instead: ['Name one function in both.'] }] : [];
  },
};

function breaks(effect: string): Ruling {
  return { verdict: 'breaks-clients', effect };
}

function weakens(effect: string): Ruling {
  return { verdict: 'weakens', effect };
}

function uncertain(effect: string): Ruling {
  return { verdict: 'effect-uncertain', effect };
}
