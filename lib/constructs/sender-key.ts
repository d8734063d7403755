import type { RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface SenderKeyProps {
  /** The Region that begins the id of the user pool. */
  readonly poolRegion: string;
  /** That of the user pool: without the key a pool that was kept can send no code any more. */
  readonly removalPolicy: RemovalPolicy;
}

/** What administers the key, and encrypts and decrypts nothing. */
const administration = [
  'kms:CancelKeyDeletion',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateKeyDescription',
];

/**
 * The KMS key under which Cognito encrypts codes and temporary passwords for the custom senders (LambdaConfig.KMSKeyID).
 * Whoever deploys the user pool gives Cognito a grant, which is bound to the encryption context of the pool, and the
 * functions decrypt: nobody else in the account may, administrators included. The id of the pool itself is not known here:
 * the pool names the key, and would close a circle.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html
 */
export class SenderKey extends Construct {
  readonly arn: string;
  readonly #policy = new PolicyDocument();
  readonly #conditions: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { poolRegion, removalPolicy }: SenderKeyProps) {
    super(scope, id);
    this.#conditions = { StringLike: { 'kms:EncryptionContext:userpool-id': `${poolRegion}_*` } };
    const account = [new AccountRootPrincipal()];
    this.#policy.addStatements(
      new PolicyStatement({ sid: 'Administer', principals: account, actions: administration, resources: ['*'] }),
      new PolicyStatement({
        sid: 'LetCognitoEncrypt',
        principals: account,
        actions: ['kms:CreateGrant'],
        resources: ['*'],
        conditions: this.#conditions,
      }),
    );
    const key = new CfnKey(this, 'Resource', {
      description: 'Codes and temporary passwords on their way from Cognito to the custom senders.',
      enabled: true,
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      keySpec: 'SYMMETRIC_DEFAULT',
      keyUsage: 'ENCRYPT_DECRYPT',
      origin: 'AWS_KMS',
      multiRegion: false,
      pendingWindowInDays: 30,
      keyPolicy: this.#policy,
    });
    key.overrideLogicalId('SenderKey');
    key.applyRemovalPolicy(removalPolicy);
    this.arn = key.attrArn;
  }

  /**
   * Lets a role read the codes of user pools, if its own policy does too. The role is named in a condition: a principal
   * would have to be known to KMS already when the key is made, and would be lost with the role.
   */
  decryptedBy(sid: string, roleArn: string): void {
    this.#policy.addStatements(
      new PolicyStatement({
        sid,
        principals: [new AccountRootPrincipal()],
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: { ...this.#conditions, ArnEquals: { 'aws:PrincipalArn': roleArn } },
      }),
    );
  }
}
