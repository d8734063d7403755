import type { Value } from '../../template/value';
import { Token } from '../../template/value';
import type { Complaint } from './findings';
import { brief } from './findings';
import { expectedOf, unresolved } from './parse-value';
import type { CustomSender, PoolSettings, TriggerFunction, TriggerName } from './pool-settings';
import type { PropertyReader } from './property-reader';
import { functionBehind } from './function-reference';
import type { TriggerContext } from './read-lambda-function';
import { readLambdaFunction } from './read-lambda-function';
import { planHasEventVersion } from './token-trigger-plan';
import type { userPoolProperties } from './user-pool-properties';

type PoolReader = PropertyReader<typeof userPoolProperties>;

export const plainTriggers = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'CustomMessage',
  'UserMigration',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
] as const satisfies readonly TriggerName[];

export const customSenders = ['CustomEmailSender', 'CustomSMSSender'] as const satisfies readonly CustomSender[];

const legacyTokenTrigger = 'LambdaConfig.PreTokenGeneration';
const tokenTrigger = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';
const tokenTriggerVersion = 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion';

/** The functions behind LambdaConfig: each trigger's ARN, the function of that ARN, its bundle. */
export function readTriggerFunctions(read: PoolReader, context: TriggerContext): PoolSettings['triggers'] {
  const plain = plainTriggers.map(
    (name) => [name, readFunction(`LambdaConfig.${name}`, 'V1_0', read, context)] as const,
  );
  const senders = customSenders.map((name) => [name, readSender(name, read, context)] as const);
  const all = [...plain, ['PreTokenGeneration', readTokenTrigger(read, context)] as const, ...senders];
  return Object.fromEntries(all.filter(([, target]) => target !== undefined));
}

/** The one trigger with two properties; only the newer one knows versions (developer guide, "Pre token generation"). */
function readTokenTrigger(read: PoolReader, context: TriggerContext): TriggerFunction | undefined {
  const legacy = readFunction(legacyTokenTrigger, 'V1_0', read, context);
  if (read.at('LambdaConfig.PreTokenGenerationConfig') === undefined) return legacy;

  const version = read.choice(tokenTriggerVersion) ?? 'V1_0';
  const advancedSecurity = read.choice('UserPoolAddOns.AdvancedSecurityMode') !== 'OFF';
  if (!planHasEventVersion(version, { featurePlan: read.choice('UserPoolTier'), advancedSecurity }))
    context.findings.stop(read.logicalId, tokenTriggerVersion, {
      got: `${version} with UserPoolTier LITE`,
      expected: 'V1_0, or ESSENTIALS or PLUS',
      nextStep: 'Write UserPoolTier: ESSENTIALS, or LambdaVersion: V1_0: the service refuses it.',
    });
  const target = readFunction(tokenTrigger, version, read, context);
  const nextStep = 'Write LambdaArn and LambdaVersion, or leave PreTokenGenerationConfig out.';
  demand([tokenTrigger, tokenTriggerVersion], nextStep, read, context);
  if (legacy !== undefined && target !== undefined && legacy.arn !== target.arn) {
    context.findings.stop(read.logicalId, legacyTokenTrigger, {
      got: legacy.arn,
      expected: `${target.arn}, as in PreTokenGenerationConfig`,
      nextStep: 'Name the same function in both, or leave PreTokenGeneration out.',
    });
  }
  return target;
}

/** The service takes a sender with a version and a key only (API reference, LambdaConfigType). */
function readSender(name: CustomSender, read: PoolReader, context: TriggerContext): TriggerFunction | undefined {
  const config = `LambdaConfig.${name}`;
  if (read.at(config) === undefined) return undefined;
  const nextStep = `Write LambdaArn, LambdaVersion and KMSKeyID, or leave ${name} out.`;
  demand([`${config}.LambdaArn`, `${config}.LambdaVersion`, 'LambdaConfig.KMSKeyID'], nextStep, read, context);
  return readFunction(`${config}.LambdaArn`, 'V1_0', read, context);
}

function demand(paths: readonly string[], nextStep: string, read: PoolReader, { findings }: TriggerContext): void {
  for (const path of paths) {
    if (read.at(path) === undefined)
      findings.stop(read.logicalId, path, { got: 'nothing', expected: 'a value', nextStep });
  }
}

function readFunction(
  path: string,
  eventVersion: TriggerFunction['eventVersion'],
  read: PoolReader,
  context: TriggerContext,
): TriggerFunction | undefined {
  const arn = read.at(path);
  if (arn === undefined) return undefined;
  const { stacks, findings } = context;
  const behind = functionBehind(arn, stacks);
  if (behind === undefined || typeof arn !== 'string') {
    findings.stop(read.logicalId, path, notOfTheseStacks(arn));
    return undefined;
  }
  const target = readLambdaFunction(arn, behind, context);
  return target && { ...target, eventVersion };
}

function notOfTheseStacks(arn: Value): Complaint {
  const expected = expectedOf({ kind: 'function' });
  if (arn instanceof Token) return unresolved(arn, expected);
  const nextStep =
    'Point the trigger at the function (Fn::GetAtt Arn), or at an alias of its newest version (Ref), in a stack of the same stage.';
  return { got: brief(arn), expected, nextStep };
}
