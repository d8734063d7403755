import { devNull } from 'node:os';
import type { TriggerFunction } from '../settings/pool-settings';
import type { StandIn } from '../stand-ins/routes';

/** Where the AWS calls of a function go: addresses on this machine. */
export interface LambdaEndpoints extends Readonly<Record<StandIn, string>> {
  /** The user pool's own. It gets the calls to all services without a stand-in too, and refuses them by name. */
  readonly cognito: string;
}

/** The parts of `arn:aws:lambda:<region>:<account>:function:<name>` that a running function knows about itself. */
export function readFunctionArn(arn: string): { readonly region: string; readonly functionName: string } {
  const [, , service, region, , kind, functionName] = arn.split(':');
  if (service !== 'lambda' || kind !== 'function' || region === undefined || functionName === undefined)
    throw new TypeError(`"${arn}" is not the ARN of a Lambda function (arn:aws:lambda:REGION:ACCOUNT:function:NAME).`);
  return { region, functionName };
}

/**
 * The whole environment of a function: its own variables and those that Lambda sets
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime), which win.
 * Nothing of the developer's environment: no credentials or profile of this machine can be found from a bundle.
 * TZ is not here: a worker thread cannot have a time zone of its own.
 */
export function functionEnvironment(
  target: TriggerFunction,
  endpoints: LambdaEndpoints,
): Readonly<Record<string, string>> {
  const { region, functionName } = readFunctionArn(target.arn);
  return {
    ...target.environment,
    _HANDLER: target.handler,
    LAMBDA_TASK_ROOT: target.directory,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(target.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
    // Needed to sign a request, good for nothing outside this machine.
    AWS_ACCESS_KEY_ID: 'LOCALPOOLACCESSKEYID',
    AWS_SECRET_ACCESS_KEY: 'local-pool',
    AWS_SESSION_TOKEN: 'local-pool',
    // The SDKs look for these files in the home directory, which a worker thread shares with the developer.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    // The age of this machine's Node is no business of a function that Lambda runs on its own.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    // So that no call, signed with invented credentials, leaves this machine.
    AWS_ENDPOINT_URL: endpoints.cognito,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.cognito,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
    AWS_ENDPOINT_URL_SES: endpoints.ses,
    AWS_ENDPOINT_URL_SESV2: endpoints.ses,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
  };
}
