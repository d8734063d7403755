import { standardAttributes } from '../settings/standard-attributes';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';

/** An attribute that a request declares (SchemaAttributeType). */
interface DeclaredAttribute {
  readonly Name?: string | undefined;
  readonly AttributeDataType?: string | undefined;
  readonly DeveloperOnlyAttribute?: boolean | undefined;
  readonly Mutable?: boolean | undefined;
  readonly Required?: boolean | undefined;
}

const isStandard = (name: string): boolean => standardAttributes.some((attribute) => attribute.name === name);

/**
 * What the service refuses in an attribute to be added to a schema, in its words.
 * @param standard whether standard attributes may be declared too: at the creation of a pool only
 * @throws InvalidParameterException, NotSimulatedException for attributes that only developers write.
 */
export function checkNewAttributes(
  attributes: readonly DeclaredAttribute[],
  { standard }: { readonly standard: 'allowed' | 'refused' },
): void {
  for (const { Name: name = '', Required: required, DeveloperOnlyAttribute: developerOnly } of attributes) {
    if (developerOnly === true) throw new NotSimulatedException(`The developer-only attribute ${name}`);
    if (isStandard(name) && standard === 'allowed') continue;
    if (isStandard(name)) throw new InvalidParameterException(`${name}: Existing attribute already has name ${name}.`);
    if (required === true)
      throw new InvalidParameterException('Required custom attributes are not supported currently.');
  }
}

/** Attributes as a schema keeps them: custom ones are text unless a type is given, standard ones may change by default. */
export function nameAttributes(attributes: readonly DeclaredAttribute[]): readonly DeclaredAttribute[] {
  return attributes.map((attribute) => ({
    ...(!isStandard(attribute.Name ?? '') && { AttributeDataType: 'String' }),
    Mutable: true,
    ...attribute,
  }));
}
