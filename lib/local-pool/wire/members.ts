import { integer, list, map, oneOf, required, string, structure } from './shape';

/**
 * Members that many operations share, with the constraints of the service's model
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html).
 */
const visible = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+';

export const username = string({ min: 1, max: 128, pattern: visible, sensitive: true });
export const userPoolId = string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' });
export const clientId = string({ min: 1, max: 128, pattern: '[\\w+]+', sensitive: true });
export const secretHash = string({ min: 1, max: 128, pattern: '[\\w+=/]+', sensitive: true });
export const password = string({ max: 256, pattern: '[\\S]+', sensitive: true });
export const confirmationCode = string({ min: 1, max: 2048, pattern: '[\\S]+', sensitive: true });
export const softwareTokenCode = string({ min: 6, max: 6, pattern: '[0-9]+', sensitive: true });
export const presentedClientSecret = string({ min: 1, max: 64, pattern: '[\\w+]+', sensitive: true });
export const session = string({ min: 20, max: 2048, sensitive: true });
export const token = string({ pattern: '[A-Za-z0-9-_=.]+', sensitive: true });
export const groupName = string({ min: 1, max: 128, pattern: visible });
export const deviceKey = string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-f-]+' });
export const deviceRememberedStatus = oneOf('remembered', 'not_remembered');
/** Page sizes: Limit of the list operations of groups, MaxResults of the others. */
export const limit = integer({ min: 0, max: 60 });
export const maxResults = integer({ min: 1, max: 60 });
export const nextToken = string({ min: 1, max: 131_072, pattern: '[\\S]+' });

export const arn = string({
  min: 20,
  max: 2048,
  pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
});
/** A value that the model does not constrain any further (StringType). */
export const text = string({ max: 131_072 });
export const clientSecret = string({ min: 24, max: 64, pattern: '[\\w+]+', sensitive: true });
export const tags = map(string({ max: 256 }));
/** Base64 of at most 100 KB. */
export const image = string({ max: 136_536 });
/** What a group may have beside its name. */
export const group = { Description: string({ max: 2048 }), Precedence: integer({ min: 0 }), RoleArn: arn } as const;

export const attributeName = string({ min: 1, max: 32, pattern: visible });
export const attribute = structure({
  Name: required(attributeName),
  Value: string({ max: 2048, sensitive: true }),
});
export const attributes = list(attribute);
export const clientMetadata = map(string({ max: 131_072, sensitive: true }));
export const parameters = map(string({ max: 131_072, sensitive: true }));

export const challengeName = oneOf(
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
);

export const authFlow = oneOf(
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
);
