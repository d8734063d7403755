import { resolveStack } from '../../lib/template/resolve';
import type { Resource } from '../../lib/template/resolve';
import { Token } from '../../lib/template/value';
import type { RawObject, RawValue } from '../../lib/template/value';
import { stackArtifact } from './stack-artifact';

const yes = { 'Fn::Equals': ['a', 'a'] };
const no = { 'Fn::Equals': ['a', 'b'] };
const unknown = { 'Fn::Equals': [{ Ref: 'Unset' }, 'a'] };

function templateWith(condition: RawValue): RawObject {
  return {
    Parameters: { Unset: { Type: 'String' }, Count: { Type: 'Number', Default: 1 } },
    Conditions: {
      Subject: condition,
      Yes: yes,
      Loop: { 'Fn::Not': [{ Condition: 'Pool' }] },
      Pool: { Condition: 'Loop' },
    },
    Resources: { Probe: { Type: 'Test::Probe', Condition: 'Subject' } },
    Outputs: { Id: { Value: 'x', Condition: 'Subject' } },
  };
}

/** The resource that has the condition. */
function conditioned(condition: RawValue): Resource | undefined {
  return resolveStack(stackArtifact(templateWith(condition))).resources.get('Probe');
}

test.each<[string, RawValue]>([
  ['Equals of equal texts', yes],
  ['Equals of a number and its text', { 'Fn::Equals': [{ Ref: 'Count' }, 1] }],
  ['Equals of equal lists', { 'Fn::Equals': [['a'], { 'Fn::Split': [',', 'a'] }] }],
  ['Equals of the same unknown', { 'Fn::Equals': [{ Ref: 'Unset' }, { 'Fn::Sub': '${Unset}' }] }],
  ['Not of false', { 'Fn::Not': [no] }],
  ['And of true', { 'Fn::And': [yes, { Condition: 'Yes' }] }],
  ['Or of true and unknown', { 'Fn::Or': [unknown, yes] }],
])('%s holds, and the resource is there for certain', (_rule, condition) => {
  expect(conditioned(condition)).toMatchObject({ condition: undefined });
});

test.each<[string, RawValue]>([
  ['Equals of different texts', no],
  ['Equals of texts that differ in case', { 'Fn::Equals': ['A', 'a'] }],
  ['And of false and unknown', { 'Fn::And': [unknown, no] }],
  ['Or of false', { 'Fn::Or': [no, { 'Fn::Not': [yes] }] }],
])('%s is false, and the resource and the output are absent', (_rule, condition) => {
  const stack = resolveStack(stackArtifact(templateWith(condition)));
  expect([...stack.resources.keys()]).toEqual([]);
  expect([...stack.outputs.keys()]).toEqual([]);
});

test.each<[string, RawValue]>([
  ['Equals of something unknown', unknown],
  ['Not of unknown', { 'Fn::Not': [unknown] }],
  ['And of true and unknown', { 'Fn::And': [yes, unknown] }],
  ['Or of false and unknown', { 'Fn::Or': [no, unknown] }],
])('%s leaves it open whether the resource exists, and the resource says so', (_rule, condition) => {
  expect(conditioned(condition)?.condition).toMatchObject({
    kind: 'expression',
    expression: { Condition: 'Subject' },
    references: [{ stack: 'dev/auth', logicalId: 'Unset', attribute: undefined }],
  });
  const output = resolveStack(stackArtifact(templateWith(condition))).outputs.get('Id');
  expect(output).toMatchObject({ expression: { 'Fn::If': ['Subject', 'x', { Ref: 'AWS::NoValue' }] } });
});

test.each<[string, RawValue, RegExp]>([
  ['a condition that needs itself', { Condition: 'Subject' }, /condition Subject needs its own value/],
  ['conditions that need each other', { Condition: 'Loop' }, /needs its own value/],
  ['a condition that is not declared', { Condition: 'Nobody' }, /no condition Nobody/],
  ['a value in the place of a condition', true, /not a condition function/],
  ['a property function in the place of a condition', { 'Fn::Join': ['', []] }, /not a condition function/],
  ['Equals of one value', { 'Fn::Equals': ['a'] }, /takes two values/],
  ['Equals of AWS::NoValue', { 'Fn::Equals': ['a', { Ref: 'AWS::NoValue' }] }, /AWS::NoValue/],
  ['Not of two conditions', { 'Fn::Not': [yes, yes] }, /takes one condition/],
  ['And of nothing', { 'Fn::And': [] }, /takes a list/],
  ['Or of true and something invalid', { 'Fn::Or': [yes, 1] }, /not a condition function/],
])('%s is an invalid token that says why', (_rule, condition, reason) => {
  const token = conditioned(condition)?.condition;
  expect(token).toMatchObject({ kind: 'invalid' });
  expect(token instanceof Token && token.reason).toMatch(reason);
});
