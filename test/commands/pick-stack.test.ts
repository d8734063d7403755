import { pickStack, pickStacks, stacksWithPool } from '../../lib/commands/pick-stack';
import { UsageError } from '../../lib/commands/usage-error';
import { fixtureAssembly, fixtureStack } from '../synthesis/assembly';

test.each(['dev', 'dev/auth', 'userpool-dev-auth'])('%s means the stack with the user pool of dev', (name) => {
  expect(pickStack(fixtureAssembly(), name)).toBe(fixtureStack('dev'));
});

test('a stack without a user pool is none', () => {
  const stack = { ...fixtureStack('dev'), template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } };
  expect(() => pickStack({ directory: 'cdk.out', stacks: [stack] }, 'dev')).toThrow('It has: none.');
});

test('two user pools in one stage have to be told apart by the path of the stack', () => {
  const stack = fixtureStack('dev');
  const other = { ...stack, path: 'dev/other', stackName: 'other' };
  const assembly = { directory: 'cdk.out', stacks: [stack, other] };
  expect(() => pickStack(assembly, 'dev')).toThrow(UsageError);
  expect(() => pickStack(assembly, 'dev')).toThrow('2 stacks with a user pool: dev/auth, dev/other');
  expect(pickStack(assembly, 'dev/other')).toBe(other);
  expect(pickStacks(assembly, 'dev')).toEqual([stack, other]);
});

test('a stack whose user pool is in a nested one has a pool', () => {
  const inner = fixtureStack('dev');
  const outer = { ...inner, path: 'dev/outer', template: {}, nested: new Map([['Inner', inner]]) };
  expect(stacksWithPool({ directory: 'cdk.out', stacks: [outer] })).toEqual([outer]);
  expect(pickStack({ directory: 'cdk.out', stacks: [outer] }, 'dev/outer')).toBe(outer);
});
