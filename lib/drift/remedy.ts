import { registrationProperty } from './client-registration';
import type { RawObject } from '../template/value';
import { commandOf } from './command-line';
import type { Place } from './command-line';

/** A call of the API that puts a difference right. */
export interface Call {
  /** `SetUserPoolMfaConfig` */
  readonly operation: string;
  readonly input: RawObject;
}

/** How to have what is declared again. */
export interface Remedy {
  /** As they are typed, in order; none where no one command does. */
  readonly commands: readonly string[];
  readonly remark: string | undefined;
}

/** What is there to put right: another value, something that is gone, something that nobody declared. */
export interface Fault {
  readonly kind: 'changed' | 'gone' | 'undeclared';
  readonly type: string;
  readonly property: string;
  /** Whether the template says anything of it. */
  readonly said: boolean;
  /** The calls that do it directly; undefined where there are none, or one needs a value that nobody knows. */
  readonly call: Call | undefined;
}

const withoutRevert =
  'Without --revert-drift the template has not changed for CloudFormation, and it does nothing. Look at the change set first.';
const unseen =
  'CloudFormation does not see it: EnabledMfas is never read back. The call puts it right, a deployment alone does not.';
const withoutProperty =
  'CloudFormation has no property for it: a deployment leaves it as it is, the call turns it off. Look for app clients that nobody declared.';
const unknownThere =
  'CloudFormation knows nothing of it and leaves it. Declare it if it is meant to be there (cdk import takes it over).';
const newId =
  'What is made again has another id: the application needs it, and those who were signed in sign in again.';
const usersOut = 'Who uses it now is locked out by that: ask first.';

/** On AWS CloudFormation puts right what it sees; on this machine, where there is none, the call itself. */
export function remedyOf({ kind, type, property, said, call }: Fault, place: Place): Remedy {
  const calls = call === undefined ? [] : [commandOf(call, place)];
  if (kind === 'undeclared') {
    const remark = place.kind === 'aws' ? `${unknownThere} ${usersOut}` : undefined;
    return { commands: calls, remark };
  }
  if (isFixed(type, property)) return { commands: [], remark: fixed };
  if (!said && type === 'AWS::Cognito::UserPool' && stays.test(property)) return { commands: [], remark: whatStays };
  if (place.kind === 'local') {
    return { commands: calls.length > 0 ? calls : [place.restart], remark: calls.length > 0 ? undefined : isRestarted };
  }
  const deploy = `npx cdk deploy '${place.stacks}' --revert-drift`;
  if (property === 'EnabledMfas' && calls.length > 0) return { commands: calls, remark: unseen };
  if (property === registrationProperty) return { commands: calls, remark: withoutProperty };
  const isClient = type === 'AWS::Cognito::UserPoolClient';
  const remark = kind === 'gone' && isClient ? `${withoutRevert} ${newId}` : withoutRevert;
  return { commands: [deploy], remark };
}

const fixed =
  'Nothing changes it in a pool or a client that exists. Declare what is there, or make another one and move the users.';

/** Settings of a pool that were seen to stay where UpdateUserPool leaves them out. */
const stays =
  /^((Email|Sms)Configuration|(Email|Sms)VerificationMessage|EmailVerificationSubject|IssuerConfiguration|VerificationMessageTemplate)\b/;
const whatStays =
  'UpdateUserPool was seen to leave it as it is where it is not said, and a deployment may: declare the value that is wanted.';

/** Settings that are given when a pool or a client is made, and are the same ever after. */
const fixedProperties: Readonly<Record<string, RegExp>> = {
  'AWS::Cognito::UserPool': /^(AliasAttributes|Schema|UsernameAttributes|UsernameConfiguration)\b/,
  'AWS::Cognito::UserPoolClient': /^GenerateSecret$/,
  'AWS::Cognito::UserPoolIdentityProvider': /^ProviderType$/,
};

function isFixed(type: string, property: string): boolean {
  return fixedProperties[type]?.test(property) === true;
}

const isRestarted = 'The local pool starts as it is declared.';
