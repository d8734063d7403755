import { resourcesFor } from '../stacks/template-for';
import { fixtures } from '../synthesis/fixtures';

const messages = fixtures['own-messages'];
const root = { AWS: { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root']] } };
const ofPoolsHere = { StringLike: { 'kms:EncryptionContext:userpool-id': 'eu-west-1_*' } };

const roleOf = (medium: string) => ({
  'Fn::GetAtt': [expect.stringMatching(`^Triggerscustom${medium.toLowerCase()}senderRole`) as string, 'Arn'],
});

interface KeyPolicy {
  readonly Statement: readonly { readonly Sid: string; readonly Action: string | readonly string[] }[];
}

function keyOf(environment: Parameters<typeof resourcesFor>[0]) {
  const key = resourcesFor(environment)['SenderKey'];
  return { key, policy: key?.Properties['KeyPolicy'] as KeyPolicy | undefined };
}

describe('the key of the custom senders', () => {
  test('is symmetric, and its material is replaced every year', () => {
    expect(keyOf(messages).key?.Properties).toMatchObject({
      Enabled: true,
      EnableKeyRotation: true,
      RotationPeriodInDays: 365,
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      MultiRegion: false,
      Origin: 'AWS_KMS',
      PendingWindowInDays: 30,
    });
  });

  test('lets whoever deploys give Cognito a grant for user pools of the Region, and the senders decrypt for these', () => {
    const { policy } = keyOf(messages);
    expect(policy?.Statement.filter(({ Sid }) => Sid !== 'Administer')).toEqual([
      {
        Sid: 'LetCognitoEncrypt',
        Effect: 'Allow',
        Principal: root,
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: ofPoolsHere,
      },
      ...['Email', 'Sms'].map((medium) => ({
        Sid: `Custom${medium}Sender`,
        Effect: 'Allow',
        Principal: root,
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { ...ofPoolsHere, ArnEquals: { 'aws:PrincipalArn': roleOf(medium) } },
      })),
    ]);
  });

  test('lets nobody else in the account encrypt, decrypt or hand on that right', () => {
    const administration = keyOf(messages).policy?.Statement.find(({ Sid }) => Sid === 'Administer');
    const using = /^kms:(\*|.*(Encrypt|Decrypt|GenerateDataKey|CreateGrant|Sign|Verify|Derive).*)$/;
    expect(administration?.Action).toContain('kms:PutKeyPolicy');
    expect([administration?.Action].flat().filter((action) => using.test(String(action)))).toEqual([]);
  });

  test.each([
    ['retain', 'Retain'],
    ['destroy', 'Delete'],
  ] as const)('is kept or deleted as the pool is: %s', (policy, wanted) => {
    const { key } = keyOf({ ...messages, removal: { ...messages.removal, policy } });
    expect(key).toMatchObject({ DeletionPolicy: wanted, UpdateReplacePolicy: wanted });
  });

  test('is there for one sender as well, which alone decrypts', () => {
    const { customEmailSender, functions } = messages.triggers;
    const { policy } = keyOf({ ...messages, triggers: { functions, customEmailSender } });
    expect(policy?.Statement.map(({ Sid }) => Sid)).toEqual(['Administer', 'LetCognitoEncrypt', 'CustomEmailSender']);
  });

  test('is not there without senders', () => {
    expect(keyOf(fixtures.migration).key).toBeUndefined();
  });
});
