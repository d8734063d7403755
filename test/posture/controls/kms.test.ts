import type { RawObject, RawValue } from '../../../lib/template/value';
import { senderKey } from '../../../lib/posture/controls/kms-01-sender-key';
import { encryptionKey } from '../../../lib/posture/controls/kms-02-encryption-key';
import { elsewhere, testControl, userPool } from '../test-control';
import { allow, role } from './policies';

const arnOf = (id: string): RawObject => ({ 'Fn::GetAtt': [id, 'Arn'] });
const root = { AWS: 'arn:aws:iam::111122223333:root' };
const forRole = allow('kms:Decrypt', '*', {
  Principal: root,
  Condition: { ArnEquals: { 'aws:PrincipalArn': arnOf('Role') } },
});
const administer = allow(['kms:DescribeKey', 'kms:PutKeyPolicy'], '*', { Principal: root });

const key = (properties: RawObject, statements: RawValue, retain = 'Retain'): RawObject => ({
  Key: {
    Type: 'AWS::KMS::Key',
    DeletionPolicy: retain,
    UpdateReplacePolicy: retain,
    Properties: { EnableKeyRotation: true, KeyPolicy: { Statement: statements }, ...properties },
  },
});
const senders = (config: RawObject = { KMSKeyID: arnOf('Key') }): RawObject => ({
  ...userPool({
    LambdaConfig: { CustomEmailSender: { LambdaArn: arnOf('Sender'), LambdaVersion: 'V1_0' }, ...config },
  }),
  Sender: { Type: 'AWS::Lambda::Function', Properties: { Role: arnOf('Role') } },
  ...role({ trust: allow('sts:AssumeRole', undefined, { Principal: { Service: 'lambda.amazonaws.com' } }) }),
});
const good = ['pass', 'pass', 'pass', 'pass', 'pass', 'pass'] as const;
const last = (verdict: 'fail' | 'unknown') => [...good.slice(0, 5), verdict] as const;

testControl(senderKey, [
  [
    'a key of its own that decrypts for the sender alone passes',
    { ...senders(), ...key({}, [administer, forRole]) },
    good,
  ],
  [
    'the role itself may be the principal',
    { ...senders(), ...key({}, [administer, allow('kms:Decrypt', '*', { Principal: { AWS: arnOf('Role') } })]) },
    good,
  ],
  [
    'the whole account decrypts',
    { ...senders(), ...key({}, [allow('kms:*', '*', { Principal: root })]) },
    last('fail'),
  ],
  [
    'a condition from elsewhere is unknown',
    { ...senders(), ...key({}, [allow('kms:Decrypt', '*', { Principal: root, Condition: elsewhere })]) },
    last('unknown'),
  ],
  [
    'an asymmetric key, no rotation and no retention fail',
    { ...senders(), ...key({ KeySpec: 'RSA_4096', EnableKeyRotation: false }, [forRole], 'Delete') },
    ['pass', 'fail', 'fail', 'fail', 'fail', 'pass'],
  ],
  [
    'rotation has to be switched on',
    { ...senders(), ...key({ EnableKeyRotation: { Ref: 'AWS::NoValue' } }, [forRole]) },
    ['pass', 'pass', 'fail', 'pass', 'pass', 'pass'],
  ],
  [
    'rotation from elsewhere is unknown',
    { ...senders(), ...key({ EnableKeyRotation: elsewhere }, [forRole]) },
    ['pass', 'pass', 'unknown', 'pass', 'pass', 'pass'],
  ],
  [
    'a key without custom senders',
    { ...userPool({ LambdaConfig: { KMSKeyID: arnOf('Key') } }), ...key({}, [forRole]) },
    ['fail'],
  ],
  ['custom senders without a key', senders({}), ['fail']],
  ['a key from elsewhere has an unknown policy', senders({ KMSKeyID: elsewhere }), ['pass', 'unknown']],
  ['without custom senders there is nothing to say', userPool(), []],
]);

const own = (KmsKeyArn: RawValue): RawObject => ({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn } });
const replica: RawObject = {
  Replica: {
    Type: 'AWS::Cognito::UserPoolReplica',
    Properties: { UserPoolId: { Ref: 'Pool' }, RegionName: 'eu-central-1' },
  },
};

testControl(encryptionKey, [
  ['a key of your own passes', userPool(own('arn:aws:kms:eu-west-1:111122223333:key/a')), ['pass']],
  [
    'whether the data demands one is for somebody to say',
    userPool({ KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } }),
    ['manual'],
  ],
  ['what is not written is the key of AWS', userPool(), ['manual']],
  ['in a sandbox nothing demands one', userPool(), ['not-applicable'], { class: 'sandbox' }],
  ['a copy needs a key of your own', { ...userPool(), ...replica }, ['fail']],
  [
    'a copy needs a multi-Region key',
    { ...userPool(own('arn:aws:kms:eu-west-1:111122223333:key/a')), ...replica },
    ['pass', 'fail'],
  ],
  [
    'a multi-Region key passes',
    { ...userPool(own('arn:aws:kms:eu-west-1:111122223333:key/mrk-a')), ...replica },
    ['pass', 'pass'],
  ],
  [
    'so does one of the template',
    { ...userPool(own(arnOf('Key'))), ...replica, ...key({ MultiRegion: true }, []) },
    ['pass', 'pass'],
  ],
  ['a key from elsewhere is unknown', { ...userPool(own(elsewhere)), ...replica }, ['pass', 'unknown']],
  ['a type from elsewhere is unknown', userPool({ KeyConfiguration: { KeyType: elsewhere } }), ['unknown']],
]);
