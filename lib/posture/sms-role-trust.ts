import { expressionOf, Token } from '../template/value';
import type { Value } from '../template/value';
import { demanded, equality, permits, principals, statementsOf } from './iam-policies';
import type { Statement } from './iam-policies';
import type { Located, Subject } from './subject';
import { all, any, type Truth } from './truth';
import { resourcesIn, valueAt } from './value-at';
import { writtenText } from './written-text';

/** The role by which Cognito sends text messages for a pool, where the templates have it. */
export function smsRoleOf(pool: Located, subject: Subject): Located | undefined {
  const roles = resourcesIn(valueAt(pool.resource, 'SmsConfiguration.SnsCallerArn'), subject);
  return roles.find(({ resource }) => resource.type === 'AWS::IAM::Role');
}

/** Whether every statement that lets Cognito assume the role demands what it should. */
export interface SmsTrust {
  readonly externalId: Truth;
  /** aws:SourceArn without a wildcard for everything, or aws:SourceAccount. */
  readonly source: Truth;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
export function smsTrust(pool: Located, role: Located, subject: Subject): SmsTrust {
  const statements = statementsOf(valueAt(role.resource, 'AssumeRolePolicyDocument'));
  const forCognito = statements.filter((each) => each instanceof Token || letsCognitoIn(each) !== false);
  const said = valueAt(pool.resource, 'SmsConfiguration.ExternalId');
  const every = (judge: (statement: Statement) => Truth): Truth =>
    forCognito.length === 0 ? false : all(forCognito.map((each) => (each instanceof Token ? undefined : judge(each))));
  return {
    externalId: every((each) => equals(demanded(each, 'sts:ExternalId', equality), said)),
    source: every((each) =>
      any([
        narrows(demanded(each, 'aws:SourceArn', equality), subject),
        narrows(demanded(each, 'aws:SourceAccount', equality), subject),
      ]),
    ),
  };
}

function letsCognitoIn(statement: Statement): Truth {
  const services = principals(statement, 'Service');
  const permitted = permits(statement, ['sts:AssumeRole']);
  const trusted = any(
    services.map((each) => (each instanceof Token ? undefined : each === 'cognito-idp.amazonaws.com' || each === '*')),
  );
  return all([permitted instanceof Token ? undefined : permitted, trusted]);
}

/** Equal expressions have equal values, whatever these turn out to be. */
function equals(values: readonly Value[] | undefined, said: Value | undefined): Truth {
  if (values === undefined || said === undefined) return false;
  const text = JSON.stringify(expressionOf(said));
  return all(
    values.map((each) => {
      if (JSON.stringify(expressionOf(each)) === text) return true;
      return each instanceof Token || said instanceof Token ? undefined : false;
    }),
  );
}

/** `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*` names one account; `*` and an ARN of any account narrow nothing. */
function narrows(values: readonly Value[] | undefined, subject: Subject): Truth {
  if (values === undefined) return false;
  return all(
    values.map((each) => {
      const text = writtenText(each, subject);
      if (text === undefined) return undefined;
      const account = text.startsWith('arn:') ? (text.split(':')[4] ?? '') : text;
      return account !== '' && !/[*?]/.test(account);
    }),
  );
}
