import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ReasonsMetadata, SelfSignUpMetadata } from '../template/metadata';
import { emailConfiguration } from './email-configuration';
import { authorizationAttributes, schema } from './schema';

/** What a user pool is made from. */
export type UserPoolDeclaration = Pick<
  Environment,
  | 'signIn'
  | 'selfSignUp'
  | 'passwordPolicy'
  | 'mfa'
  | 'deviceTracking'
  | 'accountRecovery'
  | 'verificationBeforeUpdate'
  | 'emailSender'
  | 'featurePlan'
  | 'threatProtection'
  | 'standardAttributes'
  | 'customAttributes'
> &
  Pick<Environment['removal'], 'deletionProtection'>;

export interface UserPoolProps {
  /** UserPoolName: for people; the identity of the pool is its logical id. */
  readonly name: string;
  readonly declaration: UserPoolDeclaration;
  readonly lambdaConfig: CfnUserPool.LambdaConfigProperty;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The user pool. Every property that matters to security is written into the template, defaults included: removing one
 * from a template may leave the old value live. What is left out is named, with its reason, in {@link notRendered}.
 */
export class UserPool extends Construct {
  readonly id: string;
  readonly arn: string;
  /** The issuer of the tokens, `https://cognito-idp.REGION.amazonaws.com/POOL_ID`. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    const { declaration } = props;
    const pool = new CfnUserPool(this, 'Resource', {
      userPoolName: props.name,
      usernameAttributes: [declaration.signIn.identifier],
      usernameConfiguration: { caseSensitive: declaration.signIn.caseSensitive },
      autoVerifiedAttributes: ['email'],
      schema: schema(declaration.standardAttributes, declaration.customAttributes),
      policies: policies(declaration),
      ...multiFactorAuthentication(declaration.mfa),
      ...deviceConfiguration(declaration.deviceTracking),
      ...threatProtection(declaration),
      accountRecoverySetting: { recoveryMechanisms: [{ name: declaration.accountRecovery, priority: 1 }] },
      userAttributeUpdateSettings: {
        attributesRequireVerificationBeforeUpdate: declaration.verificationBeforeUpdate.enabled ? ['email'] : [],
      },
      adminCreateUserConfig: { allowAdminCreateUserOnly: !declaration.selfSignUp.allowed },
      verificationMessageTemplate: { defaultEmailOption: 'CONFIRM_WITH_CODE' },
      emailConfiguration: emailConfiguration(this, declaration.emailSender),
      lambdaConfig: props.lambdaConfig,
      userPoolTier: declaration.featurePlan,
      deletionProtection: declaration.deletionProtection.enabled ? 'ACTIVE' : 'INACTIVE',
    });
    pool.overrideLogicalId('UserPool');
    pool.applyRemovalPolicy(props.removalPolicy);
    pool.addMetadata(metadataKeys.selfSignUp, declaration.selfSignUp satisfies SelfSignUpMetadata);
    pool.addMetadata(metadataKeys.authorizationAttributes, authorizationAttributes(declaration.customAttributes));
    pool.addMetadata(metadataKeys.reasons, reasons(declaration));

    this.id = pool.ref;
    this.arn = pool.attrArn;
    this.issuer = pool.attrProviderUrl;
  }
}

function policies({ passwordPolicy, featurePlan }: UserPoolDeclaration): CfnUserPool.PoliciesProperty {
  const { passwordHistorySize, ...everyPlan } = passwordPolicy;
  return {
    passwordPolicy: featurePlan === 'LITE' ? everyPlan : { ...everyPlan, passwordHistorySize },
    signInPolicy: { allowedFirstAuthFactors: ['PASSWORD'] },
  };
}

function multiFactorAuthentication(mfa: Environment['mfa']) {
  switch (mfa.mode) {
    case 'off':
      return { mfaConfiguration: 'OFF' };
    case 'optional':
      return { mfaConfiguration: 'OPTIONAL', enabledMfas: [...mfa.factors] };
    case 'required':
      return { mfaConfiguration: 'ON', enabledMfas: [...mfa.factors] };
  }
}

function deviceConfiguration(declared: Environment['deviceTracking']) {
  if (declared.tracking === 'off') return {};
  const { challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt } = declared;
  return { deviceConfiguration: { challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt } };
}

const advancedSecurityModes = { off: 'OFF', audit: 'AUDIT', enforced: 'ENFORCED' } as const;

function threatProtection({ featurePlan, threatProtection: { mode } }: UserPoolDeclaration) {
  return featurePlan === 'PLUS' ? { userPoolAddOns: { advancedSecurityMode: advancedSecurityModes[mode] } } : {};
}

function reasons(declaration: UserPoolDeclaration): ReasonsMetadata {
  const { mfa, deviceTracking, threatProtection, verificationBeforeUpdate, deletionProtection } = declaration;
  return {
    ...(mfa.mode === 'off' && { MfaConfiguration: mfa.reason }),
    ...(deviceTracking.tracking === 'off' && { DeviceConfiguration: deviceTracking.reason }),
    ...(threatProtection.mode === 'off' && { UserPoolAddOns: threatProtection.reason }),
    ...(!verificationBeforeUpdate.enabled && { UserAttributeUpdateSettings: verificationBeforeUpdate.reason }),
    ...(!deletionProtection.enabled && { DeletionProtection: deletionProtection.reason }),
  };
}
