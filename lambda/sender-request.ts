import type { MessageSource } from './custom-message/message-texts';

/** What a custom sender looks at of its event, by e-mail or by text message. */
export interface SenderRequest {
  /** The source as the custom message trigger names it, which has the texts. */
  readonly source: MessageSource;
  readonly userName: string;
  readonly userAttributes: Readonly<Record<string, string | undefined>>;
  /** Decrypted. */
  readonly code: string;
}

/** The code as the user must enter it: Cognito escapes the reserved characters of HTML in temporary passwords. */
export function plainCode({ source, code }: Pick<SenderRequest, 'source' | 'code'>): string {
  return source === 'CustomMessage_AdminCreateUser' ? unescapeHtml(code) : code;
}

/**
 * The name to sign in with. Where users sign in with an address, the user name is the sub, which nobody can remember: then
 * it is the address that the message goes to.
 */
export function signInName({ userName, userAttributes }: Omit<SenderRequest, 'code'>, address: string): string {
  return userName === userAttributes['sub'] ? address : userName;
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity);
}
