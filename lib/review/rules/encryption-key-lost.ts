import type { Located } from '../../posture/subject';
import { settingOf } from '../effective/effective';
import { isRetained } from '../left-behind';
import { targetOfResource, targetsIn } from '../references';
import type { EnvironmentRule, Ruling } from './rule';
import { wordOf } from './values';

const isOff = ({ resource }: Located): boolean => wordOf(resource.properties['Enabled']) === 'false';

export const encryptionKeyLost: EnvironmentRule = {
  kind: 'environment',
  id: 'encryption-key-lost',
  what: 'What a pool encrypts with a key is lost with the key.',
  source: 'KeyConfigurationType; LambdaConfigType, KMSKeyID; AWS KMS, deleting keys',
  observe: ({ pairs, isLeftBehind }) => {
    const used = new Set(pairs.flatMap(({ before }) => (before === undefined ? [] : keysOf(before))));
    return pairs.flatMap((pair) => {
      const { before, after } = pair;
      if (before?.resource.type !== 'AWS::KMS::Key' || !used.has(targetOfResource(before))) return [];
      const loss = lossOf(before, pair.paired === 'by id' ? after : undefined, isLeftBehind(before));
      if (loss === undefined) return [];
      const ruling: Ruling = {
        verdict: 'destroys-users',
        effect: `${loss} What the pool has encrypted with it, users or the codes for them, cannot be read any more.`,
        instead: ['Keep the key with DeletionPolicy and UpdateReplacePolicy Retain, and enabled.'],
      };
      return [
        { pair, property: '', before: before.resource.logicalId, after: after?.resource.logicalId, rulings: [ruling] },
      ];
    });
  },
};

function keysOf({ resource }: Located): readonly string[] {
  if (resource.type !== 'AWS::Cognito::UserPool') return [];
  return ['KeyConfiguration.KmsKeyArn', 'LambdaConfig.KMSKeyID'].flatMap((property) =>
    targetsIn(settingOf(resource, property)),
  );
}

function lossOf(before: Located, after: Located | undefined, stays: boolean): string | undefined {
  if (after === undefined) return stays ? undefined : 'The key is scheduled for deletion.';
  if (!isOff(before) && isOff(after)) return 'The key is switched off.';
  return isRetained(before.resource.deletionPolicy) && !isRetained(after.resource.deletionPolicy)
    ? 'Nothing happens yet; the next removal deletes the key.'
    : undefined;
}
