import { environmentsOf } from '../../lib/posture/environments-of';
import type { RawObject } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';

const pool = { Pool: { Type: 'AWS::Cognito::UserPool' } };
const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
const exporting = { Resources: pool, Outputs: { Id: { Value: { Ref: 'Pool' }, Export: { Name: 'pool' } } } };
const importing = {
  Resources: {
    Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { 'Fn::ImportValue': 'pool' } } },
  },
};

const stack = (path: string, template: RawObject, stage?: string) =>
  stackArtifact(template, { path, stage, stackName: path.replace('/', '-') });

const names = (...stacks: readonly ReturnType<typeof stack>[]) =>
  environmentsOf(stacks).map((each) => [each.name, each.stacks.map(({ artifact }) => artifact.path)]);

test('a stage is an environment, with all of its stacks', () => {
  const stacks = [stack('dev/mail', { Resources: topic }, 'dev'), stack('dev/auth', { Resources: pool }, 'dev')];
  expect(names(...stacks, stack('prod/auth', { Resources: pool }, 'prod'))).toEqual([
    ['dev', ['dev/mail', 'dev/auth']],
    ['prod', ['prod/auth']],
  ]);
});

test('outside of stages every stack is one of its own', () => {
  expect(names(stack('blue', { Resources: pool }), stack('green', { Resources: pool }))).toEqual([
    ['blue', ['blue']],
    ['green', ['green']],
  ]);
});

test('but those that refer to each other are one, whichever comes first', () => {
  expect(names(stack('apps', importing), stack('alone', { Resources: pool }), stack('identity', exporting))).toEqual([
    ['apps', ['apps', 'identity']],
    ['alone', ['alone']],
  ]);
});

test('also through a third, that two of them refer to', () => {
  expect(names(stack('shop', importing), stack('staff', importing), stack('identity', exporting))).toEqual([
    ['shop', ['shop', 'staff', 'identity']],
  ]);
});

test('it is named after the first that has something of Cognito', () => {
  const using = {
    Resources: { Function: { Type: 'AWS::Lambda::Function', Properties: { Pool: { 'Fn::ImportValue': 'pool' } } } },
  };
  expect(names(stack('api', using), stack('identity', exporting))).toEqual([['identity', ['api', 'identity']]]);
});

test('what has nothing of Cognito is none', () => {
  expect(names(stack('mail', { Resources: topic }), stack('other/mail', { Resources: topic }, 'other'))).toEqual([]);
});
