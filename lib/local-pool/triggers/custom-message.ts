import { z } from 'zod';
import type { MessageKind } from '../state/inbox';
import { readInput, string } from '../wire/shape';
import { invokeTrigger, unrecognizable } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export interface CustomMessageEvent extends TriggerUser {
  readonly kind: MessageKind;
  readonly clientMetadata?: Metadata | undefined;
}

/** Texts that replace those of the template; each may be missing. Placeholders are still in them. */
export interface CustomMessage {
  readonly emailSubject?: string | undefined;
  readonly emailMessage?: string | undefined;
  readonly smsMessage?: string | undefined;
}

/** Where the code, or the temporary password, goes. */
export const codePlaceholder = '{####}';
/** Where the username goes; invitations only. */
export const usernamePlaceholder = '{username}';

const text = z.string().nullish();
const response = z.object({ emailSubject: text, emailMessage: text, smsMessage: text });

/** Characters that the service takes in a message (API reference, EmailVerificationMessageType). */
const characters = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';
const texts = {
  emailSubject: string({ max: 140 }),
  emailBody: string({ max: 20_000, pattern: `${characters}\\{####\\}${characters}` }),
  smsMessage: string({ max: 140, pattern: '.*\\{####\\}.*' }),
};

/**
 * Asks CustomMessage for the texts of a message, before it is sent
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html).
 * @returns no texts when there is no such trigger or it leaves the template's texts.
 * @throws see invokeTrigger; InvalidLambdaResponseException for e-mail texts while Cognito's own sender is used;
 * InvalidParameterException for a text that is too long or has no place for the code, as the service was seen to answer
 * (amazon-cognito-identity-js #99, aws-lambda-go #330).
 */
export async function customMessage(caller: TriggerCaller, event: CustomMessageEvent): Promise<CustomMessage> {
  const { kind, username, attributes, clientMetadata } = event;
  const invitation = kind === 'AdminCreateUser';
  const reply = await invokeTrigger(
    caller,
    {
      trigger: 'CustomMessage',
      source: `CustomMessage_${kind}`,
      username,
      request: {
        userAttributes: attributes,
        codeParameter: codePlaceholder,
        linkParameter: '{##Click Here##}',
        usernameParameter: invitation ? usernamePlaceholder : null,
        clientMetadata: sentAlong(clientMetadata),
      },
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
    },
    response,
  );
  if (reply === undefined) return {};
  const message = {
    emailSubject: reply.emailSubject ?? undefined,
    emailMessage: reply.emailMessage ?? undefined,
    smsMessage: reply.smsMessage ?? undefined,
  };
  const { sender } = caller.pool.settings.email;
  if (sender !== 'DEVELOPER' && (message.emailMessage !== undefined || message.emailSubject !== undefined))
    throw unrecognizable(`the pool sends its e-mail as ${sender}: emailMessage and emailSubject need DEVELOPER (SES)`);
  const usable = invitation ? withPlaceholders(message) : message;
  readInput(texts, {
    emailSubject: usable.emailSubject,
    emailBody: usable.emailMessage,
    smsMessage: usable.smsMessage,
  });
  return usable;
}

/**
 * An invitation needs both placeholders; the service takes its own text, without a word, for one that lacks either
 * (amazon-cognito-developer-guide #31).
 */
function withPlaceholders({ emailSubject, emailMessage, smsMessage }: CustomMessage): CustomMessage {
  return { ...(complete(emailMessage) && { emailSubject, emailMessage }), ...(complete(smsMessage) && { smsMessage }) };
}

function complete(message: string | undefined): boolean {
  return [codePlaceholder, usernamePlaceholder].every((placeholder) => message?.includes(placeholder));
}
