import type { Findings } from './findings';
import type { AliasAttribute, AttributeSchema, PoolSettings, SignInWith } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

type PoolReader = PropertyReader<typeof userPoolProperties>;

/** What users sign in with, and by which further names. */
export function readSignInNames(
  read: PoolReader,
  schema: readonly AttributeSchema[],
  findings: Findings,
): Pick<PoolSettings, 'signInWith' | 'aliases'> {
  const names = read.choices('UsernameAttributes[]');
  const aliases = read.choices('AliasAttributes[]');
  if (names.length > 0 && aliases.length > 0) {
    findings.stop(read.logicalId, 'AliasAttributes', {
      got: `${aliases.join(', ')} beside UsernameAttributes`,
      expected: 'AliasAttributes or UsernameAttributes',
      nextStep: 'Remove one of the two: the service refuses both at once.',
      words: 'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
    });
  }
  checkPreferredUsername(read, aliases, schema, findings);
  return { signInWith: signInWith(names), aliases };
}

function signInWith(names: readonly ('email' | 'phone_number')[]): SignInWith {
  const [first = 'username', second] = names;
  return second === undefined || second === first ? first : 'email-or-phone';
}

/** It cannot be given at sign-up where it is an alias, and what is required has to be. */
function checkPreferredUsername(
  read: PoolReader,
  aliases: readonly AliasAttribute[],
  schema: readonly AttributeSchema[],
  findings: Findings,
): void {
  const isRequired = schema.some(({ name, required }) => name === 'preferred_username' && required);
  if (!isRequired || !aliases.includes('preferred_username')) return;
  findings.stop(read.logicalId, 'AliasAttributes', {
    got: 'preferred_username, which the Schema requires',
    expected: 'an alias that is not required',
    nextStep: 'Make preferred_username optional, or no alias: the service refuses the combination.',
  });
}
