import type { VerifiableAttribute } from '../settings/pool-settings';

export type Medium = 'EMAIL' | 'SMS';

/** Where a message goes: an e-mail address, or a phone number in E.164. */
export interface Destination {
  readonly medium: Medium;
  readonly address: string;
}

const mediums = { email: 'EMAIL', phone_number: 'SMS' } as const satisfies Record<VerifiableAttribute, Medium>;

/** The contact that is in this attribute; undefined when the user has none. */
export function contactIn(
  attribute: VerifiableAttribute,
  attributes: Readonly<Record<string, string>>,
): Destination | undefined {
  const address = attributes[attribute] ?? '';
  return address === '' ? undefined : { medium: mediums[attribute], address };
}

/** The attribute that holds contacts of this kind. */
export function attributeOf({ medium }: Pick<Destination, 'medium'>): VerifiableAttribute {
  return medium === 'SMS' ? 'phone_number' : 'email';
}

/** The flag that says that the user receives what is sent there. */
export function verifiedFlag(destination: Pick<Destination, 'medium'>): Readonly<Record<string, 'true'>> {
  return { [`${attributeOf(destination)}_verified`]: 'true' };
}
