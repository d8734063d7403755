import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { TriggerError } from '../trigger-error';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';
import type { MessageSource, MessageText, MessageTexts } from './message-texts';
import { english } from './texts-en';
import { japanese } from './texts-ja';

export interface MessageResponse {
  readonly emailSubject: string;
  readonly emailMessage: string;
  readonly smsMessage: string;
}

/** An invitation without the place for the user name, which Cognito would refuse without saying why. */
export class MissingPlaceholderError extends TriggerError {
  override readonly name = 'MissingPlaceholderError';
}

/**
 * The message in the language of the user: Japanese for the locales `ja`, `ja-JP`, `ja_JP` and the like, English for
 * all others and for users without one.
 *
 * Cognito puts the code where the text has `codeParameter`. Nothing that a user wrote about himself goes into the text:
 * whoever signs up with somebody else's address could otherwise have Cognito send that person words of his choice.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 */
export function decide(
  event: Pick<CustomMessageTriggerEvent, 'triggerSource' | 'request'>,
  settings: Settings,
): MessageResponse {
  const language = languageOf(event.request.userAttributes['locale']);
  const text = textFor(event.triggerSource, language.texts);
  const values: Values = {
    product: settings.productName,
    code: event.request.codeParameter,
    username: usernameIn(event),
  };
  return {
    emailSubject: fill(text.subject, values),
    emailMessage: `<div lang="${language.tag}">${text.email.map((paragraph) => `<p>${fill(paragraph, escaped(values))}</p>`).join('')}</div>`,
    smsMessage: fill(text.sms, values),
  };
}

interface Language {
  readonly tag: string;
  readonly texts: MessageTexts;
}

/** Looks at the language alone, the first subtag of the locale (RFC 5646 section 2.2.1). */
function languageOf(locale: string | undefined): Language {
  return /^ja([-_]|$)/i.test(locale ?? '') ? { tag: 'ja', texts: japanese } : { tag: 'en', texts: english };
}

/** The table is complete by its type; what is not in it is a source that Cognito has added since. */
function textFor(source: MessageSource, texts: MessageTexts): MessageText {
  if (!Object.hasOwn(texts, source)) throw new UnknownTriggerSourceError(source as never);
  return texts[source];
}

function usernameIn(event: Pick<CustomMessageTriggerEvent, 'triggerSource' | 'request'>): string {
  const { usernameParameter } = event.request;
  if (event.triggerSource === 'CustomMessage_AdminCreateUser' && usernameParameter === null) {
    throw new MissingPlaceholderError('The invitation came without usernameParameter', {
      triggerSource: event.triggerSource,
    });
  }
  return usernameParameter ?? '';
}

interface Values {
  readonly product: string;
  readonly code: string;
  readonly username: string;
}

/** Fills in all values in one pass, so that a value that looks like a placeholder stays what it is. */
function fill(template: string, values: Values): string {
  return template.replace(/\{(product|code|username)\}/g, (_, name: keyof Values) => values[name]);
}

function escaped(values: Values): Values {
  return {
    product: escapeHtml(values.product),
    code: escapeHtml(values.code),
    username: escapeHtml(values.username),
  };
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character);
}
