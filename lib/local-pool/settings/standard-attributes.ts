import type { AttributeSchema } from './pool-settings';

/** Attributes that the service keeps itself: no template declares them and no client writes them. */
export const keptByTheService: readonly string[] = ['sub', 'identities'];
export const writtenByTheService: readonly string[] = [...keptByTheService, 'email_verified', 'phone_number_verified'];

const text = (name: string): AttributeSchema => ({
  name,
  type: 'String',
  required: false,
  mutable: true,
  minLength: 0,
  maxLength: 2048,
});
const flag = (name: string): AttributeSchema => ({ name, type: 'Boolean', required: false, mutable: true });

/** The standard attributes as DescribeUserPool lists them, in its order (AWS CLI reference, describe-user-pool). */
export const standardAttributes: readonly AttributeSchema[] = [
  { name: 'sub', type: 'String', required: true, mutable: false, minLength: 1, maxLength: 2048 },
  text('name'),
  text('given_name'),
  text('family_name'),
  text('middle_name'),
  text('nickname'),
  text('preferred_username'),
  text('profile'),
  text('picture'),
  text('website'),
  text('email'),
  flag('email_verified'),
  text('gender'),
  { name: 'birthdate', type: 'String', required: false, mutable: true, minLength: 10, maxLength: 10 },
  text('zoneinfo'),
  text('locale'),
  text('phone_number'),
  flag('phone_number_verified'),
  text('address'),
  { name: 'updated_at', type: 'Number', required: false, mutable: true, minValue: 0 },
  { name: 'identities', type: 'String', required: false, mutable: true },
];
