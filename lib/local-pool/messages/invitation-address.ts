import { features } from '../settings/features';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';

type Medium = 'SMS' | 'EMAIL';

/**
 * The e-mail address that an invitation goes to. Without DesiredDeliveryMediums a phone number goes first; undefined when
 * the user then has no contact at all, and no invitation is sent.
 * @throws InvalidParameterException when a medium is asked for whose contact the user lacks, NotSimulatedException where
 * the invitation would be a text message.
 */
export function invitationAddress(
  desired: readonly Medium[] | undefined,
  attributes: Readonly<Record<string, string>>,
): string | undefined {
  const { email = '', phone_number: phone = '' } = attributes;
  const asked = desired !== undefined && desired.length > 0;
  const mediums = asked ? desired : defaultMediums(email, phone);
  if (mediums.includes('EMAIL') && email === '')
    throw new InvalidParameterException('No email provided but desired delivery medium was Email');
  if (mediums.includes('SMS') && phone === '')
    throw new InvalidParameterException('No phone number provided but desired delivery medium was SMS');
  if (mediums.includes('SMS')) throw new NotSimulatedException(features.sms.name);
  return mediums.includes('EMAIL') ? email : undefined;
}

function defaultMediums(email: string, phone: string): readonly Medium[] {
  if (phone !== '') return ['SMS'];
  return email === '' ? [] : ['EMAIL'];
}
