import type { Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { TriggerFunction } from '../trigger-function';

/** A function of the stack, under a name that says where it is. */
export interface WatchedFunction {
  /** In kebab-case. */
  readonly name: string;
  readonly functionName: string;
  /**
   * Who runs it: Cognito, which waits for it while a user waits for Cognito; Cognito, which does not wait (the custom
   * senders); or a schedule.
   */
  readonly runs: 'awaited' | 'not-awaited' | 'on-schedule';
}

/** As long as Cognito waits. */
const patienceSeconds = 5;

/** Every function of a stack, so that none is forgotten. */
export function watchedFunctions(stack: Stack): readonly WatchedFunction[] {
  return stack.node
    .findAll()
    .filter((construct) => construct instanceof LambdaFunction)
    .map((lambda) => ({
      name: nameOf(lambda, stack),
      functionName: lambda.functionName,
      runs: runsOf(lambda),
    }));
}

function runsOf(lambda: LambdaFunction): WatchedFunction['runs'] {
  if (!(lambda.node.scope instanceof TriggerFunction)) return 'on-schedule';
  return lambda.timeout !== undefined && lambda.timeout.toSeconds() <= patienceSeconds ? 'awaited' : 'not-awaited';
}

/** `Triggers/pre-sign-up/Function` is `triggers-pre-sign-up`. */
function nameOf(lambda: LambdaFunction, stack: Stack): string {
  const scopes = lambda.node.scopes.slice(stack.node.scopes.length, -1);
  return scopes.map(({ node }) => node.id.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()).join('-');
}
