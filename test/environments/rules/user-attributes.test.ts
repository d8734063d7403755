import { userAttributeRules } from '../../../lib/environments/rules/user-attributes';
import { draft } from '../draft';
import { testRules } from './rule-rows';

const string = { type: 'String' as const, minLength: 1, maxLength: 64, mutable: true, authorization: false };

testRules(userAttributeRules, {
  broken: [
    {
      rule: 'custom-attribute-bounds',
      what: 'a text that is longer than it may be',
      candidate: draft((e) => (e.customAttributes['code'] = { ...string, minLength: 9, maxLength: 8 })),
      path: 'customAttributes.code.minLength',
      instead: 'Write 8 or less, or make maxLength at least 9',
    },
    {
      rule: 'custom-attribute-bounds',
      what: 'a number above its largest value',
      candidate: draft((e) => {
        e.customAttributes['level'] = { type: 'Number', minValue: 2, maxValue: 1, mutable: true, authorization: false };
      }),
      path: 'customAttributes.level.minValue',
      instead: 'Write 1 or less, or make maxValue at least 2',
    },
    {
      rule: 'attribute-limit',
      what: 'more attributes than a schema takes, standard and custom ones together',
      candidate: draft((e) => {
        for (let index = 0; index < 44; index++) e.customAttributes[`extra_${index}`] = string;
      }),
      path: 'customAttributes',
      instead: 'a table of the application',
    },
  ],
  fine: [
    [
      'fifty attributes',
      draft((e) => {
        for (let index = 0; index < 43; index++) e.customAttributes[`extra_${index}`] = string;
      }),
    ],
    [
      'a bound that is reached from both sides',
      draft((e) => (e.customAttributes['code'] = { ...string, minLength: 8, maxLength: 8 })),
    ],
  ],
});
