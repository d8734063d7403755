import { z } from 'zod';
import { invokeTrigger, unrecognizable } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export interface PreSignUpEvent extends TriggerUser {
  readonly source: 'PreSignUp_SignUp' | 'PreSignUp_AdminCreateUser';
  readonly validationData?: Metadata | undefined;
  readonly clientMetadata?: Metadata | undefined;
}

/** What the trigger decides about the new user. */
export interface PreSignUpDecision {
  readonly autoConfirmUser: boolean;
  readonly autoVerifyEmail: boolean;
  readonly autoVerifyPhone: boolean;
}

const nothing: PreSignUpDecision = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false };

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const response = z.object({ autoConfirmUser: flag, autoVerifyEmail: flag, autoVerifyPhone: flag });

/**
 * Asks PreSignUp whether the user may sign up, before anything is stored
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html). The decision is ignored
 * for users that an administrator creates.
 * @throws see invokeTrigger; InvalidLambdaResponseException too when an attribute is to be verified that is not there.
 */
export async function preSignUp(caller: TriggerCaller, event: PreSignUpEvent): Promise<PreSignUpDecision> {
  const { source, username, attributes, validationData, clientMetadata } = event;
  const decision = await invokeTrigger(
    caller,
    {
      trigger: 'PreSignUp',
      source,
      username,
      request: {
        userAttributes: attributes,
        validationData: sentAlong(validationData) ?? null,
        clientMetadata: sentAlong(clientMetadata),
      },
      response: { ...nothing },
    },
    response,
  );
  if (decision === undefined || source === 'PreSignUp_AdminCreateUser') return nothing;
  requireAttribute(decision.autoVerifyEmail, 'autoVerifyEmail', attributes, 'email');
  requireAttribute(decision.autoVerifyPhone, 'autoVerifyPhone', attributes, 'phone_number');
  return decision;
}

function requireAttribute(wanted: boolean, field: string, attributes: TriggerUser['attributes'], name: string): void {
  if (wanted && (attributes[name] ?? '') === '')
    throw unrecognizable(`${field} is true, but the user has no ${name} to verify`);
}
