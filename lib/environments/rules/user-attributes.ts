import { defineRule, type Rule } from './rule';

/** Entries in the Schema of a template; later updates could add more custom ones, but not through it. */
const attributeLimit = 50;

/** The schema of the user: what it holds, which can hardly be changed later. */
export const userAttributeRules: readonly Rule[] = [
  defineRule({
    id: 'email-for-sign-in',
    what: 'The attribute email is declared, required and mutable, as users sign in with it.',
    source: 'Cognito Developer Guide, sign-in attributes; an immutable address locks out whoever changes theirs.',
    reads: ['signIn', 'standardAttributes'],
    check: ({ standardAttributes: { email } }) =>
      email?.required === true && email.mutable
        ? []
        : [
            {
              path: ['standardAttributes', 'email'],
              got: email,
              allowed: '{ required: true, mutable: true } beside signIn.identifier "email"',
              instead: 'Write email: { required: true, mutable: true }.',
            },
          ],
  }),
  defineRule({
    id: 'custom-attribute-bounds',
    what: 'The lower bound of a custom attribute is not above its upper bound.',
    source: 'Cognito API, StringAttributeConstraintsType and NumberAttributeConstraintsType.',
    reads: ['customAttributes'],
    check: ({ customAttributes }) =>
      Object.entries(customAttributes).flatMap(([name, attribute]) => {
        switch (attribute.type) {
          case 'String':
            return upsideDown(name, 'minLength', attribute.minLength, 'maxLength', attribute.maxLength);
          case 'Number':
            return upsideDown(name, 'minValue', attribute.minValue, 'maxValue', attribute.maxValue);
          case 'DateTime':
          case 'Boolean':
            return [];
        }
      }),
  }),
  defineRule({
    id: 'attribute-limit',
    what: `There are at most ${attributeLimit} attributes, standard and custom ones together.`,
    source: 'Cognito API, CreateUserPool: the length of Schema.',
    reads: ['standardAttributes', 'customAttributes'],
    check: ({ standardAttributes, customAttributes }) => {
      const custom = Object.keys(customAttributes).length;
      const limit = attributeLimit - Object.keys(standardAttributes).length;
      if (custom <= limit) return [];
      return [
        {
          path: ['customAttributes'],
          got: `${custom} attributes`,
          allowed: `at most ${limit} beside ${attributeLimit - limit} standard ones`,
          instead: 'Keep the rest of the data in a table of the application, by sub.',
        },
      ];
    },
  }),
];

function upsideDown(name: string, lower: string, from: number, upper: string, to: number) {
  if (from <= to) return [];
  return [
    {
      path: ['customAttributes', name, lower],
      got: from,
      allowed: `at most ${to}, its ${upper}`,
      instead: `Write ${to} or less, or make ${upper} at least ${from}.`,
    },
  ];
}
