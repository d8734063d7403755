import { withAssetNames } from './asset-names';
import { canonical, ordered } from './canonical';
import { isList, isObject, member } from './value';
import type { RawObject, RawTemplate, RawValue } from './value';

/** The order in which CloudFormation's documentation and a reader take them; sections not listed follow by name. */
const sectionOrder = [
  'AWSTemplateFormatVersion',
  'Description',
  'Transform',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Resources',
  'Outputs',
];
const resourceOrder = [
  'Type',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
  'Properties',
];

/** What the CDK adds for itself: the deployment does not depend on it, and it changes with the CDK's version. */
const bookkeeping: Readonly<Record<string, (name: string, value: RawValue) => boolean>> = {
  Parameters: (name, value) =>
    name === 'BootstrapVersion' && isObject(value) && member(value, 'Type') === 'AWS::SSM::Parameter::Value<String>',
  Rules: (name) => name === 'CheckBootstrapVersion',
  Conditions: (name) => name === 'CDKMetadataAvailable',
  Resources: (_name, value) => isObject(value) && member(value, 'Type') === 'AWS::CDK::Metadata',
};

/**
 * The template without what changes although the deployment does not: order of keys, asset hashes, local paths of
 * assets, and the CDK's own bookkeeping.
 */
export function normalisedTemplate(template: RawTemplate, names: ReadonlyMap<string, string>): RawTemplate {
  const rewrite = (text: string): string => withAssetNames(text, names);
  const sections = Object.entries(template).flatMap(([section, value]) => {
    const kept = isObject(value) ? withoutBookkeeping(section, value) : value;
    if (isObject(kept) && Object.keys(kept).length === 0) return [];
    const sorted = canonical(kept, rewrite);
    return [[section, section === 'Resources' ? resourcesOf(sorted) : sorted] as const];
  });
  return ordered(Object.fromEntries(sections), sectionOrder);
}

function withoutBookkeeping(section: string, value: RawObject): RawObject {
  const isBookkeeping = member(bookkeeping, section);
  const entries = Object.entries(value).filter(([name, each]) => isBookkeeping?.(name, each) !== true);
  return Object.fromEntries(entries);
}

function resourcesOf(resources: RawValue): RawValue {
  if (!isObject(resources)) return resources;
  return Object.fromEntries(Object.entries(resources).map(([logicalId, each]) => [logicalId, resourceOf(each)]));
}

function resourceOf(resource: RawValue): RawValue {
  if (!isObject(resource)) return resource;
  const parts = Object.entries(resource).flatMap(([name, part]) => {
    if (name === 'Metadata' && isObject(part)) return metadataOf(part);
    const isUnordered = name === 'DependsOn' && isList(part) && part.every((each) => typeof each === 'string');
    return [[name, isUnordered ? [...part].sort() : part] as const];
  });
  return ordered(Object.fromEntries(parts), resourceOrder);
}

/** Without `aws:asset:path` and its kin, which serve local tools and tell where a file lies. */
function metadataOf(metadata: RawObject): readonly (readonly [string, RawValue])[] {
  const kept = Object.entries(metadata).filter(([key]) => !key.startsWith('aws:asset:'));
  return kept.length === 0 ? [] : [['Metadata', Object.fromEntries(kept)]];
}
