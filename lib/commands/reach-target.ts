import type { ChosenClient } from '../sign-in/choose-client';
import type { PoolFacts } from '../sign-in/pool-facts';
import type { TargetFacts } from '../sign-in/target-facts';
import type { Blueprint } from './connect';
import type { Io } from './io';
import { openAwsTarget } from './open-aws-target';
import { openLocalTarget } from './open-local-target';
import type { OpenTarget } from './open-target';

/** Where the pool is: the options that every command with a journey has. */
export interface TargetOptions {
  readonly target: 'local' | 'aws';
  readonly allowProduction?: true;
}

/** What is known of the target before it is opened. A local pool runs for one journey, and its messages can be read. */
export function factsOf(
  { target }: Pick<TargetOptions, 'target'>,
  pool: PoolFacts,
  challengeAnswer?: string,
): TargetFacts {
  return { pool, inbox: target === 'local', ownPool: target === 'local', challengeAnswer };
}

/** Opens the pool of the template where the options say. @throws whatever the way there does not allow */
export async function reachTarget(
  { target, allowProduction }: TargetOptions,
  blueprint: Blueprint,
  chosen: ChosenClient,
  io: Io,
): Promise<OpenTarget> {
  switch (target) {
    case 'local':
      return openLocalTarget({ blueprint, chosen, io });
    case 'aws':
      return openAwsTarget({ blueprint, chosen, allowProduction: allowProduction === true, io });
  }
}
