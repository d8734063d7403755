import { claimNames } from '../attributes/claim-names';
import { requireParameter } from '../authentication/parameters';
import { replacePassword } from '../passwords/set-password';
import type { Pool } from '../pool';
import { checkAttributes } from '../schema/check-attributes';
import { foldAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { InvalidParameterException, NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import { readInput, required } from '../wire/shape';
import type { Challenge, Responses } from './challenge';

const prefix = 'userAttributes.';

/** ChallengeResponses hold any text; a password must satisfy what the operations demand of one. */
const shape = { Password: required(member.password) };

/** NEW_PASSWORD_REQUIRED: the temporary password is replaced and missing required attributes are given. */
export const newPasswordRequired: Challenge = {
  name: 'NEW_PASSWORD_REQUIRED',

  offer: ({ pool, user }) => ({
    parameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missingAttributes(pool, user).map((name) => prefix + name)),
      userAttributes: JSON.stringify(user.attributes),
    },
  }),

  respond({ pool, client, user }, responses) {
    // Another sign-in met it in the meantime: the password that the user chose there stands.
    if (user.status !== 'FORCE_CHANGE_PASSWORD') throw new NotAuthorizedException('Invalid session for the user.');
    const { Password: password } = readInput(shape, { Password: requireParameter(responses, 'NEW_PASSWORD') });
    const given = givenAttributes(responses);
    for (const name of Object.keys(given))
      if (user.attributes[name] !== undefined)
        throw new NotAuthorizedException(`Cannot modify an already provided ${name}`);
    for (const name of missingAttributes(pool, user))
      if ((given[name] ?? '') === '')
        throw new InvalidParameterException(`Invalid attributes given, ${name} is missing`);
    checkAttributes(pool.settings.schema, given, { writer: client, demand: 'none' });
    const attributes = { ...user.attributes, ...foldAttributes(pool, given) };
    claimNames(pool, user.username, attributes);
    pool.users.update(user.username, {
      ...replacePassword(pool, user, password, { temporary: false }),
      attributes,
      status: 'CONFIRMED',
    });
    return { choseNewPassword: true };
  },
};

function missingAttributes(pool: Pool, user: User): readonly string[] {
  return pool.settings.schema
    .filter((attribute) => attribute.required && attribute.name !== 'sub')
    .map((attribute) => attribute.name)
    .filter((name) => user.attributes[name] === undefined);
}

function givenAttributes(responses: Responses): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(responses)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
