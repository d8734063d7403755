import { devNull } from 'node:os';
import { standInEndpoints } from '../../../lib/local-pool/stand-ins/routes';
import { functionEnvironment, readFunctionArn } from '../../../lib/local-pool/triggers/function-environment';
import type { TriggerFunction } from '../../../lib/local-pool/settings/pool-settings';

const target: TriggerFunction = {
  logicalId: 'PreSignUpFunction',
  arn: 'arn:aws:lambda:ap-northeast-1:111122223333:function:dev-pre-sign-up',
  directory: '/somewhere/asset.1',
  handler: 'index.handler',
  environment: { ALLOWED_EMAIL_DOMAINS: 'example.com' },
  memoryMegabytes: 256,
  timeoutSeconds: 5,
  eventVersion: 'V1_0',
  invocable: true,
};
const endpoints = {
  cognito: 'http://localhost:9229',
  ...standInEndpoints('http://localhost:9229'),
};

test('a function has its variables and those of Lambda, and no others', () => {
  expect(functionEnvironment(target, endpoints)).toEqual({
    ALLOWED_EMAIL_DOMAINS: 'example.com',
    _HANDLER: 'index.handler',
    LAMBDA_TASK_ROOT: '/somewhere/asset.1',
    AWS_REGION: 'ap-northeast-1',
    AWS_DEFAULT_REGION: 'ap-northeast-1',
    AWS_LAMBDA_FUNCTION_NAME: 'dev-pre-sign-up',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/dev-pre-sign-up',
    AWS_ACCESS_KEY_ID: 'LOCALPOOLACCESSKEYID',
    AWS_SECRET_ACCESS_KEY: 'local-pool',
    AWS_SESSION_TOKEN: 'local-pool',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_ENDPOINT_URL: 'http://localhost:9229',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://localhost:9229',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://localhost:9229/stand-ins/secrets-manager',
    AWS_ENDPOINT_URL_KMS: 'http://localhost:9229/stand-ins/kms',
    AWS_ENDPOINT_URL_SES: 'http://localhost:9229/stand-ins/ses',
    AWS_ENDPOINT_URL_SESV2: 'http://localhost:9229/stand-ins/ses',
    AWS_ENDPOINT_URL_SNS: 'http://localhost:9229/stand-ins/sns',
  });
});

test.each([
  'AWS_ACCESS_KEY_ID',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_SECRETS_MANAGER',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
])('a function cannot point %s elsewhere', (name) => {
  const pointed = { ...target, environment: { [name]: 'https://elsewhere.example' } };
  expect(functionEnvironment(pointed, endpoints)).not.toMatchObject({ [name]: 'https://elsewhere.example' });
});

test.each(['', 'PreSignUp', 'arn:aws:lambda:eu-west-1:111122223333:layer:x', 'arn:aws:sqs:eu-west-1:111122223333:x'])(
  '"%s" is not taken for the ARN of a function',
  (arn) => {
    expect(() => readFunctionArn(arn)).toThrow(`"${arn}" is not the ARN of a Lambda function`);
  },
);
