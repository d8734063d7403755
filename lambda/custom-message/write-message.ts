import { escapeHtml } from '../escape-html';
import { isJapanese } from '../locale';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { MessageSource, MessageText, MessageTexts } from './message-texts';
import { english } from './texts-en';
import { japanese } from './texts-ja';

/** What is filled into a text: for Cognito the placeholders that it replaces, else the values themselves. */
export interface Values {
  readonly product: string;
  readonly code: string;
  readonly username: string;
}

export interface WrittenMessage {
  readonly subject: string;
  /** HTML. */
  readonly email: string;
  readonly sms: string;
}

/**
 * The message in the language of the user: Japanese for the locales `ja`, `ja-JP`, `ja_JP` and the like, English for
 * all others and for users without one.
 *
 * @throws UnknownTriggerSourceError for a source without a text
 */
export function writeMessage(source: MessageSource, locale: string | undefined, values: Values): WrittenMessage {
  const language = languageOf(locale);
  const text = textFor(source, language.texts);
  const paragraphs = text.email.map((paragraph) => `<p>${fill(paragraph, escaped(values))}</p>`).join('');
  return {
    subject: fill(text.subject, values),
    email: `<div lang="${language.tag}">${paragraphs}</div>`,
    sms: fill(text.sms, values),
  };
}

interface Language {
  readonly tag: string;
  readonly texts: MessageTexts;
}

function languageOf(locale: string | undefined): Language {
  return isJapanese(locale) ? { tag: 'ja', texts: japanese } : { tag: 'en', texts: english };
}

/** The table is complete by its type; what is not in it is a source that Cognito has added since. */
function textFor(source: MessageSource, texts: MessageTexts): MessageText {
  if (!Object.hasOwn(texts, source)) throw new UnknownTriggerSourceError(source as never);
  return texts[source];
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
