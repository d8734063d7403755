import type { AttributeSchema } from '../settings/pool-settings';
import { InvalidParameterException } from '../wire/exceptions';

type Attributes = Readonly<Record<string, string>>;

/**
 * The attributes that are left after `names` are deleted; a contact takes its verified flag with it.
 * @throws InvalidParameterException for attributes that every user must have, cannot lose or never had in this pool.
 */
export function deleteAttributes(
  schema: readonly AttributeSchema[],
  attributes: Attributes,
  names: readonly string[],
): Attributes {
  const misses = names.flatMap((name) => {
    const attribute = schema.find((candidate) => candidate.name === name);
    if (attribute === undefined) return [`${name}: Attribute does not exist in the schema.`];
    if (attribute.required) return [`${name}: Required attribute cannot be deleted.`];
    return attribute.mutable ? [] : [`${name}: Attribute cannot be updated.`];
  });
  if (misses.length > 0) throw new InvalidParameterException(`Invalid user attributes: ${misses.join('\n')}`);
  const gone = new Set(names.flatMap((name) => [name, `${name}_verified`]));
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !gone.has(name)));
}
