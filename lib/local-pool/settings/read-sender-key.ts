import type { KmsKeyNames } from '../stand-ins/kms-key';
import type { DeclaredStacks } from './declared-stacks';
import type { Findings } from './findings';
import type { LocalIdentity } from './local-values';
import { kmsKeyArn } from './local-values';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

const path = 'LambdaConfig.KMSKeyID';

/**
 * The key behind KMSKeyID, with the aliases that the stacks give it. It may be named by its ARN or by that of an alias;
 * for an alias that the stacks do not define, a key is made up.
 */
export function readSenderKey(
  read: PropertyReader<typeof userPoolProperties>,
  stacks: DeclaredStacks,
  identity: LocalIdentity,
  findings: Findings,
): KmsKeyNames | undefined {
  const arn = read.text(path);
  if (arn === undefined) return undefined;
  const [, prefix = '', kind, name = ''] = /^(arn:[^:]+:kms:[^:]+:\d{12}:)(key|alias)\/(.+)$/.exec(arn) ?? [];
  const aliases = aliasesOf(stacks);
  switch (kind) {
    case 'key':
      return { arn, aliases: aliases.filter(({ target }) => target === arn || target === name).map(nameOf) };
    case 'alias': {
      const alias = `alias/${name}`;
      const target = aliases.find((candidate) => candidate.name === alias)?.target ?? name;
      const key = target.startsWith('arn:') ? target : `${prefix}key/${target}`;
      return { arn: key, aliases: [alias] };
    }
    default: {
      const expected = `the ARN of a KMS key or alias, such as ${kmsKeyArn(identity, 'KEY-ID')}`;
      const nextStep = 'Give the Arn of the key (Fn::GetAtt), not its id.';
      findings.stop(read.logicalId, path, { got: JSON.stringify(arn), expected, nextStep });
      return undefined;
    }
  }
}

interface Alias {
  readonly name: string;
  /** An id or an ARN. */
  readonly target: string;
}

function aliasesOf(stacks: DeclaredStacks): readonly Alias[] {
  return stacks.ofType('AWS::KMS::Alias').flatMap(({ resource: { properties } }) => {
    const { AliasName: name, TargetKeyId: target } = properties;
    return typeof name === 'string' && typeof target === 'string' ? [{ name, target }] : [];
  });
}

function nameOf({ name }: Alias): string {
  return name;
}
