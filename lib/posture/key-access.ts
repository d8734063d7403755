import { Token } from '../template/value';
import type { Value } from '../template/value';
import { demanded, permits, principals, statementsOf } from './iam-policies';
import type { Statement } from './iam-policies';
import type { Located, Subject } from './subject';
import { all, any, type Truth } from './truth';
import { resourcesIn, valueAt } from './value-at';
import { writtenText } from './written-text';

/**
 * Whether the policy of a key lets nobody decrypt but some roles. The account itself as a principal stands for everybody
 * in it whose own policies permit it, unless a condition names the role.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function decryptsOnlyFor(roles: readonly Located[], key: Located, subject: Subject): Truth {
  return all(
    statementsOf(valueAt(key.resource, 'KeyPolicy')).map((statement) => {
      if (statement instanceof Token) return undefined;
      const decrypts = permits(statement, ['kms:Decrypt']);
      if (decrypts === false) return true;
      const narrow = isOnlyFor(roles, statement, subject);
      return decrypts instanceof Token && narrow !== true ? undefined : narrow;
    }),
  );
}

/** By the principals themselves, or by a condition on who they are. */
function isOnlyFor(roles: readonly Located[], statement: Statement, subject: Subject): Truth {
  const isRole = (value: Value): Truth => {
    const found = resourcesIn(value, subject);
    if (found.some(({ resource }) => roles.some((role) => role.resource === resource))) return true;
    return writtenText(value, subject) === undefined ? undefined : false;
  };
  const named = demanded(statement, 'aws:PrincipalArn', /^(StringEquals|StringLike|ArnEquals|ArnLike)$/i);
  const permitted = ['AWS', 'Service', 'Federated'].flatMap((type) => principals(statement, type));
  return any([named, permitted].map((values) => (values?.length ? all(values.map(isRole)) : false)));
}
