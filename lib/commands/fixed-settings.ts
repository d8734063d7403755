import { isDeepStrictEqual } from 'node:util';
import { standardAttributeNames } from '../environments/fields/attributes';
import { readSnapshot } from '../template/read-snapshot';
import { isList, isObject } from '../template/value';
import type { RawObject, RawValue } from '../template/value';
import type { Texts } from './committed-files';

/** A change of what cannot change once the user pool exists. */
export interface FixedChange {
  /** The committed snapshot. */
  readonly file: string;
  /** The logical id, the property and, in a schema, the attribute. */
  readonly path: string;
  readonly got: string;
  readonly allowed: string;
}

/** The committed snapshots are of user pools that cannot become what the environments declare now. */
export class FixedSettingError extends Error {
  override readonly name = 'FixedSettingError';

  readonly changes: readonly FixedChange[];

  constructor(changes: readonly FixedChange[]) {
    const told = changes.map(
      ({ file, path, got, allowed }) => `  ${file}: ${path}\n    got      ${got}\n    allowed  ${allowed}`,
    );
    super(
      'The service refuses to change these once a user pool exists, and rolls the deployment back. Nothing is written.\n\n' +
        `${told.join('\n')}\n\n` +
        '  instead  Put it back, and declare a further custom attribute for what is new. If the user pool is to be made\n' +
        '           anew, without its users, or was never deployed: delete its file in test/snapshots first.',
    );
    this.changes = changes;
  }
}

/** What one update adds (AddCustomAttributes). */
const mostAtOnce = 25;

/** Settings of the names of users, which CreateUserPool takes and UpdateUserPool does not. */
const fixedProperties = ['UsernameAttributes', 'AliasAttributes', 'UsernameConfiguration'] as const;

/**
 * Refuses a change of what is fixed when a user pool is created: how users name themselves, and what the schema has. Its
 * standard attributes stay as they are, a custom one is added and never altered or removed.
 *
 * @param committed the snapshots that are there, the record of what exists
 * @param wanted what is to be committed in their place
 * @throws FixedSettingError
 * @throws SnapshotError when a committed snapshot that would be replaced cannot be read
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html
 */
export function refuseFixedChanges(committed: Texts, wanted: Texts): void {
  const changes = [...committed].flatMap(([file, before]) => {
    const after = wanted.get(file);
    return after === undefined || after === before
      ? []
      : changesOf(file, userPools(before, file), userPools(after, file));
  });
  if (changes.length > 0) throw new FixedSettingError(changes);
}

type UserPools = ReadonlyMap<string, RawObject>;

function userPools(text: string, file: string): UserPools {
  const { Resources } = readSnapshot(text, file).template;
  const resources = Object.entries(isObject(Resources) ? Resources : {});
  return new Map(
    resources.flatMap(([id, resource]) =>
      isObject(resource) && resource['Type'] === 'AWS::Cognito::UserPool' && isObject(resource['Properties'])
        ? [[id, resource['Properties']]]
        : [],
    ),
  );
}

function changesOf(file: string, before: UserPools, after: UserPools): readonly FixedChange[] {
  return [...before].flatMap(([id, pool]) => {
    const next = after.get(id);
    // A pool that leaves the template is not changed: DeletionPolicy says what becomes of it.
    if (next === undefined) return [];
    const differences = [
      ...fixedProperties.map((property) => difference(property, pool[property], next[property])),
      ...schemaChanges(attributesOf(pool['Schema']), attributesOf(next['Schema'])),
    ];
    return differences.flatMap((each) => (each === undefined ? [] : [{ ...each, file, path: `${id} ${each.path}` }]));
  });
}

type Difference = Omit<FixedChange, 'file'>;

function difference(path: string, before: RawValue | undefined, after: RawValue | undefined): Difference | undefined {
  if (isDeepStrictEqual(before, after)) return undefined;
  const text = (value: RawValue | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return { path, got: text(after), allowed: `${text(before)}, as committed` };
}

type Attributes = ReadonlyMap<string, RawObject>;

/** By the name that users of the service know: a custom attribute has its prefix. */
function attributesOf(schema: RawValue | undefined): Attributes {
  const entries = isList(schema) ? schema.filter((entry) => isObject(entry)) : [];
  return new Map(entries.map((entry) => [`${isStandard(entry) ? '' : 'custom:'}${nameOf(entry)}`, entry]));
}

/** The constructs write plain names; what is none is compared as it stands. */
function nameOf({ Name: name }: RawObject): string {
  return typeof name === 'string' ? name : JSON.stringify(name);
}

/** A custom attribute may have the name of a standard one: text and numbers then have limits, others another type. */
function isStandard(entry: RawObject): boolean {
  const name = entry['Name'];
  const type = name === 'updated_at' ? 'Number' : 'String';
  const limited = 'StringAttributeConstraints' in entry || 'NumberAttributeConstraints' in entry;
  return standardAttributeNames.some((known) => known === name) && entry['AttributeDataType'] === type && !limited;
}

function schemaChanges(before: Attributes, after: Attributes): readonly (Difference | undefined)[] {
  const added = [...after.keys()].filter((name) => !before.has(name));
  const custom = added.filter((name) => name.startsWith('custom:'));
  return [
    ...[...before].map(([name, entry]) => difference(`Schema ${name}`, entry, after.get(name))),
    ...added
      .filter((name) => !custom.includes(name))
      .map((name) => difference(`Schema ${name}`, undefined, after.get(name))),
    custom.length > mostAtOnce
      ? { path: 'Schema', got: `${custom.length} more custom attributes`, allowed: `${mostAtOnce} more at once` }
      : undefined,
  ];
}
