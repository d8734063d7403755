import { tagRules } from '../../../lib/environments/rules/tags';
import { draft } from '../draft';
import { testRules } from './rule-rows';

testRules(tagRules, {
  broken: [
    {
      rule: 'tag-key-reserved',
      what: 'a tag key of AWS',
      candidate: draft((e) => (e.tags['AWS:owner'] = 'team')),
      path: 'tags["AWS:owner"]',
      instead: 'Choose another prefix',
    },
    {
      rule: 'tag-characters',
      what: 'a tag key with a sign that not every service takes',
      candidate: draft((e) => (e.tags['cost,centre'] = '12')),
      path: 'tags["cost,centre"]',
      instead: 'Leave the other characters out',
    },
    {
      rule: 'tag-characters',
      what: 'a tag value with a sign that not every service takes',
      candidate: draft((e) => (e.tags['contact'] = 'team; others')),
      path: 'tags.contact',
      instead: 'Leave the other characters out',
    },
    {
      rule: 'tag-keys-differ',
      what: 'two tag keys that a role takes for one',
      candidate: draft((e) => (e.tags['Owner'] = 'team')),
      path: 'tags.Owner',
      instead: 'Remove one of the two',
    },
    {
      rule: 'tag-limit',
      what: 'more tags than a resource takes',
      candidate: draft((e) => {
        for (let index = 0; index < 47; index++) e.tags[`tag-${index}`] = 'x';
      }),
      path: 'tags',
      instead: 'Remove the least used',
    },
  ],
  fine: [
    [
      'fifty tags',
      draft((e) => {
        for (let index = 0; index < 46; index++) e.tags[`tag-${index}`] = 'x';
      }),
    ],
  ],
});
