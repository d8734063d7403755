import type { PasswordPolicy, PoolSettings } from '../../settings/pool-settings';
import type { Notice } from '../interactions';
import { fill, type LabelledAttribute, type Texts } from '../texts/texts';
import { field } from './form';
import type { Markup } from '../../markup';

interface Given {
  readonly value?: string | undefined;
  readonly focus?: boolean;
  readonly notice?: Notice | undefined;
}

/** The name that a user signs in with. */
export function nameField(texts: Texts, settings: Pick<PoolSettings, 'signInWith' | 'aliases'>, given: Given): Markup {
  const { label, type } = nameForm(texts, settings);
  return field({ name: 'username', label, type, autocomplete: 'username', ...given });
}

function nameForm(
  texts: Texts,
  { signInWith, aliases }: Pick<PoolSettings, 'signInWith' | 'aliases'>,
): { readonly label: string; readonly type: 'text' | 'email' | 'tel' } {
  switch (signInWith) {
    case 'email':
      return { label: texts.attributes.email, type: 'email' };
    case 'phone_number':
      return { label: texts.attributes.phone_number, type: 'tel' };
    case 'email-or-phone':
      return { label: texts.emailOrPhone, type: 'text' };
    case 'username': {
      const hasContact = aliases.includes('email') || aliases.includes('phone_number');
      return { label: hasContact ? texts.usernameOrAlias : texts.username, type: 'text' };
    }
  }
}

export function currentPasswordField(texts: Texts, given: Given): Markup {
  return field({
    name: 'password',
    label: texts.password,
    type: 'password',
    autocomplete: 'current-password',
    ...given,
  });
}

/** With what the policy of the pool demands below it. */
export function newPasswordField(texts: Texts, label: string, policy: PasswordPolicy, given: Given): Markup {
  const hint = policyText(texts, policy);
  return field({ name: 'password', label, type: 'password', autocomplete: 'new-password', hint, ...given });
}

function policyText(texts: Texts, policy: PasswordPolicy): string {
  const rules = [
    fill(texts.policyLength, { length: policy.minimumLength }),
    ...(policy.requireLowercase ? [texts.policyLowercase] : []),
    ...(policy.requireUppercase ? [texts.policyUppercase] : []),
    ...(policy.requireNumbers ? [texts.policyNumbers] : []),
    ...(policy.requireSymbols ? [texts.policySymbols] : []),
  ];
  return new Intl.ListFormat(texts.tag).format(rules);
}

export function codeField(texts: Texts, given: Given & { readonly hint?: string }): Markup {
  return field({
    name: 'code',
    label: texts.code,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    ...given,
  });
}

const attributePrefix = 'attribute.';

/** HTML standard, "Autofill"; what is not here no browser fills in. */
const autocompletes: { readonly [Name in LabelledAttribute]?: string } = {
  address: 'street-address',
  birthdate: 'bday',
  email: 'email',
  family_name: 'family-name',
  gender: 'sex',
  given_name: 'given-name',
  middle_name: 'additional-name',
  name: 'name',
  nickname: 'nickname',
  phone_number: 'tel',
  picture: 'photo',
  profile: 'url',
  website: 'url',
};

const types: { readonly [Name in LabelledAttribute]?: 'email' | 'tel' | 'url' | 'date' } = {
  birthdate: 'date',
  email: 'email',
  phone_number: 'tel',
  picture: 'url',
  profile: 'url',
  website: 'url',
};

/** An attribute of the user; one of the pool's own is shown by its name. */
export function attributeField(texts: Texts, name: string, required: boolean, given: Given): Markup {
  const known = isLabelled(texts, name) ? name : undefined;
  const label = known === undefined ? name.replace(/^custom:/, '') : texts.attributes[known];
  const type = known === undefined ? undefined : types[known];
  return field({
    name: attributePrefix + name,
    label: required ? label : fill(texts.optional, { label }),
    autocomplete: (known !== undefined && autocompletes[known]) || 'off',
    required,
    ...(type !== undefined && { type }),
    ...(name === 'phone_number' && { hint: texts.phoneHint }),
    ...given,
  });
}

function isLabelled({ attributes }: Texts, name: string): name is LabelledAttribute {
  return Object.hasOwn(attributes, name);
}

/** The attributes that a form brings, without those left empty. */
export function attributesOf(form: URLSearchParams): Readonly<Record<string, string>> {
  const given = [...form].filter(([name, value]) => name.startsWith(attributePrefix) && value !== '');
  return Object.fromEntries(given.map(([name, value]) => [name.slice(attributePrefix.length), value]));
}

/** A field of a form, empty if it is not there; blanks around it are typing errors. */
export function typed(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').trim();
}
