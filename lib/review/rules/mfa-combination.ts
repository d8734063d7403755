import type { Located } from '../../posture/subject';
import { settingOf } from '../effective/effective';
import { recipes } from './recipes';
import type { CombinationRule, Ruling } from './rule';
import { elementsOf } from './values';

interface Settings {
  readonly mfa: unknown;
  readonly factors: readonly string[] | undefined;
  readonly first: readonly string[] | undefined;
  readonly webAuthnFactor: unknown;
  readonly hasEmailCode: boolean;
  readonly hasSms: boolean;
}

export const mfaCombination: CombinationRule = {
  kind: 'combination',
  id: 'mfa-combination',
  what: 'Some settings of MFA and of the first factor do not go together: the service refuses them.',
  source:
    'CloudFormation, measured by cdkd; aws-cdk#11478, #21284, #32615; cloudformation-coverage-roadmap#1176, #2221',
  types: ['AWS::Cognito::UserPool'],
  properties: [
    'MfaConfiguration',
    'EnabledMfas',
    'Policies.SignInPolicy.AllowedFirstAuthFactors',
    'WebAuthnFactorConfiguration',
    'EmailAuthenticationMessage',
  ],
  judge: (after, before) => {
    const problems = problemsOf(settings(after), before === undefined);
    const refusals = problems.map((effect): Ruling => ({
      verdict: 'refused-at-deploy',
      effect: `${effect} The stack rolls back.`,
      instead: recipes.mfa,
    }));
    const effect =
      'Other settings of the pool are written before those of MFA are refused: until the roll-back is through, a part of the change may be live.';
    const partly: readonly Ruling[] =
      before === undefined || refusals.length === 0 ? [] : [{ verdict: 'effect-uncertain', effect }];
    return [...refusals, ...partly];
  },
};

function problemsOf(settings: Settings, isNew: boolean): readonly string[] {
  const { mfa, factors, first, webAuthnFactor, hasEmailCode, hasSms } = settings;
  const problems: string[] = [];
  const hasFactors = factors === undefined || factors.length > 0;
  if (mfa === 'OFF' && ((factors?.length ?? 0) > 0 || (hasEmailCode && !isNew))) {
    problems.push(
      'MFA cannot be OFF while a factor of it is configured ("can\'t turn off MFA and configure an MFA together").',
    );
  }
  if (mfa === 'ON' && !isNew && !hasFactors) {
    problems.push('MFA ON without EnabledMfas is refused on an existing pool ("Cannot turn MFA functionality ON").');
  }
  if ((mfa === 'ON' && isNew) || mfa === 'OPTIONAL') {
    if (!hasFactors && !hasSms)
      problems.push('MFA without any factor asks for an SMS configuration, which is not there.');
  }
  const codes = (first ?? []).filter((each) => each === 'EMAIL_OTP' || each === 'SMS_OTP');
  if (mfa === 'ON' && codes.length > 0) {
    problems.push(`MFA ON does not go with ${codes.join(' and ')} as a first factor.`);
  }
  if (mfa === 'ON' && first?.includes('WEB_AUTHN') === true && webAuthnFactor === 'SINGLE_FACTOR') {
    problems.push(
      'MFA ON goes with passkeys only where WebAuthnFactorConfiguration is MULTI_FACTOR_WITH_USER_VERIFICATION.',
    );
  }
  return problems;
}

function settings({ resource }: Located): Settings {
  const setting = (property: string) => settingOf(resource, property);
  const factors = setting('EnabledMfas');
  return {
    mfa: setting('MfaConfiguration'),
    factors: factors === undefined ? [] : elementsOf(factors),
    first: elementsOf(setting('Policies.SignInPolicy.AllowedFirstAuthFactors')),
    webAuthnFactor: setting('WebAuthnFactorConfiguration'),
    hasEmailCode: setting('EmailAuthenticationMessage') !== undefined,
    hasSms: setting('SmsConfiguration.SnsCallerArn') !== undefined,
  };
}
