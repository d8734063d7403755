import { defineRule, type Rule } from './rule';

/** Entries in the Schema of a template; later updates could add more custom ones, but not through it. */
const attributeLimit = 50;

/** The schema of the user: what it holds, which can hardly be changed later. */
export const userAttributeRules: readonly Rule[] = [
  defineRule({
    id: 'custom-attribute-bounds',
    what: 'The lower bound of a custom attribute is not above its upper bound.',
    source: 'Cognito API, StringAttributeConstraintsType and NumberAttributeConstraintsType.',
    covers: ['deploy-7'],
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
    covers: ['deploy-4'],
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
