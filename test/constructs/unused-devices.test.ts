import { dev, prod } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { resourcesFor } from '../stacks/template-for';
import type { TemplateResource } from '../synthesis/template-resource';

type Resources = Readonly<Record<string, TemplateResource>>;
type State = Readonly<Record<string, unknown>>;

const reason = 'Every device of this environment is one of a test.';

function ofType(resources: Resources, type: string): readonly (readonly [id: string, TemplateResource])[] {
  return Object.entries(resources).filter(([id, { Type }]) => Type === type && id.startsWith('UnusedDevices'));
}

function only(
  resources: Resources,
  type: string,
): readonly [id: string, properties: Readonly<Record<string, unknown>>] {
  const [first, ...others] = ofType(resources, type);
  if (first === undefined || others.length > 0) throw new Error(`There is not exactly one ${type} for unused devices.`);
  return [first[0], first[1].Properties];
}

describe('forgetting unused devices', () => {
  let resources: Resources;
  beforeAll(() => {
    resources = resourcesFor(dev);
  });

  test('is a function that knows the pool and the days, and may list and forget its devices only', () => {
    const [, properties] = only(resources, 'AWS::Lambda::Function');
    expect(properties).toMatchObject({
      Timeout: 900,
      MemorySize: dev.triggers.functions.memoryMegabytes,
      Environment: { Variables: { USER_POOL_ID: { Ref: 'UserPool' }, AFTER_DAYS: '60' } },
    });
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(
      ([, policy]) => (policy.Properties['PolicyDocument'] as { readonly Statement: readonly State[] }).Statement,
    );
    expect(statements.filter(({ Action }) => !/logs:/.test(JSON.stringify(Action)))).toEqual([
      {
        Effect: 'Allow',
        Action: ['cognito-idp:AdminForgetDevice', 'cognito-idp:AdminListDevices', 'cognito-idp:ListUsers'],
        Resource: { 'Fn::GetAtt': ['UserPool', 'Arn'] },
      },
    ]);
  });

  test('goes on with what the function answers until it has finished, with a pause in between', () => {
    const [alias] = only(resources, 'AWS::Lambda::Alias');
    const { Definition: definition } = only(resources, 'AWS::StepFunctions::StateMachine')[1] as {
      readonly Definition: {
        readonly StartAt: string;
        readonly TimeoutSeconds: number;
        readonly States: Record<string, State>;
      };
    };
    const { Forget, Finished, Pause, Done } = definition.States;
    expect(definition.StartAt).toBe('Forget');
    expect(Forget).toMatchObject({ Type: 'Task', Resource: { Ref: alias }, Next: 'Finished' });
    expect(Forget).not.toHaveProperty('ResultPath');
    expect(Finished).toMatchObject({
      Type: 'Choice',
      Choices: [{ Variable: '$.finished', BooleanEquals: true, Next: 'Done' }],
      Default: 'Pause',
    });
    expect(Pause).toMatchObject({ Type: 'Wait', Next: 'Forget' });
    expect(Done).toEqual({ Type: 'Succeed' });
    // A day has 86,400 seconds: no round meets the next one.
    expect(definition.TimeoutSeconds).toBeLessThan(86_400);
  });

  test('begins once a day, at the first user', () => {
    const [round] = only(resources, 'AWS::StepFunctions::StateMachine');
    expect(only(resources, 'AWS::Events::Rule')[1]).toMatchObject({
      ScheduleExpression: 'rate(1 day)',
      State: 'ENABLED',
      Targets: [{ Arn: { 'Fn::GetAtt': [round, 'Arn'] }, Input: '{}' }],
    });
  });

  test('takes one role for each step, which may take that step alone', () => {
    const [alias] = only(resources, 'AWS::Lambda::Alias');
    const [round] = only(resources, 'AWS::StepFunctions::StateMachine');
    const steps = ofType(resources, 'AWS::IAM::Role').flatMap(([, { Properties }]) => {
      const trusted = Properties['AssumeRolePolicyDocument'] as { readonly Statement: readonly State[] };
      const policies = (Properties['Policies'] ?? []) as readonly {
        readonly PolicyDocument: { readonly Statement: readonly State[] };
      }[];
      return policies.map(({ PolicyDocument }) => [trusted.Statement[0]?.['Principal'], PolicyDocument.Statement]);
    });
    expect(steps).toEqual([
      [
        { Service: 'states.amazonaws.com' },
        [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { Ref: alias } }],
      ],
      [
        { Service: 'events.amazonaws.com' },
        [{ Effect: 'Allow', Action: 'states:StartExecution', Resource: { 'Fn::GetAtt': [round, 'Arn'] } }],
      ],
    ]);
  });
});

test.each<[what: string, environment: Environment]>([
  ['no device is tracked', prod],
  [
    'devices are remembered for ever',
    { ...dev, deviceTracking: { ...dev.deviceTracking, unusedDevices: { forgotten: false, reason } } },
  ],
])('nothing is forgotten where %s', (_, environment) => {
  const resources = resourcesFor(environment);
  expect(Object.keys(resources).filter((id) => id.startsWith('UnusedDevices'))).toEqual([]);
});
