import type { ChosenClient } from '../sign-in/choose-client';
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

/** Opens the pool of the template where the options say. @throws whatever the way there does not allow */
export async function reachTarget(
  { target, allowProduction }: TargetOptions,
  blueprint: Blueprint,
  chosen: ChosenClient,
  io: Io,
): Promise<OpenTarget> {
  switch (target) {
    case 'local':
      return openLocalTarget({ blueprint, chosen, signal: io.signal });
    case 'aws':
      return openAwsTarget({ blueprint, chosen, allowProduction: allowProduction === true, io });
  }
}
