import { Stack } from 'aws-cdk-lib';
import { pagesRange } from '../synthesis/pages-range';
import { range } from '../synthesis/range';
import { resourcesFor, stageFor } from './template-for';

const { 'certified-pages': certified } = pagesRange;
const { replicated } = range;

test.each([certified, replicated])(
  'CloudFormation puts the tags of $name on all that its stacks hold',
  (environment) => {
    const tags = stageFor(environment).node.children.map((child) =>
      child instanceof Stack ? [child.node.id, child.tags.tagValues()] : [],
    );
    expect(tags.length).toBeGreaterThan(1);
    expect(tags).toEqual(tags.map(([id]) => [id, environment.tags]));
  },
);

test('no resource but those of Cognito repeats them', () => {
  const tagged = Object.values(resourcesFor(replicated)).filter(({ Properties }) => 'Tags' in Properties);
  expect(tagged).toEqual([]);
  expect(resourcesFor(replicated)['UserPool']?.Properties).toHaveProperty('UserPoolTags', replicated.tags);
});
