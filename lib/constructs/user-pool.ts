import { Stack } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { CfnUserPoolProps } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ReasonsMetadata, SelfSignUpMetadata } from '../template/metadata';
import { emailConfiguration } from './email-configuration';
import { factorTexts, inviteMessageTemplate, verificationMessageTemplate } from './message-texts';
import { authorizationAttributes, schema } from './schema';
import { deviceConfiguration, multiFactorAuthentication, passkeyConfiguration, signInNames } from './user-pool-factors';

/** What a user pool is made from. */
export type UserPoolDeclaration = Pick<
  Environment,
  | 'signIn'
  | 'selfSignUp'
  | 'passwordPolicy'
  | 'mfa'
  | 'passkeys'
  | 'deviceTracking'
  | 'autoVerifiedAttributes'
  | 'accountRecovery'
  | 'verificationBeforeUpdate'
  | 'emailSender'
  | 'messages'
  | 'featurePlan'
  | 'threatProtection'
  | 'encryptionKey'
  | 'issuer'
  | 'standardAttributes'
  | 'customAttributes'
  | 'tags'
> &
  Pick<Environment['removal'], 'deletionProtection'>;

export interface UserPoolProps {
  /** UserPoolName: for people; the identity of the pool is its logical id. */
  readonly name: string;
  readonly declaration: UserPoolDeclaration;
  readonly lambdaConfig: CfnUserPool.LambdaConfigProperty;
  /** The role by which text messages are sent; undefined where none ever is. */
  readonly smsConfiguration: CfnUserPool.SmsConfigurationProperty | undefined;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The user pool. Every property that matters to security is written into the template, defaults included: removing one
 * from a template may leave the old value live. What is left out is named, with its reason, in {@link notRendered}.
 */
export class UserPool extends Construct {
  readonly id: string;
  readonly arn: string;
  /** ProviderName: by this an identity pool knows the user pool. */
  readonly providerName: string;
  /** The issuer of the tokens (iss), a URL. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    const { declaration, smsConfiguration } = props;
    const verified = declaration.autoVerifiedAttributes.toSorted();
    const pool = new CfnUserPool(this, 'Resource', {
      userPoolName: props.name,
      ...signInNames(declaration.signIn),
      autoVerifiedAttributes: verified,
      schema: schema(declaration.standardAttributes, declaration.customAttributes),
      policies: policies(declaration),
      ...multiFactorAuthentication(declaration.mfa),
      ...passkeyConfiguration(declaration.passkeys),
      ...deviceConfiguration(declaration.deviceTracking),
      ...threatProtection(declaration),
      accountRecoverySetting: {
        recoveryMechanisms: declaration.accountRecovery.map((name, index) => ({ name, priority: index + 1 })),
      },
      userAttributeUpdateSettings: {
        attributesRequireVerificationBeforeUpdate: declaration.verificationBeforeUpdate.enabled ? verified : [],
      },
      adminCreateUserConfig: {
        allowAdminCreateUserOnly: !declaration.selfSignUp.allowed,
        ...inviteMessageTemplate(declaration.messages),
      },
      verificationMessageTemplate: verificationMessageTemplate(declaration.messages),
      ...factorTexts(declaration.messages),
      emailConfiguration: emailConfiguration(this, declaration.emailSender),
      ...(smsConfiguration && { smsConfiguration }),
      lambdaConfig: props.lambdaConfig,
      keyConfiguration: keyConfiguration(declaration.encryptionKey),
      issuerConfiguration: { type: declaration.issuer },
      userPoolTier: declaration.featurePlan,
      deletionProtection: declaration.deletionProtection.enabled ? 'ACTIVE' : 'INACTIVE',
      // They are tags of the stack too; a local pool has no stack.
      userPoolTags: declaration.tags,
    });
    pool.overrideLogicalId('UserPool');
    pool.applyRemovalPolicy(props.removalPolicy);
    pool.addMetadata(metadataKeys.selfSignUp, declaration.selfSignUp satisfies SelfSignUpMetadata);
    pool.addMetadata(metadataKeys.authorizationAttributes, authorizationAttributes(declaration.customAttributes));
    pool.addMetadata(metadataKeys.reasons, reasons(declaration));

    this.id = pool.ref;
    this.arn = pool.attrArn;
    this.providerName = pool.attrProviderName;
    this.issuer = declaration.issuer === 'UPDATED' ? this.updatedIssuer() : pool.attrProviderUrl;
  }

  /** ProviderURL is documented as the original issuer only; the form of the updated one is that of the API reference. */
  private updatedIssuer(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `https://issuer-cognito-idp.${region}.${urlSuffix}/${this.id}`;
  }
}

function policies({ passwordPolicy, signIn, featurePlan }: UserPoolDeclaration): CfnUserPool.PoliciesProperty {
  const { passwordHistorySize, ...everyPlan } = passwordPolicy;
  return {
    passwordPolicy: featurePlan === 'LITE' ? everyPlan : { ...everyPlan, passwordHistorySize },
    signInPolicy: { allowedFirstAuthFactors: signIn.firstFactors.toSorted() },
  };
}

function keyConfiguration(key: Environment['encryptionKey']): CfnUserPool.KeyConfigurationProperty {
  return key.owner === 'aws'
    ? { keyType: 'AWS_OWNED_KEY' }
    : { keyType: 'CUSTOMER_MANAGED_KEY', kmsKeyArn: key.keyArn };
}

const advancedSecurityModes = { off: 'OFF', audit: 'AUDIT', enforced: 'ENFORCED' } as const;

function threatProtection({
  featurePlan,
  threatProtection: declared,
}: UserPoolDeclaration): Pick<CfnUserPoolProps, 'userPoolAddOns'> {
  if (featurePlan !== 'PLUS') return {};
  const advancedSecurityMode = advancedSecurityModes[declared.mode];
  if (declared.mode === 'off' || declared.customAuthentication.mode === 'off') {
    return { userPoolAddOns: { advancedSecurityMode } };
  }
  const customAuthMode = advancedSecurityModes[declared.customAuthentication.mode];
  return { userPoolAddOns: { advancedSecurityMode, advancedSecurityAdditionalFlows: { customAuthMode } } };
}

function reasons(declaration: UserPoolDeclaration): ReasonsMetadata {
  const { mfa, deviceTracking, threatProtection, verificationBeforeUpdate, deletionProtection } = declaration;
  return {
    ...(mfa.mode === 'off' && { MfaConfiguration: mfa.reason }),
    ...(deviceTracking.tracking === 'off' && { DeviceConfiguration: deviceTracking.reason }),
    ...threatProtectionReasons(threatProtection),
    ...(!verificationBeforeUpdate.enabled && { UserAttributeUpdateSettings: verificationBeforeUpdate.reason }),
    ...(!deletionProtection.enabled && { DeletionProtection: deletionProtection.reason }),
  };
}

function threatProtectionReasons(declared: Environment['threatProtection']): ReasonsMetadata {
  if (declared.mode === 'off') return { UserPoolAddOns: declared.reason };
  const { customAuthentication } = declared;
  return customAuthentication.mode === 'off'
    ? { 'UserPoolAddOns.AdvancedSecurityAdditionalFlows': customAuthentication.reason }
    : {};
}
