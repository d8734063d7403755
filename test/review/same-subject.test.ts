import { controls } from '../../lib/posture/controls';
import { review } from '../../lib/review/review';
import { isSameSubject } from '../../lib/review/same-subject';
import type { StackArtifact } from '../../lib/template/assembly';
import { sideOf } from '../../lib/review/side';
import { fixtureStack } from '../synthesis/assembly';
import { today } from './review-of';

const subjectOf = (stack: StackArtifact) => sideOf([stack]).get('dev');
const dev = fixtureStack('dev');
const elsewhere: StackArtifact = {
  ...dev,
  template: JSON.parse(JSON.stringify(dev.template)) as StackArtifact['template'],
  assets: dev.assets.map((asset) => ({ ...asset, sourcePath: `/elsewhere${asset.sourcePath}` })),
};

test('an environment is the same wherever its files lie', () => {
  expect(isSameSubject(subjectOf(dev), subjectOf(elsewhere))).toBe(true);
});

test.each<readonly [what: string, changed: Partial<StackArtifact>]>([
  ['a setting', { template: { ...dev.template, Description: 'another' } }],
  ['the code of a function', { assets: dev.assets.map((asset) => ({ ...asset, id: `${asset.id}0` })) }],
  ['the name of the stack', { stackName: 'another' }],
  ['the account', { account: '999999999999' }],
  ['termination protection', { terminationProtection: !dev.terminationProtection }],
  ['a tag', { tags: { ...dev.tags, owner: 'another' } }],
  ['a parameter', { parameters: { Given: 'value' } }],
])('it is another one when %s differs', (_, changed) => {
  expect(isSameSubject(subjectOf(dev), subjectOf({ ...elsewhere, ...changed }))).toBe(false);
});

test('an environment that comes or goes is not the same', () => {
  expect(isSameSubject(undefined, subjectOf(dev))).toBe(false);
  expect(isSameSubject(subjectOf(dev), undefined)).toBe(false);
});

test('an environment that is the same is not judged', () => {
  const refusing = controls.map((control) => ({
    ...control,
    applies: (): never => {
      throw new Error(`${control.id} was asked`);
    },
  }));
  expect(review(sideOf([dev]), sideOf([elsewhere]), today, refusing)).toEqual([]);
});
