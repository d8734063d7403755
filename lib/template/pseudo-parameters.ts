import type { StackArtifact } from './assembly';
import { referenceToken } from './token-building';
import type { Value } from './value';

/** Partitions other than `aws`, by the start of their Regions' names (endpoints.json of botocore). */
const partitions = [
  { regions: 'cn-', partition: 'aws-cn', suffix: 'amazonaws.com.cn' },
  { regions: 'us-gov-', partition: 'aws-us-gov', suffix: 'amazonaws.com' },
  { regions: 'us-isob-', partition: 'aws-iso-b', suffix: 'sc2s.sgov.gov' },
  { regions: 'us-isof-', partition: 'aws-iso-f', suffix: 'csp.hci.ic.gov' },
  { regions: 'us-iso-', partition: 'aws-iso', suffix: 'c2s.ic.gov' },
  { regions: 'eu-isoe-', partition: 'aws-iso-e', suffix: 'cloud.adc-e.uk' },
  { regions: 'eusc-', partition: 'aws-eusc', suffix: 'amazonaws.eu' },
] as const;

const commercial = { partition: 'aws', suffix: 'amazonaws.com' } as const;

/**
 * The value of `AWS::Region` and its kin: what the manifest tells, then what the caller gives, else a token.
 * AWS::NoValue is no value and not asked here.
 */
export function pseudoParameter(
  name: string,
  stack: StackArtifact,
  isNested: boolean,
  given: Readonly<Record<string, string>>,
): Value {
  const region = stack.region ?? given['AWS::Region'];
  const home = partitions.find(({ regions }) => region?.startsWith(regions)) ?? commercial;
  const told: Readonly<Record<string, string | undefined>> = {
    'AWS::AccountId': stack.account,
    'AWS::Region': stack.region,
    // The service completes the name of a nested stack with a random part.
    'AWS::StackName': isNested ? undefined : stack.stackName,
    'AWS::Partition': region === undefined ? undefined : home.partition,
    'AWS::URLSuffix': region === undefined ? undefined : home.suffix,
  };
  return (
    (Object.hasOwn(told, name) ? told[name] : undefined) ??
    (Object.hasOwn(given, name) ? given[name] : undefined) ??
    referenceToken(
      { stack: stack.path, logicalId: name, attribute: undefined },
      `${name} is not known before deployment`,
    )
  );
}
