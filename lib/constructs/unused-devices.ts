import { Validations } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import * as forgetUnusedDevices from '../../lambda/forget-unused-devices/environment';
import { BundledFunction } from './bundled-function';
import type { FunctionDefaults } from './bundled-function';
import type { UserPool } from './user-pool';

export interface UnusedDevicesProps {
  readonly userPool: Pick<UserPool, 'id' | 'arn'>;
  /** Days without a sign-in from a device after which it is forgotten. */
  readonly afterDays: number;
  readonly functions: FunctionDefaults;
}

/** The longest that Lambda lets a function run. */
const functionSeconds = 900;
/** Seconds between two invocations: the service may have asked for a pause. */
const pauseSeconds = 60;
/** A round ends before the next one begins. */
const roundSeconds = 23 * 3600;

/**
 * Forgets devices that nobody uses any more, which Cognito itself never does: once a day a state machine invokes a
 * function until it has looked at every user. The state machine keeps where to go on (the pagination token) between two
 * invocations, so that a user pool of any size is gone through, one request at a time.
 */
export class UnusedDevices extends Construct {
  constructor(scope: Construct, id: string, { userPool, afterDays, functions }: UnusedDevicesProps) {
    super(scope, id);
    const forgetting = new BundledFunction(this, 'forget-unused-devices', {
      folder: 'forget-unused-devices',
      description: `Forgets devices that nobody has signed in from for ${afterDays} days.`,
      environment: forgetUnusedDevices.write({ userPoolId: userPool.id, afterDays }),
      timeoutSeconds: functionSeconds,
      ...functions,
    });
    forgetting.allow(this, 'forget-unused-devices-policy', {
      statements: [
        new PolicyStatement({
          actions: ['cognito-idp:ListUsers', 'cognito-idp:AdminListDevices', 'cognito-idp:AdminForgetDevice'],
          resources: [userPool.arn],
        }),
      ],
    });
    const round = this.#round(forgetting.arn);
    new CfnRule(this, 'Schedule', {
      description: 'Begins a round through the devices of all users.',
      scheduleExpression: 'rate(1 day)',
      state: 'ENABLED',
      targets: [
        {
          id: 'round',
          arn: round.attrArn,
          input: '{}',
          roleArn: this.#role('ScheduleRole', 'events.amazonaws.com', 'states:StartExecution', round.attrArn),
        },
      ],
    });
  }

  #round(functionArn: string): CfnStateMachine {
    const round = new CfnStateMachine(this, 'Round', {
      stateMachineType: 'STANDARD',
      roleArn: this.#role('RoundRole', 'states.amazonaws.com', 'lambda:InvokeFunction', functionArn),
      definition: roundDefinition(functionArn),
    });
    Validations.of(round).acknowledge(
      {
        id: 'AwsSolutions-SF1',
        reason: 'The function writes a line for each invocation; a log of the states would add pagination tokens.',
      },
      { id: 'AwsSolutions-SF2', reason: 'One function after the other: there is no path to trace.' },
    );
    return round;
  }

  #role(id: string, service: string, action: string, resource: string): string {
    const statement = (given: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...given }] });
    return new CfnRole(this, id, {
      assumeRolePolicyDocument: statement({ Principal: { Service: service }, Action: 'sts:AssumeRole' }),
      policies: [{ policyName: 'one-action', policyDocument: statement({ Action: action, Resource: resource }) }],
    }).attrArn;
  }
}

/** Amazon States Language: the answer of the function is what it gets next, until it says that it has finished. */
function roundDefinition(functionArn: string): object {
  return {
    StartAt: 'Forget',
    TimeoutSeconds: roundSeconds,
    States: {
      Forget: {
        Type: 'Task',
        Resource: functionArn,
        TimeoutSeconds: functionSeconds + pauseSeconds,
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: pauseSeconds, BackoffRate: 2, MaxAttempts: 3 }],
        Next: 'Finished',
      },
      Finished: {
        Type: 'Choice',
        Choices: [{ Variable: '$.finished', BooleanEquals: true, Next: 'Done' }],
        Default: 'Pause',
      },
      Pause: { Type: 'Wait', Seconds: pauseSeconds, Next: 'Forget' },
      Done: { Type: 'Succeed' },
    },
  };
}
