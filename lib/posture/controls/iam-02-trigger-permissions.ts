import { attributeReference } from '../../template/value';
import type { Control, Finding } from '../control';
import { look } from '../look';
import type { Order } from '../order';
import { shown, textIn } from '../reading';
import type { Located, Subject } from '../subject';
import { functionOf, invoked, triggersOf } from '../triggers';
import type { Truth } from '../truth';
import { readingOf, resourcesIn, valueAt } from '../value-at';
import { writtenText } from '../written-text';

const type = 'AWS::Lambda::Permission';
const service = 'cognito-idp.amazonaws.com';

export const triggerPermissions: Control = {
  id: 'CGN-IAM-02',
  what: 'Every trigger may be invoked by its user pool and by no other, and no permission is left over.',
  why: 'Otherwise a user pool of anybody, in any account, invokes the function with events that its owner makes up.',
  sources: [
    { source: 'AWS developer guide', id: 'cognito-user-identity-pools-working-with-aws-lambda-triggers' },
    { source: 'Checkov', id: 'CKV_AWS_364' },
  ],
  conflict: 'Checkov takes SourceAccount in the place of SourceArn; here the user pool itself has to be named.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'triggers',
  check: (subject) => {
    const all = subject.ofType(type);
    const permissions = all.filter((at) => isForCognito(at, subject) === true);
    const perhaps = all.filter((at) => isForCognito(at, subject) === undefined);
    return [
      ...perhaps.map((at) => look(at, 'Principal', { wanted: 'a service that is named', passes: () => false })),
      ...permissions.flatMap((at) => [source(at, subject), ...leftOver(at, subject)]),
      ...subject.pools.flatMap(({ pool }) => missing(pool, permissions, subject)),
    ];
  },
  orders: [
    {
      type,
      property: 'SourceArn',
      measure: (at, subject) => breadth(at, subject),
      scale: { kind: 'levels', weakToStrong: ['anybody', 'account', 'user pool'] },
    },
  ],
};

function isForCognito({ resource }: Located, subject: Subject): Truth {
  const principal = writtenText(resource.properties['Principal'], subject);
  return principal === undefined ? undefined : principal.replace('${AWS::URLSuffix}', 'amazonaws.com') === service;
}

/** Who may invoke: the one pool, an account, or anybody. */
const breadth: Order['measure'] = (at, subject) => {
  const arn = valueAt(at.resource, 'SourceArn');
  const text = arn === undefined ? '' : writtenText(arn, subject);
  if (text === undefined) return readingOf(arn);
  const isPool = resourcesIn(arn, subject).some(({ resource }) => resource.type === 'AWS::Cognito::UserPool');
  const isExact = isPool || /^arn:[^:*?]+:cognito-idp:[^:*?]+:\d{12}:userpool\/[^*?]+$/.test(text);
  if (isExact) return { kind: 'known', value: 'user pool' };
  const account = text.split(':')[4] ?? '';
  const isAccount = valueAt(at.resource, 'SourceAccount') !== undefined || (account !== '' && !/[*?]/.test(account));
  return { kind: 'known', value: isAccount ? 'account' : 'anybody' };
};

function source(at: Located, subject: Subject): Finding {
  const reading = breadth(at, subject);
  const found = reading.kind === 'unknown' ? reading.why : `invoked by ${textIn(reading) ?? shown(reading)}`;
  const verdict = reading.kind === 'unknown' ? 'unknown' : textIn(reading) === 'user pool' ? 'pass' : 'fail';
  return { verdict, at, property: 'SourceArn', found, wanted: 'the ARN of the user pool' };
}

/** A permission whose function is no trigger. */
function leftOver(at: Located, subject: Subject): readonly Finding[] {
  const name = valueAt(at.resource, 'FunctionName');
  const target = functionOf(name, subject)?.resource;
  const triggers = subject.pools.flatMap(({ pool }) => triggersOf(pool));
  const functions = triggers.map(({ arn }) => functionOf(arn, subject)?.resource);
  if (target !== undefined && functions.includes(target)) return [];
  const isUnknown = target === undefined || subject.pools.length === 0 || functions.includes(undefined);
  const found = `${shown(readingOf(name))}, which is no trigger of a user pool of these templates`;
  return [{ verdict: isUnknown ? 'unknown' : 'fail', at, property: 'FunctionName', found, wanted: 'a trigger' }];
}

/** Triggers that the pool may not invoke: a sign-in fails as soon as it should. */
function missing(pool: Located, permissions: readonly Located[], subject: Subject): readonly Finding[] {
  return triggersOf(pool).flatMap(({ property, arn }): readonly Finding[] => {
    const target = invoked(arn, subject);
    const found = shown(readingOf(arn));
    const wanted = `an ${type} for ${service}`;
    if (target === undefined || attributeReference(arn) === undefined)
      return [
        { verdict: 'unknown', at: pool, property, found: `${found}, of which the permission is elsewhere`, wanted },
      ];
    // What is permitted of a function is not permitted of its alias.
    const isThere = permissions.some(
      ({ resource }) => invoked(valueAt(resource, 'FunctionName'), subject)?.resource === target.resource,
    );
    return isThere ? [] : [{ verdict: 'fail', at: pool, property, found: `${found} without a permission`, wanted }];
  });
}
