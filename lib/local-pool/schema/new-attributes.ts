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
  for (const attribute of attributes) {
    const { Name: name = '', DeveloperOnlyAttribute: developerOnly } = attribute;
    if (developerOnly === true) throw new NotSimulatedException(`The developer-only attribute ${name}`);
    if (isStandard(name) && standard === 'allowed') continue;
    if (isStandard(name)) throw new InvalidParameterException(`${name}: Existing attribute already has name ${name}.`);
    if (attribute.AttributeDataType === undefined)
      throw new InvalidParameterException(
        'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
      );
    if (attribute.Required === true)
      throw new InvalidParameterException('Required custom attributes are not supported currently.');
  }
}

/**
 * Attributes as a request declares them: those of which it does not say may change. CloudFormation says false where a
 * template is silent (aws-cdk #8624), so the tables that read templates have another default.
 */
export function nameAttributes(attributes: readonly DeclaredAttribute[]): readonly DeclaredAttribute[] {
  return attributes.map((attribute) => ({ Mutable: true, ...attribute }));
}
