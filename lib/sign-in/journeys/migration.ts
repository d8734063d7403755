import type { TargetFacts } from '../target-facts';
import type { UnrunJourney } from './journey';

const needs = 'a pool with the UserMigration trigger, and an account in the old application that is moved for good';

function unrun({ pool }: TargetFacts): string {
  return pool.triggers.includes('UserMigration')
    ? 'Nobody has an account in the old application that a run could move.'
    : 'This pool moves nobody over (LambdaConfig has no UserMigration).';
}

export const migrationAtSignIn: UnrunJourney = {
  name: 'J4',
  what: 'A user is moved over at the first sign-in',
  needs,
  unrun,
};

export const migrationAtForgotPassword: UnrunJourney = {
  name: 'J5',
  what: 'A user is moved over at a forgotten password',
  needs,
  unrun,
};
