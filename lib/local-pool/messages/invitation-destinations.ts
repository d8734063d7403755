import { InvalidParameterException } from '../wire/exceptions';
import { contactIn, type Destination, type Medium } from './destination';

/**
 * Where an invitation goes: by every medium that is asked for. Without DesiredDeliveryMediums a phone number goes first;
 * empty when the user then has no contact at all, and no invitation is sent.
 * @throws InvalidParameterException when a medium is asked for whose contact the user lacks.
 */
export function invitationDestinations(
  desired: readonly Medium[] | undefined,
  attributes: Readonly<Record<string, string>>,
): readonly Destination[] {
  const email = contactIn('email', attributes);
  const phone = contactIn('phone_number', attributes);
  if (desired === undefined || desired.length === 0) {
    const first = phone ?? email;
    return first === undefined ? [] : [first];
  }
  if (desired.includes('EMAIL') && email === undefined)
    throw new InvalidParameterException('No email provided but desired delivery medium was Email');
  if (desired.includes('SMS') && phone === undefined)
    throw new InvalidParameterException('No phone number provided but desired delivery medium was SMS');
  return [phone, email].flatMap((contact) =>
    contact !== undefined && desired.includes(contact.medium) ? contact : [],
  );
}
