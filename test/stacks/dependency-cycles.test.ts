import { fixtureStack } from '../synthesis/assembly';
import { everyEnvironment } from '../synthesis/every-environment';
import { templateOf } from '../synthesis/template-resource';
import { wholeRange } from '../synthesis/whole-range';
import { circular } from './circular';
import type { Resources } from './circular';
import { stacksFor } from './template-for';

test.each(everyEnvironment)('the resources of $name wait for each other in no circle', ({ name }) => {
  expect(circular(templateOf(fixtureStack(name)).Resources)).toEqual([]);
});

test.each(Object.entries(wholeRange))(
  'the resources of every stack of %s wait for each other in no circle',
  (_, environment) => {
    for (const { Resources } of stacksFor(environment)) expect(circular(Resources)).toEqual([]);
  },
);

test('a circle through a permission, a reference and a DependsOn is found', () => {
  const resources: Resources = {
    Pool: { Properties: { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Function', 'Arn'] } } } },
    Function: { Properties: {}, DependsOn: ['Policy'] },
    Policy: { Properties: { Resource: { 'Fn::Join': ['', [{ Ref: 'Pool' }, '/*']] } } },
    Client: { Properties: { UserPoolId: 'fixed' } },
  };
  expect(circular(resources)).toEqual(['Function', 'Policy', 'Pool']);
});
