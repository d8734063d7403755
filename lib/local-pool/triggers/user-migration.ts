import { z } from 'zod';
import { invokeTrigger } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller } from './trigger-caller';

interface MigrationRequest {
  /** As the user typed it. */
  readonly username: string;
  /** The ClientMetadata of InitiateAuth. */
  readonly validationData?: Metadata | undefined;
  /** The ClientMetadata of ForgotPassword. */
  readonly clientMetadata?: Metadata | undefined;
}

export type UserMigrationEvent =
  | (MigrationRequest & { readonly source: 'UserMigration_Authentication'; readonly password: string })
  | (MigrationRequest & { readonly source: 'UserMigration_ForgotPassword' });

/** A user that the legacy system knows and the pool shall now have. */
export interface MigratedUser {
  readonly attributes: Readonly<Record<string, string>>;
  readonly finalStatus: 'CONFIRMED' | 'RESET_REQUIRED';
  /** Whether the user shall be asked for a code by text message. */
  readonly enableSmsMfa: boolean;
  /** Whether aliases of the user are taken from others who have them. */
  readonly forceAliasCreation: boolean;
}

const unchanged = {
  userAttributes: null,
  forceAliasCreation: null,
  enableSMSMFA: null,
  finalUserStatus: null,
  messageAction: null,
  desiredDeliveryMediums: null,
};

const response = z.object({
  userAttributes: z
    .record(z.string(), z.string())
    .refine((attributes) => !Object.hasOwn(attributes, 'sub'), 'sub is given by the user pool and must be left out')
    .nullish(),
  finalUserStatus: z.enum(['CONFIRMED', 'RESET_REQUIRED']).nullish(),
  messageAction: z.literal('SUPPRESS').nullish(),
  desiredDeliveryMediums: z.array(z.enum(['EMAIL', 'SMS'])).nullish(),
  forceAliasCreation: z.boolean().nullish(),
  enableSMSMFA: z.boolean().nullish(),
});

/**
 * Asks UserMigration about a name that the pool does not have, and about the password typed with it
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html).
 * The rest of the reply changes no answer here: no welcome message is sent whatever messageAction says, as no page tells
 * what is in it.
 * @returns undefined when there is no such trigger or it names no attributes: the user stays unknown.
 * @throws see invokeTrigger; a function refuses a user by failing.
 */
export async function userMigration(
  caller: TriggerCaller,
  event: UserMigrationEvent,
): Promise<MigratedUser | undefined> {
  const { source, username, validationData, clientMetadata } = event;
  const reply = await invokeTrigger(
    caller,
    {
      trigger: 'UserMigration',
      source,
      username,
      request: {
        userAttributes: null,
        validationData: sentAlong(validationData) ?? null,
        clientMetadata: sentAlong(clientMetadata),
        ...(event.source === 'UserMigration_Authentication' && { password: event.password }),
      },
      response: unchanged,
    },
    response,
  );
  const attributes = reply?.userAttributes ?? {};
  if (reply === undefined || Object.keys(attributes).length === 0) return undefined;
  return {
    attributes,
    finalStatus: reply.finalUserStatus ?? 'CONFIRMED',
    enableSmsMfa: reply.enableSMSMFA ?? false,
    forceAliasCreation: reply.forceAliasCreation ?? false,
  };
}
